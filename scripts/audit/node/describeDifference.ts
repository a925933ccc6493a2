import { decodeAbiParameters, type Hex } from "viem";
import type { Refusal, Request } from "@one-small-town/core/asking/Ask.ts";
import { describeView, viewsIn } from "./describeRequest.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";

type Heard = { answer?: unknown; refusal?: Refusal };

const LONGEST = 200;

/** Where two answers to the same question differ first: what the one says there, and what the other. */
export function describeDifference(request: Request, one: Heard, other: Heard): [string, string] {
  if (one.refusal || other.refusal) return [saidBy(one), saidBy(other)];
  if (Array.isArray(one.answer) && Array.isArray(other.answer)) return logs(one.answer, other.answer);
  const views = viewsIn(request);
  if (views.length > 1) return answers(views.map(describeView), one.answer as Hex, other.answer as Hex);
  return [short(one.answer), short(other.answer)];
}

function saidBy({ answer, refusal }: Heard): string {
  return refusal ? `"${refusal.message}"` : short(answer);
}

function logs(ours: readonly RawLog[], theirs: readonly RawLog[]): [string, string] {
  const i = Math.max(
    0,
    [...ours, ...theirs].findIndex((_, n) => !isSame(ours[n], theirs[n])),
  );
  return [`${ours.length} events, the ${i + 1}. ${log(ours[i])}`, `${theirs.length}, the ${i + 1}. ${log(theirs[i])}`];
}

function log(it: RawLog | undefined): string {
  if (it === undefined) return "missing";
  const place = `event ${BigInt(it.logIndex)} of block ${BigInt(it.blockNumber)}`;
  return `${place}, of ${it.address}: ${short([...it.topics, it.data].join(" "))}`;
}

function answers(names: readonly string[], one: Hex, other: Hex): [string, string] {
  const [[ours], [theirs]] = [decode(one), decode(other)];
  const i = names.findIndex((_, n) => ours[n] !== theirs[n]);
  return [`${short(ours[i])} for ${names[i]}`, short(theirs[i])];
}

function decode(answer: Hex): readonly [readonly Hex[]] {
  return decodeAbiParameters([{ type: "bytes[]" }], answer);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A single word is a number; the others are cut. */
function short(value: unknown): string {
  if (typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value)) return BigInt(value).toString();
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
