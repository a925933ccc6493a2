import type { MessageDescriptor } from "@lingui/core";
import { fetchingKey, fetchUntil, reasonAgainst } from "@one-small-town/core/hours/benefits.ts";
import { isAddressEqual } from "viem";
import { type Kitchen, quartersIn } from "../../../chain/hours/Kitchen.ts";
import { serveWords } from "../../../content/words/serve.ts";
import type { Serving } from "../../../transactions/servings.ts";
import { sayProblem } from "./sayProblem.ts";

/**
 * How something that was handed out stands, by what was read of the chain: `done` when it is written down, `refused` when
 * it never will be, `waiting` else, maybe with something to know.
 */
export type Standing = { at: "done" | "refused" | "waiting"; words: MessageDescriptor | null };

/** `now` is chain time in seconds. */
export function standingOf(serving: Serving, kitchen: Kitchen, now: number): Standing {
  const { weekIndex, number, cumulativeUnits, units, isSent } = serving;
  const benefit = kitchen.benefits.find(({ id }) => id === serving.benefit);
  const had = kitchen.redeemed[fetchingKey(serving)] ?? 0;
  if (had >= cumulativeUnits) return isSent ? { at: "done", words: null } : { at: "refused", words: serveWords.taken };
  if (benefit === undefined) return { at: "waiting", words: null };

  const problem = reasonAgainst(benefit, serving, { quarters: quartersIn(kitchen, weekIndex, number), had, now });
  if (problem !== null) return { at: "refused", words: sayProblem(problem) };
  const wallet = kitchen.wallets[number];
  if (wallet !== undefined && !isAddressEqual(wallet, serving.wallet))
    return { at: "refused", words: serveWords.movedLate };
  const twice = had - (cumulativeUnits - units);
  return { at: "waiting", words: twice > 0 ? serveWords.partly(twice) : null };
}

/** When the first of some cannot be written down any more, in seconds; Infinity when there are none. */
export function firstEnd(servings: readonly Serving[], { benefits }: Kitchen): number {
  return servings.reduce((first, { benefit: id, weekIndex }) => {
    const benefit = benefits.find((one) => one.id === id);
    return benefit === undefined ? first : Math.min(first, fetchUntil(benefit, weekIndex));
  }, Infinity);
}
