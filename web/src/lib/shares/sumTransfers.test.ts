import { zeroAddress } from "viem";
import { expect, it } from "vitest";
import { sumTransfers } from "./sumTransfers.ts";

const amina = "0x00000000000000000000000000000000000000a1";
const ben = "0x00000000000000000000000000000000000000b2";

it("adds up mints, transfers and burns, and leaves out who holds nothing", () => {
  const transfers = [
    { from: zeroAddress, to: amina, value: 5n },
    { from: zeroAddress, to: ben, value: 2n },
    { from: amina, to: ben, value: 3n },
    { from: amina, to: zeroAddress, value: 2n },
  ] as const;

  expect([...sumTransfers(transfers)]).toEqual([[ben, 5n]]);
});
