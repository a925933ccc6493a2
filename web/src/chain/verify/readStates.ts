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
import type { TownClient } from "../System.ts";
import { readEach } from "../readEach.ts";
import { views } from "./views.ts";

type At = { client: TownClient; addresses: Books["addresses"]; blockNumber: bigint };

/** In which phase each approved sale is, and what has left its escrow. */
export async function readSaleStates(
  { client, addresses, blockNumber }: At,
  sales: readonly SaleEvent[],
): Promise<Map<bigint, SaleState>> {
  const ids = eventsNamed(sales, "OfferingApproved").map(({ args }) => args.offering);
  const sale = { address: addresses.ShareOffering, abi: views.sale };
  const states = await readEach(
    client,
    ids,
    (id) => [
      { ...sale, functionName: "phaseOf", args: [id] },
      { ...sale, functionName: "releasedOf", args: [id] },
    ],
    blockNumber,
  );
  return new Map(states.map(([id, [phase, released]]) => [id, { phase, released }]));
}

/** The deed in force of every business that has agreed on one, sold shares or made a profit. */
export async function readDeeds(
  { client, addresses, blockNumber }: At,
  profits: readonly ProfitEvent[],
  sales: readonly SaleEvent[],
): Promise<Map<bigint, Deed>> {
  const approved = eventsNamed(sales, "OfferingApproved");
  const businesses = [...new Set([...profits, ...approved].map(({ args }) => args.business))];
  const deeds = await readEach(
    client,
    businesses,
    (business) => [{ address: addresses.ProfitSplitter, abi: views.deed, functionName: "deedOf", args: [business] }],
    blockNumber,
  );
  return new Map(deeds.map(([business, [deed]]) => [business, deed]));
}

/** What each fund has, under its key. */
export async function readFunds(
  { client, addresses, blockNumber }: At,
  treasury: readonly TreasuryEvent[],
  towns: readonly TownEvent[],
): Promise<Map<string, bigint>> {
  const at = { address: addresses.TownTreasury, abi: views.fund } as const;
  const amounts = await readEach(
    client,
    fundsOf(treasury, towns),
    ({ town, country, currency }) => [
      town === null
        ? { ...at, functionName: "officeOf", args: [country, currency] }
        : { ...at, functionName: "fundOf", args: [town] },
    ],
    blockNumber,
  );
  return new Map(amounts.map(([{ key }, [amount]]) => [key, amount]));
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
  const units = await readEach(
    client,
    [...handed],
    ([, { benefit, weekIndex, number }]) => [
      {
        address: addresses.Benefits,
        abi: views.redeemed,
        functionName: "redeemedOf",
        args: [benefit, BigInt(weekIndex), BigInt(number)],
      },
    ],
    blockNumber,
  );
  return new Map(units.map(([[key], [given]]) => [key, given]));
}
