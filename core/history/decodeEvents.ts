import type { Abi, AbiEvent, Hash } from "viem";
import type { RawLog as Told } from "../asking/logs.ts";
import type { EventOf } from "../verify/Books.ts";
import { hashOfText, typeOf } from "../views/View.ts";
import { addressOf, decodeParams, type Param, WORD, wordOf } from "../views/words.ts";

/** A log as a node writes it; as a history tells it, its transaction has no hash. */
export type RawLog = Omit<Told, "blockHash" | "transactionHash"> & { transactionHash: Hash | null };

export type Decode<abi extends Abi> = (log: RawLog) => EventOf<abi> | undefined;

type Input = Param & { indexed?: boolean };

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
    const values = event.isPlain ? undefined : decodeParams(event.others, log.data.slice(2));
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
  return new Map(events.map((event) => [`0x${hashOfText(event.name + typeOf(event.inputs))}`, partsOf(event)]));
}

function partsOf({ name, inputs }: AbiEvent) {
  const all: readonly Input[] = inputs;
  const others = all.filter(({ indexed }) => indexed !== true);
  const isPlain = others.every(({ type }) => /^(u?int\d*|address|bool|bytes32)$/.test(type));
  return { name, indexed: all.filter(({ indexed }) => indexed === true), others, isPlain };
}
