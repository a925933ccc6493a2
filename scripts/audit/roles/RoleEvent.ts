import type { Address, Hex } from "viem";

/** A role that was given or taken. */
export type RoleEvent = {
  name: "RoleGranted" | "RoleRevoked";
  role: Hex;
  account: Address;
  /** Who sent it. */
  sender: Address;
  block: bigint;
};
