import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { expect } from "chai";
import type { Address } from "viem";
import type { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { readChainBooks } from "../fixture/readChainBooks.ts";
import { spam } from "../fixture/spam.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";

const SOME = 150;

/** Four times as much takes four times as long, and never the square of that. */
const MOST_TIMES = 8;

type Town = Awaited<ReturnType<typeof bakerySettled>>;

async function fill({ deployment, currency, token, town, business, amina, ben, stranger }: Town, count: number) {
  const [of, in_] = await Promise.all([token.getAddress(), currency.getAddress()]);
  const target = { ethers, deployment, town, business, token: of as Address, currency: in_ as Address };
  const people = { member: amina, holders: [amina, ben] as const, sender: stranger };
  await spam({ ...target, ...people }, { ideas: count, deposits: count, transfers: count });
}

describe("a town in which somebody did the same thing again and again", () => {
  it("takes time to be checked that grows with what there is, and every check holds", async function () {
    this.timeout(240_000);
    const town = await networkHelpers.loadFixture(auditedTown);
    await fill(town, SOME);
    const few = await checked(town);
    await fill(town, 3 * SOME);
    const many = await checked(town);

    expect([...few.alarms, ...many.alarms]).to.deep.equal([]);
    expect(many.milliseconds).to.be.below(MOST_TIMES * few.milliseconds);
  });

  it("is found whole by the audit", async function () {
    this.timeout(240_000);
    const town = await networkHelpers.loadFixture(auditedTown);
    await fill(town, SOME);

    const { report, text } = await auditBy(town.deployment);

    expect(report.outcome, text).to.equal("holds");
  });

  /** What does not hold, and the milliseconds of one core that it takes to find out, the chain's own among them. */
  async function checked({ deployment }: Town) {
    const before = process.cpuUsage();
    const findings = checkBooks(await readChainBooks(deployment));
    const { user, system } = process.cpuUsage(before);
    const alarms = findings.filter(({ outcome }) => outcome === "broken").map(({ key }) => key);
    return { alarms, milliseconds: (user + system) / 1000 };
  }
});
