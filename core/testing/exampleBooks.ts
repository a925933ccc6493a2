import { type Address, bytesToHex, type Hash, type Hex } from "viem";
import { INFINITY_PER_SHIFT, REVIEW } from "../rules/Contributions.ts";
import { DORMANT_FOR } from "../rules/FinalDivision.ts";
import { SHIFT } from "../rules/Timesheet.ts";
import { transactionOf } from "../position.ts";
import { roleIds } from "../roles/roleIds.ts";
import {
  type Books,
  type DivisionEvent,
  holdingKey,
  type HoursEvent,
  type ProfitEvent,
  type RoleEvent,
  type SaleEvent,
  type TokenEvent,
  type TownEvent,
  type TreasuryEvent,
} from "../verify/Books.ts";

const at = (digit: string): Address => `0x${digit.repeat(40)}`;
const placed = (digit: string): Address => `0x${digit.repeat(39)}1`;
const hash = (number: number): Hash => `0x${String(number).padStart(64, "0")}`;

const nobody = at("0");
const [currency, token, failedToken, amina, ben, cleo] = [at("c"), at("5"), placed("6"), at("a"), at("b"), placed("c")];
/** The timesheet of Willow as it was first written, as another coordinator amended it, and that of Reed. */
const [early, pointer, lastPointer] = [placed("7"), at("7"), placed("8")];
const addresses = {
  Authority: at("1"),
  TownRegistry: at("2"),
  MemberRegistry: at("3"),
  ProjectRegistry: at("4"),
  InfinityToken: at("6"),
  Contributions: at("8"),
  InvestorToken: at("9"),
  ShareOffering: at("d"),
  ProfitSplitter: at("e"),
  TownTreasury: at("f"),
  Succession: placed("2"),
  Benefits: placed("3"),
  Releases: placed("4"),
  FinalDivision: placed("5"),
};
const business = (1n << 32n) | 1n;
const wallets = { currency, token, pointer, lastPointer, amina, ben, cleo };

/** A timesheet as it is stored, behind a zero byte. */
const codeOf = (...quarters: number[]): Hex => bytesToHex(Uint8Array.from([0, ...quarters]));

type Loose = { eventName: string; args: Record<string, unknown> };

/** The time of most of what happens: a town that was dormant from second 1,000 on may be divided. */
const NOW = 1_000 + DORMANT_FOR;

/** Where the next event stands. */
let places = 0;

/** Only what the checks read of an event is filled in. */
function events<event>(happened: readonly Loose[], blockNumber = 9n): event[] {
  return happened.map((entry, i) => ({
    ...entry,
    transactionHash: hash(i),
    blockNumber,
    // Those with the same place in their lists are of one transaction.
    transactionIndex: i,
    logIndex: 1_000 * i + places++,
  })) as event[];
}

const towns = events<TownEvent>([
  { eventName: "TownFounded", args: { town: 1, country: 710, currency, name: "Willow" } },
  { eventName: "TownFounded", args: { town: 2, country: 710, currency, name: "Reed" } },
]);

/** A few worked in week 9 of a town that has no electors yet. */
const underReview = { weekIndex: 9, active: 2, electors: 0, passedOver: [], reviewEnds: NOW + REVIEW };

const hours = events<HoursEvent>([
  { eventName: "TimesheetSubmitted", args: { town: 1, pointer: at("0"), ...underReview } },
  { eventName: "TimesheetRejected", args: { town: 1, weekIndex: 9 } },
  { eventName: "TimesheetSubmitted", args: { town: 1, pointer: early, ...underReview } },
  { eventName: "TimesheetAmended", args: { town: 1, pointer, ...underReview } },
  { eventName: "MembersFunded", args: { town: 1, amount: 100n, weeks_: 3, firstIndex: 0 } },
  // 33 for this week and the 1 that does not divide by three; 17 for each of two.
  { eventName: "TimesheetFinalised", args: { town: 1, weekIndex: 9, index: 0, cashPerActive: 17n, carry: 0n } },
  { eventName: "ContributionsClaimed", args: { town: 1, infinity: 2n * INFINITY_PER_SHIFT, cash: 17n } },
  { eventName: "ContributionsClaimed", args: { town: 1, infinity: INFINITY_PER_SHIFT, cash: 17n } },
  { eventName: "CashKept", args: { town: 1, amount: 17n } },
  { eventName: "MembersFunded", args: { town: 1, amount: 100n, weeks_: 1, firstIndex: 1 } },
  { eventName: "MembersFunded", args: { town: 2, amount: 50n, weeks_: 4, firstIndex: 0 } },
  { eventName: "TimesheetSubmitted", args: { town: 2, pointer: lastPointer, ...underReview } },
  // 12 for this week and the 2 that do not divide by four; 4 for each of three.
  { eventName: "TimesheetFinalised", args: { town: 2, weekIndex: 9, index: 0, cashPerActive: 4n, carry: 2n } },
  { eventName: "ContributionsClaimed", args: { town: 2, infinity: INFINITY_PER_SHIFT, cash: 4n } },
  { eventName: "PoolSurrendered", args: { town: 2, amount: 38n } },
]);

