import { readdirSync } from "node:fs";
import { expect } from "chai";
import type { BaseContract } from "ethers";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { INFINITY_DECIMALS } from "@one-small-town/core/hours/timesheet.ts";
import { checkDeed, type Deed, deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { INVESTORS_CEILING, WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { ethers, networkHelpers } from "./fixture/connection.ts";
import { mill } from "./fixture/mill.ts";

const FOLDER = new URL("../core/rules/", import.meta.url);

/** Rules that a contract can be asked for, by contract: what was written from the compiler's output, and the chain's. */
async function askedFor() {
  const { deployment } = await networkHelpers.loadFixture(mill);
  const files = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ""));
  const contracts = files.filter((file): file is ContractName => Object.hasOwn(deployment.addresses, file));
  return Promise.all(contracts.map((name) => compare(name, deployment.addresses[name])));
}

async function compare(name: ContractName, address: string) {
  const rules = (await import(new URL(`${name}.ts`, FOLDER).href)) as Record<string, unknown>;
  const contract: BaseContract = await ethers.getContractAt(name, address);
  const asked = Object.keys(rules).filter((rule) => contract.interface.hasFunction(rule));
  const says = await Promise.all(asked.map((rule) => contract.getFunction(rule)() as Promise<bigint>));
  return {
    name,
    written: asked.map((rule) => [rule, String(rules[rule])]),
    says: asked.map((rule, i) => [rule, String(says[i])]),
  };
}

describe("the rules that TypeScript knows", () => {
  it("are those that the contracts state, wherever they can be asked", async () => {
    const compared = await askedFor();
    for (const { name, written, says } of compared) expect(written, name).to.deep.equal(says);
    expect(compared.flatMap(({ written }) => written)).to.have.length.above(30);
  });

  it("count INFINITY in the token's decimals", async () => {
    const { infinityToken } = await networkHelpers.loadFixture(mill);
    expect(await infinityToken.decimals()).to.equal(INFINITY_DECIMALS);
  });

  describe("of a deed", () => {
    const deeds: Deed[] = [
      ...Object.values(deedPresets),
      ...near(0),
      ...near(1_000),
      { investors: 1_000, members: 0, fund: 9_000, country: 0 },
      { investors: 0, members: 1, fund: 9_999, country: 0 },
    ];
    for (const kind of ["community", "cornerstone"] as const) {
      it(`refuse what the contract refuses, of a ${kind} business, and for the same reason`, async () => {
        const { profitSplitter, townAmbassador, business, mill: cornerstone } = await networkHelpers.loadFixture(mill);
        const id = kind === "community" ? business : cornerstone;
        for (const deed of deeds) {
          const asked = profitSplitter.connect(townAmbassador).proposeDeed.staticCall(id, deed);
          const refusal = await asked.then(() => undefined, refusalOf);
          expect(refusal, Object.values(deed).join(", ")).to.equal(checkDeed(deed, kind));
        }
      });
    }
  });
});

/** Deeds at and next to each bound, with a part for the country office. */
function near(country: number): Deed[] {
  const of = (investors: number, sum: number): Deed => {
    const members = Math.floor((sum - investors - country) / 2);
    return { investors, members, fund: sum - investors - country - members, country };
  };
  const most = [INVESTORS_CEILING - country, INVESTORS_CEILING];
  return most.flatMap((investors) => [
    of(investors, WHOLE),
    of(investors, WHOLE - 1),
    of(investors + 1, WHOLE),
    of(investors + 1, WHOLE - 1),
  ]);
}

function refusalOf(error: unknown): string | undefined {
  return /custom error '(\w+)\(/.exec(String(error))?.[1] ?? String(error);
}
