import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { eventSignatures } from "../abis/eventSignatures.ts";
import type { ContractName } from "../deployment/Deployment.ts";
import type { Param } from "../views/words.ts";
import { eventsOf } from "./eventsOf.ts";

type Event = { type: string; name: string; inputs: readonly Param[] };

const ABIS = path.resolve(import.meta.dirname, "..", "abis");

/** What counts of parameters, whichever way they are written. */
function inFull(params: readonly Param[]): unknown[] {
  return params.map(({ type, name = "", indexed = false, components = [] }) => {
    return { type, name, indexed, components: inFull(components) };
  });
}

describe("eventsOf", () => {
  it.each(Object.keys(eventSignatures) as ContractName[])(
    "is all that the ABI of %s says of its events",
    (contract) => {
      const abi = JSON.parse(readFileSync(path.join(ABIS, `${contract}.json`), "utf8")) as Event[];
      const events: readonly Event[] = eventsOf(contract);
      const wanted = abi.filter(({ type }) => type === "event");
      expect(events.map(({ name, inputs }) => [name, inFull(inputs)])).toEqual(
        wanted.map(({ name, inputs }) => [name, inFull(inputs)]),
      );
    },
  );
});
