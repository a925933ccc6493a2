import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eventSignatures } from "@one-small-town/core/abis/eventSignatures.ts";
import { type BlindSpot, blindSpots } from "@one-small-town/core/verify/blindSpots.ts";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { type FindingKey, invariantOf } from "@one-small-town/core/verify/Finding.ts";
import { eventsOf } from "@one-small-town/core/verify/eventsOf.ts";
import type { Param } from "@one-small-town/core/views/words.ts";
import { expect } from "chai";
import { type AnyEvent, doubled, fieldsOf, foundIn, readerOf, storiesIn } from "./support/eventLies.ts";
import { HISTORIES, honestBooks } from "./support/histories.ts";

/** Told by nobody: the libraries that have them are not used so. */
const NEVER = ["EIP712DomainChanged", "RoleAdminChanged"];

/** Which check finds a lie about each value; UPDATE_COVERAGE=1 writes down what is measured. */
const FILE = path.resolve(import.meta.dirname, "coverage.json");

/** Where it is said how many lies pass. */
const PAPER = path.resolve(import.meta.dirname, "..", "..", "docs", "check.md");

/** Of several checks that find a lie, the one that is named. */
const BEST: readonly FindingKey[] = ["told", "state"];

/** Every value of every event of ours, by contract, event and path, as the ABIs have them. */
function valuesInAbis(): string[] {
  return (Object.keys(eventSignatures) as ContractName[]).flatMap((contract) => {
    const events: readonly { name: string; inputs: readonly Param[] }[] = eventsOf(contract);
    return events.flatMap(({ name, inputs }) =>
      NEVER.includes(name) ? [] : inputs.flatMap((input) => pathsOf(input, `${contract}.${name}.`)),
    );
  });
}

function pathsOf({ type, name = "", components = [] }: Param, before: string): string[] {
  if (type !== "tuple") return [before + name];
  return components.flatMap((part) => pathsOf(part, `${before}${name}.`));
}

/** How many lies were told, and how many of them pass. */
type Lies = { tried: number; passInvariants: number; passAll: number };

function noLies(): Lies {
  return { tried: 0, passInvariants: 0, passAll: 0 };
}

describe("what happened, told falsely", () => {
  const byValue = new Map<string, string>(valuesInAbis().map((value) => [value, ""]));
  const passed = { omitted: new Set<string>(), again: new Set<string>() };
  const seen = new Set<string>();
  const tally = { omitted: noLies(), again: noLies(), changed: noLies() };

  before(async function () {
    this.timeout(240_000);
    for (const history of HISTORIES) {
      const { books } = await honestBooks(history);
      const read = readerOf(books);
      expect(await foundIn(books, read), history.name).to.deep.equal([]);
      for (const { contract, events, retold } of storiesIn(books)) {
        const find = async (lies: Lies, told: readonly AnyEvent[]) => {
          const keys = await foundIn(retold(told), read);
          lies.tried++;
          if (keys.every((key) => invariantOf[key] === null)) lies.passInvariants++;
          if (keys.length === 0) lies.passAll++;
          return BEST.find((key) => keys.includes(key)) ?? keys[0] ?? "";
        };
        const firstOf = new Map(events.toReversed().map((event) => [event.eventName, event]));
        for (const [name, last] of new Map(events.map((event) => [event.eventName, event]))) {
          const kind = `${contract}.${name}`;
          seen.add(kind);
          for (const event of new Set([last, firstOf.get(name) ?? last]))
            for (const { path: at, args } of fieldsOf(event.args)) {
              const value = `${kind}.${at}`;
              expect(byValue.has(value), `${value} is in the ABI`).to.equal(true);
              if (byValue.get(value) !== "") continue;
              byValue.set(
                value,
                await find(
                  tally.changed,
                  events.map((one) => (one === event ? { ...event, args } : one)),
                ),
              );
            }
          const without = events.filter((one) => one !== last);
          if ((await find(tally.omitted, without)) === "") passed.omitted.add(kind);
          if ((await find(tally.again, doubled(books, events, last))) === "") passed.again.add(kind);
        }
      }
    }
  });

  it("is tried of every event there is", () => {
    const all = (Object.keys(eventSignatures) as ContractName[]).flatMap((contract) =>
      eventSignatures[contract].map((signature) => `${contract}.${signature.split("(")[0] ?? ""}`),
    );
    const wanted = all.filter((kind) => !NEVER.some((name) => kind.endsWith(`.${name}`)));
    expect(wanted.filter((kind) => !seen.has(kind))).to.deep.equal([]);
  });

  it("is found by the check that is written down, value by value, or no contract keeps it", () => {
    const covered = Object.fromEntries(
      [...byValue].filter(([, key]) => key !== "").sort(([one], [other]) => (one < other ? -1 : 1)),
    );
    if (process.env["UPDATE_COVERAGE"]) writeFileSync(FILE, `${JSON.stringify(covered, null, 2)}\n`);
    expect(covered).to.deep.equal(JSON.parse(readFileSync(FILE, "utf8")));
    const unbound = [...byValue].filter(([, key]) => key === "").map(([value]) => value);
    expect(unbound.sort()).to.deep.equal(listed("told"));
  });

  it("is found where an event is left out or told again, or is listed as what one node can hide", () => {
    expect([...passed.omitted].sort()).to.deep.equal(listed("omitted"));
    expect([...passed.again].sort()).to.deep.equal(listed("again"));
  });

  it("passes as often as the paper says, with the invariants alone and with all checks", () => {
    const rows = [
      ["left out", tally.omitted],
      ["told twice", tally.again],
      ["changed in one value", tally.changed],
    ] as const;
    const found = [...byValue.values()].filter((key) => key !== "").length;
    const sayings = [
      ...rows.map(
        ([how, { tried, passInvariants, passAll }]) => `| ${how} | ${tried} | ${passInvariants} | ${passAll} |`,
      ),
      `${found} of ${byValue.size} values are found`,
    ];
    const paper = readFileSync(PAPER, "utf8").replaceAll(/\s+/g, " ");
    expect(sayings.filter((saying) => !paper.includes(saying))).to.deep.equal([]);
  });
});

/** What one node can hide, as it is listed for people. */
function listed(part: "told" | "omitted" | "again"): string[] {
  return Object.values(blindSpots)
    .flatMap((spot: BlindSpot) => spot[part])
    .sort();
}
