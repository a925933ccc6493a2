import type { Hex } from "viem";
import { plainText } from "@one-small-town/core/text.ts";
import type { Deposit } from "./depositsQuery.ts";

type Deposited = Omit<Deposit, "weeks" | "accounts"> & { weeks_: number; accounts: Hex; uri: string };

/** A deposit as its event tells it. */
export function toDeposit({
  period,
  investors,
  members,
  fund,
  country,
  weeks_: weeks,
  accounts,
  uri,
}: Deposited): Deposit {
  return {
    period: plainText(period),
    investors,
    members,
    fund,
    country,
    weeks,
    accounts: { hash: accounts, uri },
  };
}
