import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { type Books, redemptionKey } from "@one-small-town/core/verify/Books.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { type FindingKey, findingKeys, type Row } from "@one-small-town/core/verify/Finding.ts";
import { expect } from "chai";
import type { Hex } from "viem";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { lost } from "../fixture/deserted.ts";
import { readChainBooks } from "../fixture/readChainBooks.ts";
import { DAY } from "../fixture/willowmere.ts";

type Lists = {
  [
    part in keyof Books as NonNullable<Books[part]> extends readonly { eventName: string }[] ? part : never
  ]: Books[part];
};
type Event = { eventName: string; args: Record<string, unknown> };
type Lie = (books: Books) => Partial<Books>;

/** The same events without the nth of a name, with it twice, or with other arguments. */
const omit = (part: keyof Lists, name: string, nth = 0): Lie => replace(part, name, nth, () => []);
const double = (part: keyof Lists, name: string, nth = 0): Lie =>
  replace(part, name, nth, (event) => [event, { ...event }]);
const alter = (part: keyof Lists, name: string, args: object, nth = 0): Lie =>
  replace(part, name, nth, (event) => [{ ...event, args: { ...event.args, ...args } }]);

function replace(part: keyof Lists, name: string, nth: number, by: (event: Event) => Event[]): Lie {
  return (books) => {
    let seen = 0;
    const events = books[part] as unknown as readonly Event[];
    const changed = events.flatMap((event) => (event.eventName === name && seen++ === nth ? by(event) : [event]));
    if (seen <= nth) throw new Error(`There is no ${name} to lie about`);
    return { [part]: changed };
  };
}

/** The token's events changed, of which there is one. */
const ofToken =
  (change: (events: Event[]) => Event[]): Lie =>
  ({ tokenEvents }) => ({
    tokenEvents: new Map([...(tokenEvents ?? [])].map(([token, events]) => [token, change(events as never) as never])),
  });

const moreShares: Lie = ({ tokenStates }) => ({
  tokenStates: mapped(tokenStates, (state) => ({
    ...state,
    wallets: mapped(state.wallets, (own) => ({ ...own, shares: own.shares && own.shares + 1n })),
  })),
});

function mapped<key, value>(map: ReadonlyMap<key, value>, change: (value: value, key: key) => value): Map<key, value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}

/** The first of a name is the manager's doing. */
function byInsider(part: keyof Lists, name: string, who: string): Lie {
  return (books) => alter(part, name, { [who]: managementIn(books).manager })(books);
}

/** The payout wallet votes to wind up, in the block of the first tranche. */
function votedByPayout(books: Books): Partial<Books> {
  const { payout } = managementIn(books);
  const args = { holder: payout, shares: 1n, windingUp: 1n };
  return replace("releases", "TrancheReleased", 0, (event) => [
    event,
    { ...event, eventName: "WindUpVoted", args: { offering: event.args["offering"], ...args } },
  ])(books);
}

function managementIn({ projects }: Books): Record<string, unknown> {
  const changed = projects?.find(({ eventName }) => eventName === "ManagementChanged");
  if (changed === undefined) throw new Error("Nobody runs a business");
  return changed.args;
}

/** Every timesheet's code with another byte for a member. */
const byte =
  (number: number, quarters: string): Lie =>
  ({ codes }) => ({
    codes: mapped(codes ?? new Map<never, Hex>(), (code) => {
      const [at, long] = [2 + number * 2, code.padEnd(4 + number * 2, "0")];
      return `${long.slice(0, at)}${quarters}${long.slice(at + 2)}` as Hex;
    }),
  });

/** As if a week of the town had been final before any money came in, and all of it had come in much later. */
const lateMoney: Lie = ({ hours, times }) => {
  const [first] = hours as unknown as Event[];
  const empty = { ...first, eventName: "EmptyTimesheetFinalised", args: { ...first?.args, weekIndex: 1 } };
  return {
    hours: [empty, ...(hours as unknown as Event[])] as never,
    times: mapped(times ?? new Map<bigint, number>(), (time) => time + 100 * DAY),
  };
};

const STRANGER = "0x00000000000000000000000000000000000000E5";

