import { parseArgs } from "node:util";
import { CannotAudit } from "./CannotAudit.ts";

/** What is to be audited, as the command was told. */
export type Wishes = {
  rpcUrls: readonly string[];
  deploymentFile: string | null;
  town: number | null;
  block: bigint | null;
  isJson: boolean;
  /** Whether answers are kept for a run that goes on where this one stopped. */
  isCached: boolean;
};

const options = {
  rpc: { type: "string", multiple: true, default: [] as string[] },
  deployment: { type: "string" },
  town: { type: "string" },
  block: { type: "string" },
  json: { type: "boolean", default: false },
  "no-cache": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const MOST_TOWNS = 2 ** 32 - 1;

/** What the arguments of the command wish for; null where they ask for help. */
export function readWishes(args: readonly string[]): Wishes | null {
  const values = parse(args);
  if (values.help) return null;
  const town = values.town === undefined ? null : wholeNumber("--town", values.town, "the number of a town");
  if (town !== null && (town === 0n || town > MOST_TOWNS)) throw new CannotAudit(`There is no town ${town}.`);
  return {
    rpcUrls: values.rpc.map(requireUrl).map(requireOther),
    deploymentFile: values.deployment ?? null,
    town: town === null ? null : Number(town),
    block: values.block === undefined ? null : wholeNumber("--block", values.block, "the number of a block"),
    isJson: values.json,
    isCached: !values["no-cache"],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/);
    throw new CannotAudit(`${sentence}. Say npm run audit -- --help to see what there is.`);
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
