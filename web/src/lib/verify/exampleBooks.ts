import type { Address, Hash } from "viem";
import type { Books, HoursEvent, ProfitEvent, SaleEvent, TokenEvent, TownEvent, TreasuryEvent } from "./Books.ts";
import { holdingKey } from "./holdingKey.ts";
import { infinityPerShift } from "./infinityPerShift.ts";

const at = (digit: string): Address => `0x${digit.repeat(40)}`;
const placed = (digit: string): Address => `0x${digit.repeat(39)}1`;
const hash = (number: number): Hash => `0x${String(number).padStart(64, "0")}`;

const nobody = at("0");
const [currency, token, pointer, amina, ben] = [at("c"), at("5"), at("7"), at("a"), at("b")];
const addresses = {
  ...{ Authority: at("1"), TownRegistry: at("2"), MemberRegistry: at("3"), ProjectRegistry: at("4") },
  ...{ InfinityToken: at("6"), Contributions: at("8"), InvestorToken: at("9"), ShareOffering: at("d") },
  ...{ ProfitSplitter: at("e"), TownTreasury: at("f") },
  ...{ Succession: placed("2"), Benefits: placed("3"), Releases: placed("4"), FinalDivision: placed("5") },
};
const business = (1n << 32n) | 1n;
const wallets = { currency, token, pointer, amina, ben };

type Loose = { eventName: string; args: Record<string, unknown> };

/** Only what the checks read of an event is filled in. */
function events<event>(happened: readonly Loose[]): event[] {
  return happened.map((entry, i) => ({ ...entry, transactionHash: hash(i) })) as event[];
}

/**
 * The books of a small town in which all is right: two members worked two shifts and one; 100 units came in for them
 * over three weeks, of which one has been; seven shares were bought for 10 each, one was given back, a tranche was
 * released; a profit of 300 was divided in thirds.
 */
export function exampleBooks(): Books & { wallets: typeof wallets } {
  const towns = events<TownEvent>([{ eventName: "TownFounded", args: { town: 1, currency, name: "Willow" } }]);
  const hours = events<HoursEvent>([
    { eventName: "TimesheetSubmitted", args: { town: 1, weekIndex: 9, pointer: at("0") } },
    { eventName: "TimesheetRejected", args: { town: 1, weekIndex: 9 } },
    { eventName: "TimesheetSubmitted", args: { town: 1, weekIndex: 9, pointer } },
    { eventName: "MembersFunded", args: { town: 1, amount: 100n, weeks_: 3 } },
    // 33 for this week and the 1 that does not divide by three; 17 for each of two.
    { eventName: "TimesheetFinalised", args: { town: 1, weekIndex: 9, index: 0, cashPerActive: 17n, carry: 0n } },
    { eventName: "ContributionsClaimed", args: { town: 1, infinity: 2n * infinityPerShift, cash: 17n } },
    { eventName: "ContributionsClaimed", args: { town: 1, infinity: infinityPerShift, cash: 17n } },
    { eventName: "CashKept", args: { town: 1, amount: 17n } },
    { eventName: "MembersFunded", args: { town: 1, amount: 100n, weeks_: 1 } },
  ]);
  const terms = { name: "Bakery", price: 10n };
  const sales = events<SaleEvent>([
    { eventName: "OfferingProposed", args: { business, termsHash: hash(8), terms: { name: "Old", price: 99n } } },
    { eventName: "OfferingProposed", args: { business, termsHash: hash(9), terms } },
    { eventName: "OfferingApproved", args: { offering: 1n, business, token, termsHash: hash(9) } },
    { eventName: "SharesBought", args: { offering: 1n, shares: 4n } },
    { eventName: "SharesBought", args: { offering: 1n, shares: 3n } },
    { eventName: "PurchaseCancelled", args: { offering: 1n, shares: 1n } },
    { eventName: "OfferingSettled", args: { offering: 1n } },
    { eventName: "EscrowPaid", args: { offering: 1n, amount: 20n } },
  ]);
  const tokenEvents = events<TokenEvent>([
    { eventName: "Transfer", args: { from: nobody, to: amina, value: 4n } },
    { eventName: "Transfer", args: { from: nobody, to: ben, value: 3n } },
    { eventName: "Transfer", args: { from: ben, to: nobody, value: 1n } },
    { eventName: "Transfer", args: { from: amina, to: ben, value: 2n } },
    { eventName: "DividendDeposited", args: { amount: 100n } },
    { eventName: "DividendClaimed", args: { amount: 32n } },
  ]);
  const parts = { investors: 100n, members: 100n, fund: 100n, country: 0n };
  return {
    ...{ addresses, wallets, towns, hours, sales },
    profits: events<ProfitEvent>([{ eventName: "ProfitDeposited", args: { business, ...parts } }]),
    treasury: events<TreasuryEvent>([{ eventName: "TreasuryFunded", args: { currency, toFund: 100n, toOffice: 0n } }]),
    mints: [{ units: 3n * infinityPerShift, transactionHash: hash(4) }],
    burns: [infinityPerShift],
    infinitySupply: 2n * infinityPerShift,
    // 24 quarters, 11, and 23: two shifts, none, one.
    codes: new Map([[pointer, "0x00180b17"]]),
    tokenEvents: new Map([[token, tokenEvents]]),
    tokenStates: new Map([
      [
        token,
        {
          ...{ supply: 6n, remainder: 4n },
          wallets: new Map([
            [nobody, { shares: 0n, claimable: 0n }],
            [amina, { shares: 2n, claimable: 0n }],
            [ben, { shares: 4n, claimable: 64n }],
          ]),
        },
      ],
    ]),
    held: new Map([
      [holdingKey(addresses.ShareOffering, currency), 40n],
      [holdingKey(addresses.Contributions, currency), 183n],
      [holdingKey(addresses.TownTreasury, currency), 100n],
      [holdingKey(token, currency), 68n],
      [holdingKey(addresses.Contributions, addresses.InfinityToken), 0n],
    ]),
  };
}
