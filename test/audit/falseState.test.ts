import { readFileSync } from "node:fs";
import path from "node:path";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { LATER } from "@one-small-town/core/verify/state/laterViews.ts";
import { FIRST } from "@one-small-town/core/verify/state/views.ts";
import { expect } from "chai";
import { concat, type Hex, keccak256, pad, zeroHash } from "viem";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { readChainBooks } from "../fixture/readChainBooks.ts";
import { alterView } from "./support/alterView.ts";
import { HISTORIES, honestBooks } from "./support/histories.ts";
import { rareTown } from "./support/rareTowns.ts";
import { fieldsAt, keysIn, storageLayouts, turned } from "./support/storage.ts";
import { UNASKED, UNSEEN } from "./support/unasked.ts";

/** LIES=all changes everything there is, which takes minutes; else some are tried, the same each time. */
const ALL = process.env["LIES"] === "all";
const SAMPLE = 12;
const SEED = 20_261_130;

function someOf<thing>(things: readonly thing[]): readonly thing[] {
  if (ALL || things.length <= SAMPLE) return things;
  let seed = SEED;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
  return Array.from({ length: SAMPLE }, () => things[next() % things.length] as thing);
}

/** Contracts of whose mappings it takes long to find what is in them. */
const SLOW = ["MemberRegistry", "Benefits", "TownTreasury"];

type Request = { method: string; params?: unknown };

/** The chain of the tests, where all but views is asked once. */
function remembering() {
  const answers = new Map<string, Promise<unknown>>();
  return {
    async request({ method, params }: Request): Promise<unknown> {
      const ask = () => connection.provider.request({ method, params } as never);
      if (method === "eth_call") return ask();
      const key = JSON.stringify([method, params]);
      const known = answers.get(key) ?? ask();
      answers.set(key, known);
      return known;
    },
  };
}

async function brokenBy(deployment: Deployment, node: { request: (request: Request) => Promise<unknown> }) {
  const findings = checkBooks(await readChainBooks(deployment, {}, node));
  return findings.flatMap(({ key, outcome }) => (outcome === "holds" ? [] : [key]));
}

describe("what the contracts keep, painted over", () => {
  it("is found, part by part of each slot, or nothing that is asked tells of it", async function () {
    this.timeout(0);
    const { deployment, token } = await networkHelpers.loadFixture(rareTown);
    await networkHelpers.mine();
    const node = remembering();
    expect(await brokenBy(deployment, node)).to.deep.equal([]);
    const places: [string, string][] = [...Object.entries(deployment.addresses), ["Shares", await token.getAddress()]];
    const layouts = storageLayouts();
    const words = keysIn(await wordsTold());
    const fields = await Promise.all(
      places
        .filter(([name]) => name !== "InvestorToken") // which the shares' code is taken from, and keeps nothing
        .filter(([name]) => ALL || !SLOW.includes(name))
        .map(async ([name, address]) => {
          const layout = layouts.get(name === "Shares" ? "InvestorToken" : name);
          if (layout === undefined) throw new Error(`Nothing is known of ${name}`);
          return (await fieldsAt(address, layout, words)).map((field) => ({
            name: `${name}.${field.name}`,
            address,
            field,
          }));
        }),
    );
    const unnoticed: string[] = [];
    const tried = someOf(fields.flat());
    for (const { name, address, field } of tried) {
      const word = BigInt(await ethers.provider.getStorage(address, field.slot));
      await networkHelpers.setStorageAt(address, field.slot, turned(word, field));
      if ((await brokenBy(deployment, node)).length === 0) unnoticed.push(name);
      await networkHelpers.setStorageAt(address, field.slot, word);
    }
    if (ALL)
      console.log(
        `${tried.length} of ${fields.flat().length} parts of slots, ${unnoticed.length} unnoticed`,
        unnoticed,
      );
    expect(fields.flat().length).to.be.greaterThan(ALL ? 600 : 200);
    expect(unnoticed.filter((name) => !UNSEEN.some(({ slots }) => slots.test(name)))).to.deep.equal([]);
  });

  it("is found where a role is taken from whoever holds it, or given to somebody of whom is told", async function () {
    this.timeout(120_000);
    const { deployment, town, ...others } = await networkHelpers.loadFixture(rareTown);
    await networkHelpers.mine();
    const node = remembering();
    const people = (Object.values(others) as unknown[]).filter(isPerson);
    const unnoticed: string[] = [];
    const change = async (name: string, at: Hex, bit: number) => {
      await networkHelpers.setStorageAt(deployment.addresses.Authority, at, bit);
      if ((await brokenBy(deployment, node)).length === 0) unnoticed.push(name);
      await networkHelpers.setStorageAt(deployment.addresses.Authority, at, 1 - bit);
    };
    for (const kind of ["registrar", "coordinator", "steward", "projectManager"] as const) {
      const role = roleIds[kind](town);
      const places = people.map(({ address }) => bitOf(role, address));
      const bits = await Promise.all(
        places.map((at) => ethers.provider.getStorage(deployment.addresses.Authority, at)),
      );
      const [held, free] = [
        bits.findIndex((bit) => BigInt(bit) === 1n),
        people.findIndex(({ address }) => address === others.ben.address),
      ];
      await change(`${kind} taken`, places[held] ?? zeroHash, 0);
      await change(`${kind} given`, places[free] ?? zeroHash, 1);
    }
    expect(unnoticed).to.deep.equal([]);
  });
});

