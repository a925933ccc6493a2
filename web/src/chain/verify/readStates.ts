import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import {
  type BenefitEvent,
  type Books,
  type ProfitEvent,
  redemptionKey,
  type SaleEvent,
  type SaleState,
  type TownEvent,
  type TreasuryEvent,
} from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { fundsOf } from "@one-small-town/core/verify/replay/fundsOf.ts";
import type { TownClient } from "../makeClient.ts";
import { readInBatches } from "./readInBatches.ts";
import { views } from "./views.ts";

type At = { client: TownClient; addresses: Books["addresses"]; blockNumber: bigint };

/** In which phase each approved sale is, and what has left its escrow. */
export async function readSaleStates(
  { client, addresses, blockNumber }: At,
  sales: readonly SaleEvent[],
): Promise<Map<bigint, SaleState>> {
  const ids = eventsNamed(sales, "OfferingApproved").map(({ args }) => args.offering);
  const sale = { address: addresses.ShareOffering, abi: views.sale };
  const phases = await readInBatches<bigint, number>(
    client,
    ids,
    (id) => ({ ...sale, functionName: "phaseOf", args: [id] }),
    blockNumber,
  );
  const escrows = await readInBatches<bigint, { released: bigint }>(
    client,
    ids,
    (id) => ({ ...sale, functionName: "escrowOf", args: [id] }),
    blockNumber,
  );
  return new Map(ids.map((id, i) => [id, { phase: phases[i] ?? 0, released: escrows[i]?.released ?? 0n }]));
}

/** The deed in force of every business that has agreed on one, sold shares or made a profit. */
export async function readDeeds(
  { client, addresses, blockNumber }: At,
  profits: readonly ProfitEvent[],
  sales: readonly SaleEvent[],
): Promise<Map<bigint, Deed>> {
  const approved = eventsNamed(sales, "OfferingApproved");
  const businesses = [...new Set([...profits, ...approved].map(({ args }) => args.business))];
  const view = (business: bigint) => ({
    address: addresses.ProfitSplitter,
    abi: views.deed,
    functionName: "deedOf",
    args: [business],
  });
  const deeds = await readInBatches<bigint, Deed>(client, businesses, view, blockNumber);
  return new Map(businesses.map((business, i) => [business, deeds[i] as Deed]));
}

/** What each fund has, under its key. */
export async function readFunds(
  { client, addresses, blockNumber }: At,
  treasury: readonly TreasuryEvent[],
  towns: readonly TownEvent[],
): Promise<Map<string, bigint>> {
  const funds = fundsOf(treasury, towns);
  const at = { address: addresses.TownTreasury, abi: views.fund };
  const amounts = await readInBatches<(typeof funds)[number], bigint>(
    client,
    funds,
    ({ town, country, currency }) =>
      town === null
        ? { ...at, functionName: "officeOf", args: [country, currency] }
        : { ...at, functionName: "fundOf", args: [town] },
    blockNumber,
  );
  return new Map(funds.map(({ key }, i) => [key, amounts[i] ?? 0n]));
}

/** How much of each benefit each member has had for each week, as far as anything was handed out. */
export async function readRedeemed(
  { client, addresses, blockNumber }: At,
  benefits: readonly BenefitEvent[],
): Promise<Map<string, number>> {
  const handed = new Map(
    eventsNamed(benefits, "BenefitRedeemed").map(({ args }) => [
      redemptionKey(args.benefit, args.weekIndex, args.number),
      args,
    ]),
  );
  const view = ({ benefit, weekIndex, number }: { benefit: bigint; weekIndex: number; number: number }) => ({
    address: addresses.Benefits,
    abi: views.redeemed,
    functionName: "redeemedOf",
    args: [benefit, BigInt(weekIndex), BigInt(number)],
  });
  const units = await readInBatches<Parameters<typeof view>[0], number>(
    client,
    [...handed.values()],
    view,
    blockNumber,
  );
  return new Map([...handed.keys()].map((key, i) => [key, units[i] ?? 0]));
}
