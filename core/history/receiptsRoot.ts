import { concatHex, type Hex, hexToBytes, keccak256, toHex, toRlp } from "viem";
import type { RawLog } from "../asking/logs.ts";

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
  return Number(type) === 0 ? toRlp(fields) : concatHex([toHex(Number(type), { size: 1 }), toRlp(fields)]);
}

/** A number without zeros in front; nothing for zero. */
function short(hex: Hex): Hex {
  return numberOf(Number(hex));
}

function numberOf(number: number): Hex {
  return number === 0 ? "0x" : toHex(number, { size: Math.ceil(number.toString(16).length / 2) });
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
  return hexToBytes(encoded).length < 32 ? node : keccak256(encoded);
}

/** Steps of a path, two a byte, behind a sign whether they end and are odd. */
function compact(path: readonly number[], isEnd: boolean): Hex {
  const sign = (isEnd ? 2 : 0) + (path.length % 2);
  const digits = [sign, ...(path.length % 2 === 0 ? [0] : []), ...path];
  return `0x${digits.map((digit) => digit.toString(16)).join("")}`;
}
