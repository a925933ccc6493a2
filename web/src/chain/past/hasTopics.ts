import { hexOf } from "@one-small-town/core/hex.ts";
import type { Abi, AbiEvent, Hex } from "viem";

type Told = { eventName: string; args?: unknown };

/** Whether an event that a history tells has the topics that a node would be asked for; null is any. */
export function hasTopics(abi: Abi, { eventName, args }: Told, topics: readonly (Hex | null)[]): boolean {
  const event = abi.find((item): item is AbiEvent => item.type === "event" && item.name === eventName);
  const indexed = (event?.inputs ?? []).filter((input) => "indexed" in input && input.indexed);
  const values = args as Readonly<Record<string, unknown>>;
  return topics.slice(1).every((topic, i) => {
    const name = indexed[i]?.name;
    return topic === null || (name !== undefined && wordOf(values[name]) === topic.toLowerCase());
  });
}

function wordOf(value: unknown): Hex {
  if (typeof value === "string") return `0x${value.slice(2).toLowerCase().padStart(64, "0")}`;
  return hexOf(typeof value === "boolean" ? Number(value) : (value as bigint), 32);
}