const terms = { name: "Bakery", price: 10n };
const sales = events<SaleEvent>([
  { eventName: "OfferingProposed", args: { business, termsHash: hash(8), terms: { name: "Old", price: 99n } } },
  { eventName: "OfferingProposed", args: { business, termsHash: hash(7), terms: { name: "Mill", price: 3n } } },
  { eventName: "OfferingProposed", args: { business, termsHash: hash(9), terms } },
  { eventName: "OfferingApproved", args: { offering: 1n, business, token: failedToken, termsHash: hash(7) } },
  { eventName: "SharesBought", args: { offering: 1n, shares: 5n } },
  { eventName: "SharesBought", args: { offering: 1n, shares: 2n } },
  { eventName: "Refunded", args: { offering: 1n, holder: amina, to: amina, shares: 5n, amount: 15n } },
  { eventName: "RefundKept", args: { offering: 1n, holder: amina, amount: 15n } },
  { eventName: "Refunded", args: { offering: 1n, holder: ben, to: ben, shares: 2n, amount: 6n } },
  { eventName: "RefundKept", args: { offering: 1n, holder: ben, amount: 6n } },
  { eventName: "KeptRefundPaid", args: { offering: 1n, holder: ben, to: cleo, amount: 6n } },
  { eventName: "OfferingApproved", args: { offering: 2n, business, token, termsHash: hash(9) } },
  { eventName: "SharesBought", args: { offering: 2n, shares: 4n } },
  { eventName: "SharesBought", args: { offering: 2n, shares: 3n } },
  { eventName: "PurchaseCancelled", args: { offering: 2n, shares: 1n } },
  { eventName: "OfferingSettled", args: { offering: 2n } },
  { eventName: "EscrowPaid", args: { offering: 2n, to: amina, amount: 20n } },
  { eventName: "EscrowPaid", args: { offering: 2n, to: addresses.Releases, amount: 40n } },
]);

const failedTokenEvents = events<TokenEvent>([
  { eventName: "Transfer", args: { from: nobody, to: amina, value: 5n } },
  { eventName: "Transfer", args: { from: nobody, to: ben, value: 2n } },
  { eventName: "Transfer", args: { from: amina, to: nobody, value: 5n } },
  { eventName: "Transfer", args: { from: ben, to: nobody, value: 2n } },
]);

const tokenEvents = events<TokenEvent>([
  { eventName: "Transfer", args: { from: nobody, to: amina, value: 4n } },
  { eventName: "Transfer", args: { from: nobody, to: ben, value: 3n } },
  { eventName: "Transfer", args: { from: ben, to: nobody, value: 1n } },
  { eventName: "Transfer", args: { from: amina, to: ben, value: 2n } },
  {
    eventName: "DividendDeposited",
    args: { from: addresses.ProfitSplitter, amount: 100n, perShare: 16n, remainder: 4n },
  },
  { eventName: "DividendClaimed", args: { holder: amina, amount: 32n } },
  { eventName: "DividendDeposited", args: { from: addresses.Releases, amount: 40n, perShare: 23n, remainder: 2n } },
  { eventName: "Transfer", args: { from: ben, to: cleo, value: 4n } },
  { eventName: "HoldingMoved", args: { from: ben, to: cleo, shares: 4n, dividends: 92n } },
]);

const treasury = events<TreasuryEvent>([
  { eventName: "TreasuryFunded", args: { town: 1, country: 710, currency, toFund: 100n, toOffice: 3n } },
  { eventName: "FundDonated", args: { town: 1, amount: 30n } },
  { eventName: "OfficeDonated", args: { country: 710, currency, amount: 17n } },
  { eventName: "SpendingProposed", args: { spending: 1n, project: business, fromOffice: false, amount: 25n } },
  { eventName: "SpendingProposed", args: { spending: 2n, project: business, fromOffice: true, amount: 12n } },
  { eventName: "SpendingExecuted", args: { spending: 1n, project: business, amount: 25n } },
  { eventName: "SpendingExecuted", args: { spending: 2n, project: business, amount: 12n } },
  { eventName: "FundDonated", args: { town: 2, amount: 20n } },
  { eventName: "FundSurrendered", args: { town: 2, amount: 20n } },
]);

