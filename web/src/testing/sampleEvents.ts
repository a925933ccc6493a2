import type { MessageDescriptor } from "@lingui/core";
import { eventAbis, type Teller } from "@one-small-town/core/receipt/decodeLogs.ts";
import type { Abi, AbiParameter } from "viem";
import { eventSentences } from "../content/receipts/eventSentences.ts";
import type { Known } from "../content/receipts/Sentence.ts";

const WALLET = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const NOBODY = "0x0000000000000000000000000000000000000000";

const known: Known = {
  who: () => "0x7099…79C8",
  town: () => "Willowmere",
  project: () => "the bakery",
  sale: () => "Bakery",
  shares: () => "Bakery",
  priceOf: () => "30.00 USDC",
  inTown: () => "5.00 USDC",
  inSale: () => "5.00 USDC",
  inShares: () => "5.00 USDC",
  inCurrency: () => "5.00 USDC",
};

type Say = (args: unknown, known: Known, at: string) => MessageDescriptor;

/** What is said of each event with large values, and with small ones: for tests of words. */
export function sampleEvents(teller: Teller): { name: string; said: MessageDescriptor[] }[] {
  const sentences = eventSentences[teller] as Record<string, Say>;
  const abi: Abi = eventAbis[teller];
  return abi.flatMap((item) => {
    if (item.type !== "event") return [];
    const args = [1, 0].map((size) =>
      Object.fromEntries(item.inputs.map((input) => [input.name, valueOf(input, size)])),
    );
    const said = args.flatMap((values) => sentences[item.name]?.(values, known, WALLET) ?? []);
    return [{ name: item.name, said }];
  });
}

function valueOf(input: AbiParameter, size: number): unknown {
  const { type } = input;
  if (type.endsWith("[]")) return Array.from({ length: size + 1 }, () => 1);
  if ("components" in input)
    return Object.fromEntries(input.components.map((inner) => [inner.name, valueOf(inner, size)]));
  if (type === "address") return size === 1 ? WALLET : NOBODY;
  if (type === "string") return "Hillside";
  if (type === "bool") return size === 1;
  if (type.startsWith("bytes")) return `0x02${"0".repeat(61)}1`;
  const bits = Number(type.slice(4));
  if (bits > 48) return size === 1 ? 1_790_000_000n : 0n;
  return size * (bits >= 32 ? 1_790_000_000 : bits === 8 ? 3 : 710);
}
