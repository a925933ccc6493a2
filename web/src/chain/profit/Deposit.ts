import type { Document } from "@one-small-town/core/documents/Document.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Hex } from "viem";

/** The profit of a period as it was divided; units of the town's currency. */
export type Deposit = {
  period: string;
  investors: bigint;
  members: bigint;
  fund: bigint;
  country: bigint;
  /** Over how many timesheets the members' part is spread. */
  weeks: number;
  accounts: Document;
};

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
