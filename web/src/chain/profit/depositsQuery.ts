import { profitSplitterAbi } from "@one-small-town/core/abis/profitSplitterAbi.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { queryOptions } from "@tanstack/react-query";
import { getAbiItem, type Hex } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keyOf.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

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

/** All profit that a business has deposited, oldest first. */
export function depositsQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "deposits", business),
    queryFn: async (): Promise<Deposit[]> => {
      const logs = await readLogs(system.client, {
        address: system.deployment.addresses.ProfitSplitter,
        args: { business },
        event: getAbiItem({ abi: profitSplitterAbi, name: "ProfitDeposited" }),
        fromBlock: BigInt(system.deployment.startBlock),
        toBlock: await getBlockNumber(system.client),
      });
      return logs.map(({ args }) => toDeposit(args));
    },
  });
}

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
