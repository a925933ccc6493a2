import type { ContractTransactionResponse } from "ethers";
import type { Stage } from "../stage.ts";

type Wallet = { address: string };
type Contract = { getAddress: () => Promise<string> };

/** A way money takes, and what has to happen first. */
export type Flow = {
  name: string;
  /** The functions that the money passes through, as "Contract.function". */
  through: string[];
  prepare?: (stage: Stage) => Promise<void>;
  act: (stage: Stage) => Promise<ContractTransactionResponse>;
};

/** Money comes in: who pays what, and who takes it, the first of all first. */
export type FlowIn = Flow & {
  /** Nothing is allowed, and the payer's signature is what lets the money be taken. */
  by?: "permit" | "authorization";
  payer: (stage: Stage) => Wallet;
  amount: (stage: Stage) => bigint;
  takers: (stage: Stage) => Contract[];
};

/** Money goes from some of the contracts to others. */
export type FlowWithin = Flow & {
  givers: (stage: Stage) => Promise<{ from: Contract; amount: bigint }[]>;
  takers: (stage: Stage) => Contract[];
  /** How it fails when transfers deliver a unit too few. */
  withFee: (stage: Stage) => Promise<[error: "MoneyNotReceivedInFull" | "ERC20InsufficientBalance", args: unknown[]]>;
};

/** Money goes out: of which contract, and to whom how much. */
export type FlowOut = Flow & {
  holder: (stage: Stage) => Contract;
  payments: (stage: Stage) => { to: Wallet; amount: bigint }[];
};

/** Money goes out to many: it goes on with the next when one payment fails, and keeps what failed. */
export type FlowOfMany = FlowOut & {
  /** The function that pays what was kept. */
  keptThrough: string;
  /** What is kept for each, in the order of the payments. */
  kept: (stage: Stage) => Promise<bigint[]>;
  claimKept: (stage: Stage, i: number) => Promise<ContractTransactionResponse>;
};
