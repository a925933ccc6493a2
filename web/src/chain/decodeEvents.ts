import { hashOfText, typeOf } from "@one-small-town/core/views/View.ts";
import { addressOf, decodeParams, type Param, WORD, wordOf } from "@one-small-town/core/views/words.ts";
import type { Abi, AbiEvent, Address, Hash, Hex } from "viem";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";

/** A log as a node writes it. Some nodes say the time of its block as well. */
export type RawLog = {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
  blockNumber: Hex;
  logIndex: Hex;
  transactionHash: Hash;
  transactionIndex: Hex;
  blockTimestamp?: Hex;
};

export type Decode<abi extends Abi> = (log: RawLog) => EventOf<abi> | undefined;

type Input = Param & { indexed?: boolean };

/**
 * What reads the logs of an ABI; undefined is one that the ABI does not know. Each event's hash is made once, and an event
 * of plain words, as the ones of which there are hundreds of thousands, is cut into them.
 */
export function decoderOf<const abi extends Abi>(abi: abi): Decode<abi> {
  const events = abi.filter((item): item is AbiEvent => item.type === "event");
  const byHash = new Map(events.map((event) => [`0x${hashOfText(event.name + typeOf(event.inputs))}`, partsOf(event)]));
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
      transactionHash: log.transactionHash,
      transactionIndex: Number(log.transactionIndex),
      address: addressOf(log.address),
    } as unknown as EventOf<abi>;
  };
}

function partsOf({ name, inputs }: AbiEvent) {
  const all: readonly Input[] = inputs;
  const others = all.filter(({ indexed }) => indexed !== true);
  const isPlain = others.every(({ type }) => /^(u?int\d*|address|bool|bytes32)$/.test(type));
  return { name, indexed: all.filter(({ indexed }) => indexed === true), others, isPlain };
}
