import {
  type Abi,
  type AbiEvent,
  type AbiParameter,
  type Address,
  decodeAbiParameters,
  getAddress,
  type Hash,
  type Hex,
  toEventHash,
} from "viem";
import type { RawLog as Told } from "../asking/logs.ts";
import type { EventOf } from "../verify/Books.ts";

/** A log as a node writes it; as a history tells it, its transaction has no hash. */
export type RawLog = Omit<Told, "blockHash" | "transactionHash"> & { transactionHash: Hash | null };

export type Decode<abi extends Abi> = (log: RawLog) => EventOf<abi> | undefined;

type Input = AbiParameter & { indexed?: boolean };

const WORD = 64;

/** Addresses as they are written, by how nodes write them: the same few thousand come hundreds of thousands of times. */
const written = new Map<Hex, Address>();

/**
 * What reads the logs of an ABI; undefined is one that the ABI does not know. Each event's hash is made once, and an event
 * of plain words, as the ones of which there are hundreds of thousands, is cut into them.
 */
export function decoderOf<const abi extends Abi>(abi: abi): Decode<abi> {
  const byHash = eventsByHash(abi);
  return (log) => {
    const event = byHash.get(log.topics[0] ?? "0x");
    if (event === undefined) return undefined;
    const args: Record<string, unknown> = {};
    event.indexed.forEach(
      (input, i) => (args[input.name ?? ""] = wordOf(input.type, (log.topics[i + 1] ?? "0x").slice(2))),
    );
    const values = event.isPlain ? undefined : decodeAbiParameters(event.others, log.data);
    event.others.forEach((input, i) => {
      const word = log.data.slice(2 + i * WORD, 2 + (i + 1) * WORD);
      args[input.name ?? ""] = values === undefined ? wordOf(input.type, word) : values[i];
    });
    return {
      eventName: event.name,
      args,
      blockNumber: BigInt(log.blockNumber),
      logIndex: Number(log.logIndex),
      transactionIndex: Number(log.transactionIndex),
      transactionHash: log.transactionHash,
      address: addressOf(log.address),
    } as unknown as EventOf<abi>;
  };
}

/** The events of an ABI by their first topic: which of their values stand in the other topics, and which in the data. */
export function eventsByHash(abi: Abi) {
  const events = abi.filter((item): item is AbiEvent => item.type === "event");
  return new Map(events.map((event) => [toEventHash(event), partsOf(event)]));
}

function partsOf({ name, inputs }: AbiEvent) {
  const all: readonly Input[] = inputs;
  const others = all.filter(({ indexed }) => indexed !== true);
  const isPlain = others.every(({ type }) => /^(u?int\d*|address|bool|bytes32)$/.test(type));
  return { name, indexed: all.filter(({ indexed }) => indexed === true), others, isPlain };
}

/** What the 64 digits of a word say where a value of some type is. */
export function wordOf(type: string, word: string): unknown {
  if (word.length !== WORD) throw new Error("A log is cut off");
  if (type === "address") return addressOf(`0x${word.slice(24)}`);
  if (type === "bytes32") return `0x${word}`;
  if (type === "bool") return BigInt(`0x${word}`) !== 0n;
  return isSmall(type) ? Number(`0x${word}`) : BigInt(`0x${word}`);
}

/** Whether viem writes such whole numbers as numbers. */
export function isSmall(type: string): boolean {
  return Number(type.slice(4)) <= 48 && type !== "uint";
}

/** An address as it is written, with its checksum. */
export function addressOf(hex: Hex): Address {
  const known = written.get(hex);
  if (known !== undefined) return known;
  const address = getAddress(hex);
  written.set(hex, address);
  return address;
}
