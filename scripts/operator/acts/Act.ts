import type { Signable } from "@one-small-town/core/Signable.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import type { Address, Hex } from "viem";
import type { Errand } from "../command/Errand.ts";
import type { Context } from "./Context.ts";

/** How one thing that an act takes is written, told about and read. */
export type Argument<T = unknown> = {
  /** How the help calls what is to be written. */
  value: string;
  says: string;
  /** Throws a Mistake that says what to write instead. */
  read: (text: string) => T;
  isOptional: boolean;
  /** Whether it may be written several times: each is a line of what is read. */
  isMany?: boolean;
};

export type Arguments = Readonly<Record<string, Argument>>;

/** What was read of the arguments; undefined where an optional one was left out. */
type ValuesOf<A extends Arguments> = {
  readonly [Name in keyof A]: A[Name] extends Argument<infer T> ? T : never;
};

/** Whose word is missing after an act, and how they give it. */
export type Missing = { who: string; wallet: string | null; verb: string; options: Options };

/** Options as they are written: values by the name of an argument. */
export type Options = Readonly<Record<string, string>>;

type Described<A extends Arguments> = {
  /** One sentence, in the third person. */
  does: string;
  /** Who may. */
  who: string;
  takes: A;
  /** The argument that may be written without its name. */
  operand?: keyof A & string;
  /** What somebody may write after the verb; the network is added. */
  example: string;
};

/** An act that one or several transactions do. */
export type Sending<A extends Arguments> = Described<A> & {
  kind: "sends";
  /** What it sends, as contract.function: the last step, or all where they are batches. */
  sends: string;
  steps: (context: Context, values: ValuesOf<A>) => Promise<Plan> | Plan;
  /** Whether the contract would do it a second time, so that it is asked whether it was sent a moment ago. */
  isRepeatable?: boolean;
  missing?: (context: Context, values: ValuesOf<A>) => Promise<Missing[]> | Missing[];
};

/** A word that somebody signs, and another sends. */
export type Signing<A extends Arguments> = Described<A> & {
  kind: "signs";
  signs: (context: Context, values: ValuesOf<A>) => Promise<Word> | Word;
};

/** A question that anybody may ask. */
export type Telling<A extends Arguments> = Described<A> & {
  kind: "tells";
  /** `network` as the command line calls it, for the commands in the answer. */
  tells: (context: Context, values: ValuesOf<A>, network: string) => Promise<readonly Told[]>;
};

/** An act that goes its own way: it asks more than once before it sends. */
export type Performing<A extends Arguments> = Described<A> & {
  kind: "performs";
  sends: string;
  performs: (errand: Errand, values: ValuesOf<A>) => Promise<number>;
};

/** A line for people, with the same as data for programs. */
export type Told = { line: string; facts: Readonly<Record<string, unknown>> };

/** The transactions of an act, and what is to be known before they are sent. */
export type Plan = {
  steps: readonly Step[];
  /** What the steps rest on: what was proposed, who is left out and why. */
  notes?: readonly string[];
};

/** What is signed, the verb that sends it, and that verb's options from the signature. */
export type Word = { signable: Signable; verb: string; options: (signature: Hex, signer: Address) => Options };

export type Act = Sending<Arguments> | Signing<Arguments> | Telling<Arguments> | Performing<Arguments>;

/** States an act whose functions know the types of what they take. */
export function sends<A extends Arguments>(act: Omit<Sending<A>, "kind">): Act {
  return { ...act, kind: "sends" } as unknown as Act;
}

export function signs<A extends Arguments>(act: Omit<Signing<A>, "kind">): Act {
  return { ...act, kind: "signs" } as unknown as Act;
}

export function tells<A extends Arguments>(act: Omit<Telling<A>, "kind">): Act {
  return { ...act, kind: "tells" } as unknown as Act;
}

export function performs<A extends Arguments>(act: Omit<Performing<A>, "kind">): Act {
  return { ...act, kind: "performs" } as unknown as Act;
}
