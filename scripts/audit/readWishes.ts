import { command } from "../commands/audit.mjs";
import { readArguments } from "../commands/readArguments.mjs";
import { CannotAudit } from "./CannotAudit.ts";

/** What is to be audited, as the command was told. */
export type Wishes = {
  rpcUrls: readonly string[];
  deploymentFile: string | null;
  town: number | null;
  block: bigint | null;
  isJson: boolean;
  /** A history to compare with the chain: a folder, or its address. */
  history: string | null;
  /** Whether answers are kept for a run that goes on where this one stopped. */
  isCached: boolean;
};

const MOST_TOWNS = 2 ** 32 - 1;

/** What the arguments of the command wish for. */
export function readWishes(args: readonly string[]): Wishes {
  const values = parse(args);
  const town = values.town === undefined ? null : wholeNumber("--town", values.town, "the number of a town");
  if (town !== null && (town === 0n || town > MOST_TOWNS)) throw new CannotAudit(`There is no town ${town}.`);
  return {
    rpcUrls: (values.rpc ?? []).map(requireUrl).map(requireOther),
    deploymentFile: values.deployment ?? null,
    town: town === null ? null : Number(town),
    block: values.block === undefined ? null : wholeNumber("--block", values.block, "the number of a block"),
    history: values.history ?? null,
    isJson: values.json === true,
    isCached: values["no-cache"] !== true,
  };
}

function parse(args: readonly string[]) {
  try {
    return readArguments(command, args).values;
  } catch (mistake) {
    throw new CannotAudit((mistake as Error).message);
  }
}

function wholeNumber(name: string, text: string, what: string): bigint {
  if (/^\d+$/.test(text)) return BigInt(text);
  throw new CannotAudit(`"${name} ${text}" is not ${what}: write it in digits.`);
}

function requireUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new CannotAudit(`"--rpc ${text}" is not the address of a node: it begins with https:// or http://.`);
}

function requireOther(url: string, i: number, all: readonly string[]): string {
  if (all.indexOf(url) === i) return url;
  throw new CannotAudit(`"--rpc ${url}" is there twice: a node always agrees with itself, so name another.`);
}
