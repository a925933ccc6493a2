import type { MessageDescriptor } from "@lingui/core";
import { eventSentences } from "../../content/receipts/eventSentences.ts";
import type { Known } from "../../content/receipts/Sentence.ts";
import type { Told } from "@one-small-town/core/receipt/decodeLogs.ts";

type Say = (args: unknown, known: Known, at: string) => MessageDescriptor;

/** What a contract told, as a sentence. */
export function sentenceOf({ teller, eventName, args, address }: Told, known: Known): MessageDescriptor | undefined {
  return (eventSentences[teller] as Record<string, Say>)[eventName]?.(args, known, address);
}
