import { type Hex, keccak256 } from "viem";
import type { RawLog } from "../asking/logs.ts";
import { hexOf } from "../hex.ts";

/** A receipt as nodes hand it out; some networks have kinds of transactions with fields of their own. */
export type Receipt = {
  type?: Hex;
  /** Either of the two: receipts of old had the state instead. */
  status?: Hex;
  root?: Hex;
  cumulativeGasUsed: Hex;
  logsBloom: Hex;
  logs: readonly RawLog[];
  /** Of transactions that a rollup takes over from the chain below it. */
  depositNonce?: Hex;
  depositReceiptVersion?: Hex;
};

/** A tree's node as RLP has it: texts, and lists of them. */
type Rlp = Hex | Rlp[];

type Entry = { path: readonly number[]; value: Hex };

/**
 * The hash over all receipts of a block, in their order, which its header carries. So what happened in a block is all
 * there, or the hash is another; a network with kinds of receipts that are not known here gives another as well.
 */
export function receiptsRoot(receipts: readonly Receipt[]): Hex {
  const entries = receipts.map((receipt, i) => ({ path: nibblesOf(toRlp(numberOf(i))), value: encode(receipt) }));
  return keccak256(entries.length === 0 ? toRlp("0x") : toRlp(nodeOf(entries, 0)));
}

function encode({ type = "0x0", status, root = "0x", ...receipt }: Receipt): Hex {
  const { cumulativeGasUsed, logsBloom, logs, depositNonce, depositReceiptVersion } = receipt;
  const deposit = [depositNonce, depositReceiptVersion].flatMap((field) => (field === undefined ? [] : [short(field)]));
  const fields: Rlp = [
    status === undefined ? root : short(status),
    short(cumulativeGasUsed),
    logsBloom,
    logs.map(({ address, topics, data }) => [address, [...topics], data]),
    ...deposit,
  ];
  return Number(type) === 0 ? toRlp(fields) : `${hexOf(Number(type), 1)}${toRlp(fields).slice(2)}`;
}

/** A number without zeros in front; nothing for zero. */
function short(hex: Hex): Hex {
  return numberOf(Number(hex));
}

function numberOf(number: number): Hex {
  return number === 0 ? "0x" : hexOf(number, Math.ceil(number.toString(16).length / 2));
}

function nibblesOf(hex: Hex): number[] {
  return Array.from(hex.slice(2), (digit) => Number.parseInt(digit, 16));
}

/** The node of a tree below which some entries stand whose paths are the same up to `depth`. */
function nodeOf(entries: readonly Entry[], depth: number): Rlp {
  const [first, ...others] = entries;
  if (first === undefined) return "0x";
  if (others.length === 0) return [compact(first.path.slice(depth), true), first.value];
  const differs = first.path.findIndex((step, at) => at >= depth && others.some(({ path }) => path[at] !== step));
  const shared = differs === -1 ? first.path.length : differs;
  if (shared > depth) return [compact(first.path.slice(depth, shared), false), refer(nodeOf(entries, shared))];
  const branches = Array.from({ length: 16 }, (_, step): Rlp => {
    return refer(
      nodeOf(
        entries.filter(({ path }) => path[depth] === step),
        depth + 1,
      ),
    );
  });
  return [...branches, entries.find(({ path }) => path.length === depth)?.value ?? "0x"];
}

/** A node stands in the one above it where it is short, and its hash where it is long. */
function refer(node: Rlp): Rlp {
  if (node === "0x") return node;
  const encoded = toRlp(node);
  return encoded.length < 2 + 2 * 32 ? node : keccak256(encoded);
}

/** Steps of a path, two a byte, behind a sign whether they end and are odd. */
function compact(path: readonly number[], isEnd: boolean): Hex {
  const sign = (isEnd ? 2 : 0) + (path.length % 2);
  const digits = [sign, ...(path.length % 2 === 0 ? [0] : []), ...path];
  return `0x${digits.map((digit) => digit.toString(16)).join("")}`;
}

/** A text, or a list of such, as Ethereum writes them one after the other: each behind its length. */
function toRlp(node: Rlp): Hex {
  if (typeof node !== "string") return withLength(node.map((one) => toRlp(one).slice(2)).join(""), 0xc0);
  const digits = node.slice(2);
  return digits.length === 2 && digits < "80" ? node : withLength(digits, 0x80);
}

function withLength(digits: string, kind: number): Hex {
  const length = digits.length / 2;
  if (length < 56) return `${hexOf(kind + length, 1)}${digits}`;
  const size = numberOf(length);
  return `${hexOf(kind + 55 + (size.length - 2) / 2, 1)}${size.slice(2)}${digits}`;
}