const division = { division: 1n, town: 2, currency, timesheet: 0, active: 3, cashPerActive: 19n, remainder: 1n };
const divisions = events<DivisionEvent>(
  [
    { eventName: "TownDivided", args: { ...division, fromPool: 38n, fromFund: 20n } },
    { eventName: "PartClaimed", args: { division: 1n, number: 1, amount: 19n } },
    { eventName: "PartClaimed", args: { division: 1n, number: 2, amount: 19n } },
    { eventName: "PartKept", args: { division: 1n, number: 2, amount: 19n } },
    { eventName: "PartClaimed", args: { division: 1n, number: 4, amount: 19n } },
    { eventName: "PartKept", args: { division: 1n, number: 4, amount: 19n } },
    { eventName: "KeptPartsPaid", args: { town: 2, number: 4, amount: 19n } },
  ],
  10n,
);

/** Reed's ambassador was removed more than a year before. */
const lostKey = roleIds.townAmbassador(2);
const roles = events<RoleEvent>(
  [
    { eventName: "RoleGranted", args: { role: lostKey, account: ben } },
    { eventName: "AmbassadorAppointed", args: { role: lostKey, wallet: ben, actsFrom: 1 } },
    { eventName: "RoleRevoked", args: { role: lostKey, account: ben } },
  ],
  1n,
);
const times = new Map([
  [1n, 1_000],
  [9n, NOW],
  [10n, NOW],
]);

/**
 * The books of two small towns in which all is right. In Willow two members worked two shifts and one, by a timesheet
 * that was amended; 100 units came in for them over three weeks, of which one has been. Of a failed sale one refund is
 * kept still, another was paid to a wallet that followed. Seven shares of another were bought for 10 each, one was given
 * back, a tranche was released, the rest wound up; a profit of 300 was divided in thirds; a holder has another wallet.
 * The town and the country office were given money and spent some. Reed lost its keys: what it had was divided among the
 * three who had worked.
 */
export function exampleBooks(): Books & { wallets: typeof wallets } {
  const parts = { investors: 100n, members: 100n, fund: 100n, country: 0n };
  return {
    addresses,
    wallets,
    towns,
    hours,
    sales,
    treasury,
    divisions,
    block: { number: 99n, timestamp: 1_800_000_000 },
    town: null,
    roles,
    times,
    members: [],
    projects: [],
    successions: null,
    benefits: null,
    releases: null,
    saleStates: null,
    deeds: null,
    membersStates: null,
    personStates: null,
    deployer: at("0"),
    startBlock: 1n,
    infinity: [],
    said: [],
    funds: null,
    redeemed: null,
    profits: events<ProfitEvent>([{ eventName: "ProfitDeposited", args: { business, period: "2026-Q1", ...parts } }]),
    mints: hours
      .filter(({ eventName }) => eventName === "TimesheetFinalised")
      .map((event) => ({ units: 3n * INFINITY_PER_SHIFT, transaction: transactionOf(event) })),
    burns: [INFINITY_PER_SHIFT],
    infinitySupply: 5n * INFINITY_PER_SHIFT,
    codes: new Map([
      // Two shifts, none, one.
      [pointer, codeOf(2 * SHIFT, SHIFT - 1, 2 * SHIFT - 1)],
      // Three of four members worked one shift.
      [lastPointer, codeOf(SHIFT, SHIFT, SHIFT - 1, SHIFT)],
    ]),
    tokenEvents: new Map([
      [failedToken, failedTokenEvents],
      [token, tokenEvents],
    ]),
    tokenStates: new Map([
      [
        failedToken,
        { supply: 0n, remainder: 0n, scope: 0, wallets: new Map([[amina, { shares: 0n, claimable: 0n }]]) },
      ],
      [
        token,
        {
          supply: 6n,
          remainder: 2n,
          scope: 1,
          wallets: new Map([
            [nobody, { shares: 0n, claimable: 0n }],
            [amina, { shares: 2n, claimable: 14n }],
            [ben, { shares: 0n, claimable: 0n }],
            [cleo, { shares: 4n, claimable: 92n }],
          ]),
        },
      ],
    ]),
    held: new Map([
      [holdingKey(addresses.ShareOffering, currency), 15n],
      [holdingKey(addresses.Contributions, currency), 191n],
      [holdingKey(addresses.TownTreasury, currency), 113n],
      [holdingKey(addresses.FinalDivision, currency), 20n],
      [holdingKey(addresses.ProfitSplitter, currency), 0n],
      [holdingKey(token, currency), 108n],
      [holdingKey(failedToken, currency), 0n],
      [holdingKey(addresses.Contributions, addresses.InfinityToken), 2n * INFINITY_PER_SHIFT],
    ]),
  };
}
