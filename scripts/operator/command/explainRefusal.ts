import { globSync, readFileSync } from "node:fs";
import type { ErrorDescription } from "ethers";
import { describeRefusal } from "./describe.ts";

const CONTRACTS = new URL("../../../contracts/", import.meta.url);

let notices: ReadonlyMap<string, string> | undefined;

/** Why a contract refuses: its error with labelled values, and what the contracts' own documentation says of it. */
export function explainRefusal(error: ErrorDescription): string {
  notices ??= readNotices();
  const notice = notices.get(error.name);
  return `${describeRefusal(error)}${notice === undefined ? "" : `. ${notice}`}`;
}

/** What stands above each error where it is declared: a sentence for whoever reads the contracts, or is refused. */
function readNotices(): Map<string, string> {
  const files = globSync("**/*.sol", { cwd: CONTRACTS });
  const sources = files.map((file) => readFileSync(new URL(file, CONTRACTS), "utf8"));
  const declared = sources.flatMap((source) => [...source.matchAll(/((?:^ *\/\/\/.*\n)+) *error (\w+)\(/gm)]);
  return new Map(declared.map(([, comment = "", name = ""]) => [name, noticeIn(comment)]));
}

/** The notice of a comment, on one line, without what it says of parameters. */
function noticeIn(comment: string): string {
  const text = comment.replaceAll(/^ *\/\/\/ ?/gm, "").replaceAll(/\s+/g, " ");
  return (/@notice (.*?)(?: @\w+ .*)?$/.exec(text.trim())?.[1] ?? "").replaceAll("`", "").trim();
}
