import path from "node:path";
import { inspect } from "node:util";
import { plainText } from "@one-small-town/core/plainText.ts";
import hre from "hardhat";
import { CannotAudit } from "./audit/CannotAudit.ts";
import { describeReport, reportJson } from "./audit/describeReport.ts";
import { showProgress } from "./audit/progress.ts";
import { readWishes } from "./audit/readWishes.ts";
import { runAudit } from "./audit/runAudit.ts";

const CODES = { holds: 0, broken: 1, unavailable: 2 } as const;

async function audit(args: readonly string[]): Promise<{ text: string; code: number }> {
  const wishes = readWishes(args);
  const cacheFolder = path.join(hre.config.paths.root, ".cache", "audit");
  const onBlock = (block: bigint) =>
    console.error(
      `Reading at block ${block}.${wishes.isCached ? ` A run that is ended goes on with --block ${block}.` : ""}`,
    );
  const { onProgress, end } = showProgress(process.stderr);
  const onWait = (words: string) => console.error(words);
  const report = await runAudit(wishes, { onProgress, onBlock, onWait, cacheFolder }).finally(end);
  return { text: wishes.isJson ? reportJson(report) : describeReport(report), code: CODES[report.outcome] };
}

/** Letters of why nothing could be checked: a node or a file may have its word in it. */
const MOST_WORDS = 2_000;

/** Nothing found is not the same as nothing wrong: whatever goes wrong here, nobody can say. */
function unavailable(error: unknown, isJson: boolean): { text: string; code: number } {
  if (!(error instanceof CannotAudit)) console.error(plainText(inspect(error), Infinity, true));
  const why = plainText(error instanceof Error ? error.message : String(error), MOST_WORDS);
  const verdict = `? Nothing could be checked: ${why}`;
  return { text: isJson ? JSON.stringify({ schema: 1, outcome: "unavailable", verdict }) : verdict, code: 2 };
}

/**
 * npm run audit: does the books of a deployment again, from the chain alone, and compares them with what the contracts
 * say. Needs nothing but a node, or two.
 */
export async function perform(args: readonly string[]): Promise<number> {
  const { text, code } = await audit(args).catch((error: unknown) => unavailable(error, args.includes("--json")));
  console.log(text.trimEnd());
  return code;
}
