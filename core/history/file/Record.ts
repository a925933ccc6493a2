import type { Address, Hex } from "viem";

/** An event as the chain has it, and when: what a history is written from. Addresses and words in small letters. */
export type Told = {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
  block: number;
  /** Of the block, in seconds. */
  time: number;
  /** Of the transaction in its block, and of the event in its block. */
  transaction: number;
  log: number;
};

/** Bytes of a timesheet as its code keeps them, behind one zero byte, and where that code is. */
export type Sheet = { pointer: Address; code: Hex };