/** What nobody may do, and what each finding says of it: key, lie, and the figures of the row that tells it. */
const LIES: readonly [string, FindingKey, Lie, Partial<Pick<Row, "detail" | "figures">>?][] = [
  ["a currency short by one unit", "held", ({ held }) => ({ held: mapped(held, (has) => has - 1n) })],
  ["INFINITY for a shift that nobody worked", "minted", byte(4, "0c")],
  ["INFINITY out of nothing", "supply", ({ infinitySupply }) => ({ infinitySupply: (infinitySupply ?? 0n) + 1n })],
  ["a share more in each wallet", "shares", moreShares],
  ["cash of a week that was not there", "cash", alter("hours", "TimesheetFinalised", { cashPerActive: 99_999n })],
  [
    "a week that left a unit for each active member",
    "cash",
    replace("hours", "TimesheetFinalised", 1, (event) => {
      const { cashPerActive, carry, active } = event.args as Record<string, bigint>;
      const args = { cashPerActive: (cashPerActive ?? 0n) - 1n, carry: (carry ?? 0n) + (active ?? 0n) };
      return [{ ...event, args: { ...event.args, ...args } }];
    }),
  ],
  [
    "a dividend of somebody who never had a share",
    "dividends",
    ({ tokenStates }) => ({
      tokenStates: mapped(tokenStates, (state) => ({
        ...state,
        remainder: state.remainder - 1n,
        wallets: new Map([...state.wallets, [STRANGER, { shares: 0n, claimable: 1n }]]),
      })),
    }),
    { detail: { kind: "wallet", id: STRANGER }, figures: [0n, 0n, 1n, 0n] },
  ],
  [
    "a dividend that was claimed unseen",
    "dividends",
    ofToken((events) => events.filter(({ eventName }) => eventName !== "DividendClaimed")),
  ],
  [
    "a dividend with another rounding",
    "dividends",
    ofToken((events) =>
      events.map((event) =>
        event.eventName === "DividendDeposited" ? { ...event, args: { ...event.args, remainder: 1n } } : event,
      ),
    ),
  ],
  ["somebody new among the electors", "electors", alter("hours", "TimesheetSubmitted", { electors: 1 })],
  ["a review a second short", "electors", alter("hours", "TimesheetSubmitted", { reviewEnds: 1 })],
  ["money for a week that was over when it came in", "streams", lateMoney],
  ["members paid more than came in", "paid", alter("hours", "ContributionsClaimed", { cash: 10n ** 9n })],
  ["a purchase above what is on offer", "phases", alter("sales", "SharesBought", { shares: 151n })],
  ["a phase that ended for another reason", "phases", alter("sales", "PhaseEnded", { sold: 109n })],
  [
    "a contract that says another phase",
    "phases",
    ({ saleStates }) => ({
      saleStates: mapped(
        saleStates ?? new Map<never, never>(),
        (state) => ({ ...(state as object), phase: 5 }) as never,
      ),
    }),
    { figures: [5n, 6n] },
  ],
  ["a buyer whom nobody attested", "scope", alter("sales", "SharesBought", { buyer: STRANGER }), { figures: [1n, 0n] }],
  ["a member whose residency nobody attested", "scope", omit("members", "ResidencyAttested", 5)],
  [
    "shares that were freed unseen",
    "refunds",
    ofToken((events) => events.filter(({ eventName }) => eventName !== "SharesUnlocked")),
  ],
  [
    "shares that were freed for others",
    "refunds",
    ofToken((events) =>
      events.map((event) =>
        event.eventName === "SharesUnlocked" ? { ...event, args: { ...event.args, scope: 3 } } : event,
      ),
    ),
  ],
  [
    "a contract that keeps shares locked",
    "refunds",
    ({ tokenStates }) => ({ tokenStates: mapped(tokenStates, (state) => ({ ...state, scope: 0 })) }),
  ],
  ["too much for the investors", "floor", alter("profits", "ProfitDeposited", { investors: 70_000n })],
  [
    "one unit moved from the fund to the members",
    "deeds",
    alter("profits", "ProfitDeposited", { members: 33_331n, fund: 33_340n }),
  ],
  ["a profit that was deposited unseen", "deeds", omit("profits", "ProfitDeposited")],
  [
    "a contract that states another deed",
    "deeds",
    ({ deeds }) => ({ deeds: mapped(deeds ?? new Map(), (deed) => ({ ...deed, members: 3_334, fund: 3_333 })) }),
    { figures: [10_000n, 3_333n, 3_334n, 3_333n] },
  ],
  [
    "a week that was paid twice",
    "weeks",
    double("hours", "ContributionsClaimed"),
    { detail: { kind: "member", id: "1" } },
  ],
  [
    "a claim that was kept back by one unit",
    "weeks",
    alter("hours", "ContributionsClaimed", { infinity: 10n ** 18n - 1n }),
  ],
  [
    "a contract that owes a member less",
    "weeks",
    ({ membersStates }) => ({
      membersStates: mapped(membersStates ?? new Map(), (state) => ({
        ...state,
        infinity: state.infinity.map(() => 0n),
      })),
    }),
    { detail: { kind: "member", id: "1" }, figures: [10n ** 18n, 0n, 2n * 10n ** 18n] },
  ],
  ["a tranche that nobody approved", "keys", omit("releases", "ReleaseApproved"), { figures: [1n, 0n] }],
  ["a tranche that nobody asked for", "keys", omit("releases", "ReleaseRequested")],
  ["a tranche to another wallet", "keys", alter("releases", "TrancheReleased", { payout: STRANGER })],
  [
    "a tranche that came too early",
    "keys",
    ({ releases, times }) => {
      const approved = releases?.find(({ eventName }) => eventName === "ReleaseApproved")?.blockNumber ?? 0n;
      return { times: new Map([...(times ?? []), [approved, (times?.get(approved) ?? 0) + 2]]) };
    },
  ],
  ["a spending that nobody approved", "keys", omit("treasury", "SpendingApproved")],
  ["a spending of another amount", "keys", alter("treasury", "SpendingExecuted", { amount: 301n })],
  ["a spending that was paid twice", "keys", double("treasury", "SpendingExecuted")],
  ["a wallet that one key alone moved", "keys", omit("successions", "SuccessionConfirmed")],
  ["a wallet that moved without a proposal", "keys", omit("successions", "SuccessionProposed")],
  ["a town without its ambassador", "keys", omit("roles", "AmbassadorAppointed", 1)],
  [
    "a wallet with two keys",
    "keys",
    replace("roles", "RoleGranted", 0, (event) => [
      event,
      { ...event, args: { ...event.args, role: roleIds.registrar(9) } },
    ]),
  ],
  ["a new wallet that was kept quiet", "persons", omit("members", "WalletMoved")],
  ["a member whom nobody attested", "persons", omit("members", "ResidencyAttested", 3), { figures: [0n, 710n] }],
  [
    "a number with another wallet",
    "persons",
    ({ membersStates }) => ({
      membersStates: mapped(membersStates ?? new Map(), (state) => ({
        ...state,
        wallets: [STRANGER, ...state.wallets.slice(1)] as never,
      })),
    }),
    { detail: { kind: "member", id: "1" } },
  ],
  [
    "a person who counts as suspended",
    "persons",
    ({ personStates }) => ({
      personStates: mapped(personStates ?? new Map(), (state) =>
        state.country === 0 ? state : { ...state, suspended: true },
      ),
    }),
    { figures: [0n, 1n] },
  ],
  [
    "hours of somebody who never joined",
    "presence",
    omit("members", "MemberAdmitted", 3),
    { detail: { kind: "member", id: "4" } },
  ],
  ["hours of a coordinator's own", "presence", byte(2, "0c"), { detail: { kind: "member", id: "2" } }],
  ["hours of somebody who was away", "presence", byte(5, "0c"), { detail: { kind: "member", id: "5" } }],
  ["a meal more than was signed for", "benefits", alter("benefits", "BenefitRedeemed", { units: 2 })],
  [
    "more meals than the week earned",
    "benefits",
    alter("benefits", "BenefitRedeemed", { units: 4, cumulativeUnits: 5 }, 1),
  ],
  [
    "a contract that counts fewer meals",
    "benefits",
    ({ benefits }) => {
      const redeemed = benefits?.find(({ eventName }) => eventName === "BenefitRedeemed");
      if (redeemed?.eventName !== "BenefitRedeemed") throw new Error("nothing was redeemed");
      return { redeemed: new Map([[redemptionKey(1n, redeemed.args.weekIndex, 4), 2]]) };
    },
    { detail: { kind: "member", id: "4" }, figures: [3n, 2n, 4n] },
  ],
  ["a gift that never came", "funds", double("treasury", "FundDonated")],
  [
    "a fund that is short by one unit",
    "funds",
    ({ funds }) => ({ funds: mapped(funds ?? new Map(), (has) => has - 1n) }),
  ],
  [
    "a tranche of one unit more",
    "escrow",
    alter("sales", "EscrowPaid", { amount: 137_500_001n }),
    { figures: [137_500_000n, 0n, 137_500_001n, 0n] },
  ],
  ["escrow that left unseen", "escrow", omit("sales", "EscrowPaid")],
  [
    "an escrow that states less",
    "escrow",
    ({ saleStates }) => ({
      saleStates: mapped(saleStates ?? new Map(), (state) => ({ ...state, released: state.released + 1n })),
    }),
  ],
  [
    "a dividend that is not there",
    "locked",
    ofToken((events) =>
      events.map((event) =>
        event.eventName === "DividendDeposited" ? { ...event, args: { ...event.args, amount: 90_000n } } : event,
      ),
    ),
  ],
  ["a purchase by the manager", "insiders", byInsider("sales", "SharesBought", "buyer")],
  ["a vote of the payout wallet's", "insiders", votedByPayout],
  ["a role that a stranger gave", "roles", alter("roles", "RoleGranted", { sender: STRANGER }, 3)],
  ["an event told twice", "order", double("towns", "TownFounded")],
  [
    "a time that falls",
    "order",
    ({ times, towns }) => ({ times: new Map([...(times ?? []), [towns?.at(-1)?.blockNumber ?? 0n, 2 ** 40]]) }),
  ],
  [
    "an answer that nothing leads to",
    "state",
    ({ said }) => ({ said: (said ?? []).map((one, i) => (i === 0 ? { ...one, answer: STRANGER } : one)) }),
    { figures: [1n, 0n] },
  ],
  ["less than belongs to people", "locked", ({ held }) => ({ held: mapped(held, (has) => has - 1n) })],
];

