import type { MessageDescriptor } from "@lingui/core";
import type { Address, Hex } from "viem";
import type { Subject } from "../chain/reads.ts";
import type { System } from "../chain/System.ts";
import type { Step } from "@one-small-town/core/Step.ts";

/** Who acts, and where. */
export type Actor = { system: System; address: Address };

/** A step with the words on its button, and what it takes out of the wallet besides the fee. */
export type NamedStep = { label: MessageDescriptor; step: Step; spends?: { currency: Address; amount: bigint } };

/** Something a person does with their wallet: one file each in this folder. */
export type Transaction<input> = {
  /** What it is, for the list of what is under way: "Buy 3 shares of Willowmere Bakery". */
  title: (input: input) => MessageDescriptor;
  /** What has happened once it is confirmed. */
  done: (input: input) => MessageDescriptor;
  /** The same with what the chain tells of it, where that can be another figure than was expected; `hashes` of all steps. */
  told?: (actor: Actor, input: input, hashes: readonly Hex[]) => Promise<MessageDescriptor>;
  /** What stands in the way, in words, as far as it can be known before any prompt; null when nothing does. */
  check: (actor: Actor, input: input) => Promise<MessageDescriptor | null>;
  /** What is left to send, in order: a step that the chain shows as done is left out. */
  steps: (actor: Actor, input: input) => Promise<readonly NamedStep[]>;
  /** What on the chain its steps change. */
  after: Touched;
};

export type Touched = readonly [Subject, ...Subject[]];
