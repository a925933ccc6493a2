import type { Signer } from "ethers";
import type { Context } from "../acts/Context.ts";

/** What becomes of the transactions of an act. */
export type Wanted =
  | { kind: "sent"; signer: Signer; isSure: boolean; isAgain: boolean }
  | { kind: "dry run" }
  | { kind: "calldata" }
  | { kind: "safe"; file: string };

/** Where lines go, and where a word comes from. */
export type Terminal = {
  /** What was asked for. */
  say: (line: string) => void;
  /** What a program should not read. */
  note: (line: string) => void;
  /** The answer to a question; undefined where nobody can be asked. */
  ask: (question: string) => Promise<string | undefined>;
};

/** One act of one person: what it may ask, what is wanted, and where it is told. */
export type Errand = {
  context: Context;
  /** How the network is called on the command line, and how wallets show it. */
  network: { name: string; title: string };
  wanted: Wanted;
  isJson: boolean;
  terminal: Terminal;
};

/** Where lines for people go: not where a program reads. */
export function tellerOf({ isJson, wanted, terminal }: Errand): (line: string) => void {
  return isJson || wanted.kind === "calldata" ? terminal.note : terminal.say;
}