describe("lies about the books of a busy town", () => {
  let books: Books;
  before(async () => {
    books = await readChainBooks((await networkHelpers.loadFixture(busyTown)).deployment);
  });

  it("are none in books that nobody touched", () => {
    expect(checkBooks(books).filter(({ outcome }) => outcome !== "holds")).to.deep.equal([]);
  });

  for (const [lie, key, change, told] of LIES) {
    it(`are found: ${lie} (${key})`, () => {
      const finding = checkBooks({ ...books, ...change(books) }).find((one) => one.key === key);
      expect(finding?.outcome).to.equal("broken");
      const broken = (finding?.rows ?? []).filter(({ outcome }) => outcome === "broken");
      const telling = broken.filter((row) =>
        Object.entries(told ?? {}).every(([part, value]) => stringOf(row[part as keyof Row]) === stringOf(value)),
      );
      expect(telling, stringOf(broken)).not.to.have.lengthOf(0);
    });
  }

  it("leave nothing unsaid when a part could not be read", () => {
    const parts = [
      "roles",
      "members",
      "hours",
      "sales",
      "releases",
      "treasury",
      "times",
      "membersStates",
      "deeds",
    ] as const;
    for (const part of parts) {
      const outcomes = checkBooks({ ...books, [part]: null }).map(({ outcome }) => outcome);
      expect(outcomes, part).to.include("unavailable").and.not.to.include("broken");
    }
  });

  it("are tried about every finding, with those about sales that failed and towns that were lost", () => {
    const tried = new Set(LIES.map(([, key]) => key));
    expect(findingKeys.filter((key) => !tried.has(key))).to.deep.equal(["divisions"]);
  });
});