function isPerson(one: unknown): one is { address: string } {
  return typeof one === "object" && one !== null && "address" in one && "signTypedData" in one;
}

/** Where the Authority keeps whether an account has a role: its first slot is a mapping of roles. */
function bitOf(role: Hex, account: string): Hex {
  const ofRole = keccak256(concat([role, zeroHash]));
  return keccak256(concat([pad(account as Hex), ofRole]));
}

/** All words that were ever told in events, and who told them. */
async function wordsTold(): Promise<string[]> {
  type Log = { topics: string[]; data: string; address: string };
  const logs = (await ethers.provider.send("eth_getLogs", [{ fromBlock: "0x1" }])) as Log[];
  return logs.flatMap(({ topics, data, address }) => [
    ...[address, ...topics.slice(1)],
    ...(data.slice(2).match(/.{64}/g) ?? []).map((word) => `0x${word}`),
  ]);
}

type Entry = { type: string; name: string; stateMutability?: string };

/** Every view of every contract, by contract and name. */
function viewsInAbis(): string[] {
  const folder = path.resolve(import.meta.dirname, "..", "..", "core", "abis");
  return (Object.keys(LATER) as ContractName[]).flatMap((contract) => {
    const abi = JSON.parse(readFileSync(path.join(folder, `${contract}.json`), "utf8")) as Entry[];
    const views = abi.filter(
      ({ type, stateMutability }) => type === "function" && /view|pure/.test(stateMutability ?? ""),
    );
    return views.map(({ name }) => `${contract}.${name}`);
  });
}

const namesOf = (signatures: typeof LATER) =>
  Object.entries(signatures).flatMap(([contract, own]) => own.map((one) => `${contract}.${one.split("(")[0]}`));

describe("what the contracts say, told falsely", () => {
  let all: Books[];
  before(async function () {
    this.timeout(120_000);
    all = [];
    for (const history of HISTORIES) all.push((await honestBooks(history)).books);
  });

  it("is asked of every view, or it is written down why not", () => {
    const asked = new Set([...namesOf(FIRST), ...namesOf(LATER)]);
    const constants = /\.[A-Z_]+$/; // are in the code, which the audit compares
    const others = viewsInAbis().filter((view) => !asked.has(view) && !constants.test(view));
    expect(others.sort()).to.deep.equal(Object.keys(UNASKED).sort());
  });

  it("is found in the answer of every view that is asked in the end", () => {
    const missed = namesOf(LATER).filter((view) => {
      const books = all.find(({ said }) => said?.some(({ contract, view: name }) => `${contract}.${name}` === view));
      const said = (books?.said ?? []).map((one) =>
        `${one.contract}.${one.view}` === view ? { ...one, answer: otherAnswer(one.answer) } : one,
      );
      return books === undefined || checkBooks({ ...books, said }).every(({ outcome }) => outcome === "holds");
    });
    expect(missed).to.deep.equal([]);
  });

  it("is found in the answer of every view that is asked at first", async function () {
    this.timeout(120_000);
    const { deployment, token } = await networkHelpers.loadFixture(rareTown);
    await networkHelpers.mine();
    const node = remembering();
    const missed: string[] = [];
    for (const [contract, signatures] of Object.entries(FIRST)) {
      const target =
        contract === "InvestorToken" ? await token.getAddress() : deployment.addresses[contract as ContractName];
      for (const signature of signatures) {
        const [view = ""] = signature.split(")(");
        if (/^(symbol|decimals)\(/.test(view)) continue; // of a currency: how it is written, no more
        const lie = alterView(target, `function ${view})`, 1n);
        const lying = { request: async (request: Request) => lie(request, await node.request(request)) };
        if ((await brokenBy(deployment, lying)).length === 0) missed.push(`${contract}.${view})`);
      }
    }
    expect(missed).to.deep.equal([]);
  });
});

/** Another answer of the same form. */
function otherAnswer(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.length === 0 ? [1] : answer.map(otherAnswer);
  if (typeof answer === "object" && answer !== null)
    return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, otherAnswer(part)]));
  if (typeof answer === "boolean") return !answer;
  if (typeof answer === "bigint" || typeof answer === "number") return BigInt(answer) + 1n;
  return `${String(answer)}0`;
}
