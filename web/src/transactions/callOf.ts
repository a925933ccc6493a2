import { concatHex, type Hex, keccak256 } from "viem";

/** What a transaction calls, and with what, as one hash: the same however often it is sent, and at whatever fee. */
export function callOf({ to, input }: { to: Hex | null; input: Hex }): Hex {
  return keccak256(concatHex([(to ?? "0x").toLowerCase() as Hex, input.toLowerCase() as Hex]));
}