describe("lies about a sale that failed", () => {
  it("are found in what was paid back", async () => {
    const { deployment, shareOffering, offering, amina, ben } = await networkHelpers.loadFixture(bakeryFailed);
    await shareOffering.refund(offering, [amina.address, ben.address]);
    const books = await readChainBooks(deployment);
    const outcomeOf = (lie: Lie) =>
      checkBooks({ ...books, ...lie(books) }).find(({ key }) => key === "refunds")?.outcome;

    expect(outcomeOf(() => ({}))).to.equal("holds");
    expect(outcomeOf(alter("sales", "Refunded", { amount: 1n }))).to.equal("broken");
    expect(outcomeOf(({ block }) => ({ times: mapped(books.times ?? new Map(), () => 1), block }))).to.equal("broken");
  });
});

describe("lies about a lost town", () => {
  it("are found in how its money was divided", async () => {
    const { deployment, finalDivision, town, stranger } = await networkHelpers.loadFixture(lost);
    await finalDivision.connect(stranger).divide(town);
    await finalDivision.claim(1, [1, 3]);
    const books = await readChainBooks(deployment);
    const outcomeOf = (lie: Lie) =>
      checkBooks({ ...books, ...lie(books) }).find(({ key }) => key === "divisions")?.outcome;

    expect(outcomeOf(() => ({}))).to.equal("holds");
    expect(outcomeOf(alter("divisions", "PartClaimed", { amount: 117n }))).to.equal("broken");
    expect(outcomeOf(double("divisions", "PartClaimed"))).to.equal("broken");
    expect(outcomeOf(byte(1, "00"))).to.equal("broken");
    expect(outcomeOf(omit("roles", "RoleRevoked"))).to.equal("broken");
  });
});

function stringOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}
