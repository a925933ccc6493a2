import type { Address, Hash } from "viem";
import type { Deployment } from "../../deployment/Deployment.ts";
import { families, type Family, lower } from "./Family.ts";
import { listOf, Malformed, objectOf, parsed, textOf, wholeOf } from "./Malformed.ts";
import { FORMAT } from "./Part.ts";

const HASH = /^0x[0-9a-f]{64}$/;
const SUM = /^[0-9a-f]{64}$/;
const ADDRESS = /^0x[0-9a-f]{40}$/i;

/** A file with a part of the history: which events are in it, and the SHA-256 of its text before it was compressed. */
export type PartEntry = { family: Family; from: number; to: number; events: number; hash: string };

/** What `history/index.json` says: of which deployment, up to which block it was read, and which files there are. */
export type HistoryIndex = {
  deployment: { chainId: number; startBlock: number; startBlockHash: Hash; root: Address };
  /** The last block that was read, whether anything happened in it or not. */
  upTo: { number: number; hash: Hash; time: number };
  /** Each family's in the order of the chain; blocks of a family that no file has are without its events. */
  parts: readonly PartEntry[];
};

/** What an index says of the deployment that it is about: its root is the contract on which all others rest. */
export function subjectOf({ chainId, startBlock, startBlockHash, addresses }: Deployment): HistoryIndex["deployment"] {
  return {
    chainId,
    startBlock,
    startBlockHash: startBlockHash.toLowerCase() as Hash,
    root: lower(addresses.Authority),
  };
}

/** What the file of a part is called; a part that grew has another name. */
export function fileOf({ chainId }: HistoryIndex["deployment"], { from, to, hash }: PartEntry): string {
  return `${chainId}-${from}-${to}-${hash.slice(0, 16)}.json.gz`;
}

export function writeIndex({ deployment, upTo, parts }: HistoryIndex): string {
  const { chainId, startBlock, startBlockHash, root } = deployment;
  const { number, hash, time } = upTo;
  const index = {
    format: FORMAT,
    deployment: { chainId, startBlock, startBlockHash, root },
    upTo: { number, hash, time },
    parts: parts.map((part) => {
      const { family, from, to, events } = part;
      return { family, from, to, events, hash: part.hash };
    }),
  };
  return `${JSON.stringify(index, null, 2)}\n`;
}

/** Reads an index. Whatever is not as `writeIndex` writes it throws, with words that say what is wrong. */
export function readIndex(text: string): HistoryIndex {
  const all = objectOf(parsed(text, "The index"), "The index");
  if (all["format"] !== FORMAT) throw new Malformed(`The index is not of the form "${FORMAT}"`);
  const deployment = objectOf(all["deployment"], "The deployment");
  const upTo = objectOf(all["upTo"], "The last block");
  const startBlock = wholeOf(deployment["startBlock"], "The first block");
  const last = wholeOf(upTo["number"], "The number of the last block");
  const parts = listOf(all["parts"], "The list of parts").map((part, i) =>
    readEntry(objectOf(part, `Part ${i}`), `of part ${i}`),
  );
  for (const family of families) {
    requireInOrder(
      parts.filter((part) => part.family === family),
      startBlock,
      last,
    );
  }
  return {
    deployment: {
      chainId: wholeOf(deployment["chainId"], "The chain"),
      startBlock,
      startBlockHash: textOf(deployment["startBlockHash"], HASH, "The hash of the first block") as Hash,
      root: lower(textOf(deployment["root"], ADDRESS, "The root") as Address),
    },
    upTo: {
      number: last,
      hash: textOf(upTo["hash"], HASH, "The hash of the last block") as Hash,
      time: wholeOf(upTo["time"], "The time of the last block"),
    },
    parts,
  };
}

function readEntry(part: Readonly<Record<string, unknown>>, what: string): PartEntry {
  const family = families.find((one) => one === part["family"]);
  if (family === undefined) throw new Malformed(`The family ${what} is none that there is`);
  return {
    family,
    from: wholeOf(part["from"], `The first block ${what}`),
    to: wholeOf(part["to"], `The last block ${what}`),
    events: wholeOf(part["events"], `The number of events ${what}`),
    hash: textOf(part["hash"], SUM, `The hash ${what}`),
  };
}

/** Parts that overlapped would tell an event twice. */
function requireInOrder(parts: readonly PartEntry[], startBlock: number, upTo: number): void {
  let last = startBlock - 1;
  for (const { family, from, to } of parts) {
    if (from <= last) throw new Malformed(`The part of ${family} from block ${from} begins before ${last + 1}`);
    if (to < from || to > upTo) throw new Malformed(`The part of ${family} from block ${from} ends with ${to}`);
    last = to;
  }
}
