import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eventSignatures } from "@one-small-town/core/abis/eventSignatures.ts";
import { type BlindSpot, blindSpots } from "@one-small-town/core/verify/blindSpots.ts";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { eventsOf } from "@one-small-town/core/verify/eventsOf.ts";
import type { Param } from "@one-small-town/core/views/words.ts";
import { expect } from "chai";
import { type AnyEvent, doubled, fieldsOf, foundIn, readerOf, storiesIn } from "./support/eventLies.ts";
import { HISTORIES, honestBooks } from "./support/histories.ts";

/** Told by nobody: the libraries that have them are not used so. */
const NEVER = ["EIP712DomainChanged", "RoleAdminChanged"];

/** Which check finds a lie about each value; UPDATE_COVERAGE=1 writes down what is measured. */
const FILE = path.resolve(import.meta.dirname, "coverage.json");

/** Of several checks that find a lie, the one that is named. */
const BEST = ["told", "state"];

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

describe("what happened, told falsely", () => {
  const byValue = new Map<string, string>(valuesInAbis().map((value) => [value, ""]));
  const passed = { omitted: new Set<string>(), again: new Set<string>() };
  const seen = new Set<string>();
  const tally = { tried: 0, caught: 0 };

  before(async function () {
    this.timeout(240_000);
    for (const history of HISTORIES) {
      const { books } = await honestBooks(history);
      const read = readerOf(books);
      expect(await foundIn(books, read), history.name).to.deep.equal([]);
      for (const { contract, events, retold } of storiesIn(books)) {
        const find = async (told: readonly AnyEvent[]) => {
          const keys = await foundIn(retold(told), read);
          tally.tried++;
          if (keys.length > 0) tally.caught++;
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
              byValue.set(value, await find(events.map((one) => (one === event ? { ...event, args } : one))));
            }
          if ((await find(events.filter((one) => one !== last))) === "") passed.omitted.add(kind);
          if ((await find(doubled(books, events, last))) === "") passed.again.add(kind);
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
    if (process.env["LIES"] !== undefined) console.log(tally, passed);
    expect([...passed.omitted].sort()).to.deep.equal(listed("omitted"));
    expect([...passed.again].sort()).to.deep.equal(listed("again"));
  });
});

/** What one node can hide, as it is listed for people. */
function listed(part: "told" | "omitted" | "again"): string[] {
  return Object.values(blindSpots)
    .flatMap((spot: BlindSpot) => spot[part])
    .sort();
}
