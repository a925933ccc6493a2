import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import {
  type BenefitEvent,
  type ProfitEvent,
  redemptionKey,
  type SaleEvent,
  type SaleState,
  type TownEvent,
  type TreasuryEvent,
} from "@one-small-town/core/verify/Books.ts";
import { eventsNamed, groupBy } from "@one-small-town/core/verify/events.ts";
import { fundsOf } from "@one-small-town/core/verify/replay/fundsOf.ts";
import { readEach } from "@one-small-town/core/views/readEach.ts";
import type { At } from "./At.ts";

/** In which phase each approved sale is, and what has left its escrow. */
export async function readSaleStates({ read, ask }: At, sales: readonly SaleEvent[]): Promise<Map<bigint, SaleState>> {
  const ids = eventsNamed(sales, "OfferingApproved").map(({ args }) => args.offering);
  const states = await readEach<bigint, [number, bigint]>(read, ids, (id) => [
    ask("ShareOffering", "phaseOf", [id]),
    ask("ShareOffering", "releasedOf", [id]),
  ]);
  return new Map(states.map(([id, [phase, released]]) => [id, { phase, released }]));
}

/** The deed in force of every business that has agreed on one, sold shares or made a profit. */
export async function readDeeds(
  { read, ask }: At,
  profits: readonly ProfitEvent[],
  sales: readonly SaleEvent[],
): Promise<Map<bigint, Deed>> {
  const approved = eventsNamed(sales, "OfferingApproved");
  const businesses = [...new Set([...profits, ...approved].map(({ args }) => args.business))];
  const deeds = await readEach<bigint, [Deed]>(read, businesses, (business) => [
    ask("ProfitSplitter", "deedOf", [business]),
  ]);
  return new Map(deeds.map(([business, [deed]]) => [business, deed]));
}

/** What each fund has, under its key. */
export async function readFunds(
  { read, ask }: At,
  treasury: readonly TreasuryEvent[],
  towns: readonly TownEvent[],
): Promise<Map<string, bigint>> {
  const funds = fundsOf(treasury, towns);
  const amounts = await readEach<(typeof funds)[number], [bigint]>(
    read,
    funds,
    ({ town, country, currency, amount }) => [
      town === null
        ? ask("TownTreasury", "officeOf", [country, currency], amount)
        : ask("TownTreasury", "fundOf", [town], amount),
    ],
  );
  return new Map(amounts.map(([{ key }, [amount]]) => [key, amount]));
}

/** How much of each benefit each member has had for each week, as far as anything was handed out. */
export async function readRedeemed({ read, ask }: At, benefits: readonly BenefitEvent[]): Promise<Map<string, number>> {
  const handed = groupBy(eventsNamed(benefits, "BenefitRedeemed"), ({ args }) =>
    redemptionKey(args.benefit, args.weekIndex, args.number),
  );
  const units = await readEach<string, [number]>(read, [...handed.keys()], (key) => {
    const own = handed.get(key) ?? [];
    const { benefit, weekIndex, number } = own[0]?.args ?? {};
    const given = own.reduce((sum, { args }) => sum + args.units, 0);
    return [ask("Benefits", "redeemedOf", [benefit, weekIndex, number], given)];
  });
  return new Map(units.map(([key, [given]]) => [key, given]));
}
