import { townTreasuryViews } from "@one-small-town/core/abis/townTreasuryViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import type { Town } from "../members/Town.ts";
import { type Project, readProject } from "../projects/readProject.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A payment out of a fund that is proposed or approved, and not at its end; money in units of the town's currency. */
export type OpenSpending = {
  id: bigint;
  project: Project;
  /** Whether the fund of the country's office pays, and not the town's. */
  fromOffice: boolean;
  payee: Address;
  amount: bigint;
  document: Document;
  /** Whether the same was blocked before. */
  again: boolean;
  /** Seconds: until then electors may object; null while nobody has approved it. */
  payableFrom: number | null;
  /** What the town's electors say; null while it is not approved, or where the town is not asked. */
  vote: SpendingVote | null;
};

/** `timesheet` is one more than the index of that whose active members decide. */
type SpendingVote = { timesheet: number; electors: number; objections: number; needed: number };

/** About how long a fund's open spendings are, with where their documents are. */
const LISTS = 3_000;

/** The open spendings of a town's fund, and those of its country's office in the town's currency. */
export function spendingsQuery(system: System, town: Pick<Town, "id" | "country" | "currency">) {
  return queryOptions({
    queryKey: keyOf(system, "spendings", town.id),
    queryFn: () => readSpendings(system, town),
  });
}

export async function readSpendings(
  system: System,
  { id: town, country, currency }: Pick<Town, "id" | "country" | "currency">,
): Promise<OpenSpending[]> {
  const treasury = { address: system.deployment.addresses.TownTreasury, abi: townTreasuryViews } as const;
  const lists = await readNow(
    system,
    [
      { ...treasury, functionName: "openOf", args: [town] },
      { ...treasury, functionName: "openOfOffice", args: [country, currency.address] },
    ],
    { bytes: LISTS },
  );
  return Promise.all(
    lists.flat().map(async ({ id, spending, uri }): Promise<OpenSpending> => {
      const [project, [vote]] = await Promise.all([
        readProject(system, spending.project),
        readNow(system, [{ ...treasury, functionName: "voteOf", args: [id, town] }]),
      ]);
      return {
        id,
        project,
        fromOffice: spending.fromOffice,
        payee: spending.payee,
        amount: spending.amount,
        document: { hash: spending.document, uri },
        again: spending.again,
        payableFrom: spending.payableFrom === 0 ? null : spending.payableFrom,
        vote: vote.timesheet === 0 ? null : vote,
      };
    }),
  );
}
