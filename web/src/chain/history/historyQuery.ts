import { firstDifference, type History } from "@one-small-town/core/history/History.ts";
import { QUESTION, readAnswer } from "@one-small-town/core/history/readAnswer.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { readBlock } from "../readBlock.ts";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
import type { System } from "../System.ts";
import { askIndexer } from "./askIndexer.ts";
import { readTotals } from "./readTotals.ts";

/** Older than this, and whoever reads it should know. */
const BEHIND_AFTER = 300;

/**
 * A town's history as an indexer tells it, and how far it may be believed: only when its sums are those of the chain at
 * the block it has read up to.
 */
export type CheckedHistory =
  | { state: "agrees"; history: History; secondsBehind: number; isBehind: boolean }
  | { state: "differs"; block: bigint }
  /** The node no longer knows the block, so that nobody can say. */
  | { state: "unchecked"; block: bigint };

/** Throws when the indexer does not answer. */
export function historyQuery(system: System, { indexer, town }: { indexer: string; town: number }) {
  return queryOptions({
    queryKey: keyOf(system, "history", town),
    queryFn: async ({ client }): Promise<CheckedHistory> => {
      const sales = await client.fetchQuery(offeringsQuery(system));
      const tokens = sales.filter(({ business }) => townOfProject(business) === town).map(({ token }) => token);
      const first = await readChecked(system, { indexer, town, tokens });
      // Its figures and its block are not read in the same instant: only a second difference is one.
      return first.state === "differs" ? readChecked(system, { indexer, town, tokens }) : first;
    },
    refetchInterval: 60_000,
    retry: 1,
  });
}

type Wanted = { indexer: string; town: number; tokens: readonly Address[] };

async function readChecked(system: System, { indexer, town, tokens }: Wanted): Promise<CheckedHistory> {
  const answer = await askIndexer(indexer, QUESTION, { town });
  const history = readAnswer(answer, system.deployment.addresses.InfinityToken, tokens);
  const block = history.block.number;
  const newest = await readBlock(system.client);
  if (block > newest.number) return { state: "unchecked", block };
  const totals = await readTotals(system, { town, tokens, block }).catch(() => null);
  if (totals === null) return { state: "unchecked", block };
  if (firstDifference(history.totals, totals) !== null) return { state: "differs", block };
  const secondsBehind = newest.timestamp - history.block.timestamp;
  return { state: "agrees", history, secondsBehind, isBehind: secondsBehind > BEHIND_AFTER };
}
