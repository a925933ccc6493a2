import type { Address } from "viem";
import { townOfProject } from "../../projects/projects.ts";
import type { ProfitEvent, TownEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { townsOf } from "./towns.ts";

/** The parts of profits that are kept for those who could not take them, and were not passed on yet. */
export function keptParts(profits: readonly ProfitEvent[]) {
  const passedOn = new Set(eventsNamed(profits, "ProfitPartPassedOn").map(({ args }) => args.kept));
  return eventsNamed(profits, "ProfitPartKept")
    .filter(({ args }) => !passedOn.has(args.kept))
    .map(({ args: { kept, part } }) => ({ kept, ...part }));
}

/** What is kept so of one currency, part by part. */
export function keptAmounts(profits: readonly ProfitEvent[], towns: readonly TownEvent[], currency: Address): bigint[] {
  const founded = townsOf(towns);
  return keptParts(profits)
    .filter(({ business }) => founded.get(townOfProject(business)).currency === currency)
    .map(({ amount, toOffice }) => amount + toOffice);
}
