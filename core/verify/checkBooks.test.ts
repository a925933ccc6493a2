import { describe, expect, it } from "vitest";
import { exampleBooks } from "../testing/exampleBooks.ts";
import { type Books, holdingKey } from "./Books.ts";
import { checkBooks } from "./checkBooks.ts";
import { type FindingKey, findingKeys } from "./Finding.ts";

type Change = (books: ReturnType<typeof exampleBooks>) => Partial<Books>;

/** What the example has books for; the others are checked on a chain (test/verify). */
const counted = new Set<FindingKey>([
  "held",
  "minted",
  "supply",
  "shares",
  "cash",
  "dividends",
  "paid",
  "floor",
  "divisions",
]);

/** Which checks do not hold after a change to books in which all is right. */
function after(change: Change): Record<string, string> {
  const books = exampleBooks();
  const findings = checkBooks({ ...books, ...change(books) }).filter(({ key }) => counted.has(key));
  return Object.fromEntries(
    findings.filter(({ outcome }) => outcome !== "holds").map(({ key, outcome }) => [key, outcome]),
  );
}

const figuresOf = (key: FindingKey, books: Books = exampleBooks()) =>
  checkBooks(books)
    .find((finding) => finding.key === key)
    ?.rows?.map(({ figures }) => figures);

function without<thing extends { eventName: string }>(events: readonly thing[] | null, name: string, nth = 0): thing[] {
  let seen = 0;
  return (events ?? []).filter(({ eventName }) => eventName !== name || seen++ !== nth);
}

function altered<thing extends { eventName: string; args: object }>(
  events: readonly thing[] | null,
  name: string,
  args: object,
): thing[] {
  return (events ?? []).map((event) =>
    event.eventName === name ? { ...event, args: { ...event.args, ...args } } : event,
  );
}

/** The same events with one of a name later by some places. */
function moved<thing extends { eventName: string }>(
  events: readonly thing[] | null,
  name: string,
  by: number,
): thing[] {
  const at = (events ?? []).findIndex(({ eventName }) => eventName === name);
  const others = without(events, name);
  return [...others.slice(0, at + by), ...(events ?? []).slice(at, at + 1), ...others.slice(at + by)];
}

function twice<thing extends { eventName: string }>(events: readonly thing[] | null, name: string): thing[] {
  return (events ?? []).flatMap((event) => (event.eventName === name ? [event, event] : [event]));
}

const one = 10n ** 18n;
const somebody = `0x${"e".repeat(39)}2`;

describe("checkBooks", () => {
  describe("given books in which all is right", () => {
    it("finds that every check holds", () => {
      expect(after(() => ({}))).toEqual({});
    });

    it("shows the figures of both sides", () => {
      expect(figuresOf("minted")).toEqual([
        [3n * one, 3n * one],
        [3n * one, 3n * one],
      ]);
      expect(figuresOf("supply")).toEqual([[5n * one, 6n * one, one]]);
      expect(figuresOf("shares")).toEqual([
        [0n, 0n, 0n, 0n],
        [6n, 6n, 6n, 6n],
      ]);
      expect(figuresOf("cash")).toEqual([
        [34n, 34n, 0n],
        [50n, 50n, 0n],
      ]);
      expect(figuresOf("divisions")).toEqual([[58n, 57n, 1n]]);
      expect(figuresOf("dividends")).toEqual([
        [0n, 0n, 0n, 0n],
        [140n, 32n, 106n, 2n],
      ]);
      expect(figuresOf("paid")).toEqual([
        [34n, 200n],
        [42n, 50n],
      ]);
      expect(figuresOf("floor")).toEqual([[300n, 200n, 100n]]);
      expect(figuresOf("held")).toEqual([
        [15n, 15n],
        [191n, 191n],
        [113n, 113n],
        [20n, 20n],
        [0n, 0n],
        [0n, 0n],
        [108n, 108n],
        [2n * one, 2n * one],
      ]);
    });

    it("does not mind money that somebody sent by mistake", () => {
      expect(
        after(({ addresses, wallets, held }) => ({
          held: new Map([...held, [holdingKey(addresses.TownTreasury, wallets.currency), 114n]]),
        })),
      ).toEqual({});
    });
  });

  describe("given no town at all", () => {
    it("holds", () => {
      const { addresses, block } = exampleBooks();
      const nothing = {
        roles: [],
        members: [],
        successions: [],
        projects: [],
        benefits: [],
        releases: [],
        towns: [],
        hours: [],
        sales: [],
        profits: [],
        treasury: [],
        divisions: [],
        mints: [],
        burns: [],
        infinity: [],
        said: [],
      };
      const empty = { tokenEvents: new Map(), tokenStates: new Map(), codes: new Map(), infinitySupply: 0n };
      const maps = { times: new Map(), saleStates: new Map(), deeds: new Map(), funds: new Map(), redeemed: new Map() };
      const states = {
        ...maps,
        membersStates: new Map(),
        personStates: new Map(),
        block,
        town: null,
        deployer: addresses.Authority,
        startBlock: 1n,
      };
      const held = new Map([[holdingKey(addresses.Contributions, addresses.InfinityToken), 0n]]);
      expect(checkBooks({ addresses, held, ...states, ...nothing, ...empty }).map(({ outcome }) => outcome)).toEqual(
        findingKeys.map(() => "holds"),
      );
    });
  });

  describe("given a falsified figure", () => {
    it.each<[string, Change, Record<string, string>]>([
      [
        "one unit of INFINITY too many",
        ({ mints }) => ({ mints: mints?.map((mint) => ({ ...mint, units: mint.units + 1n })) ?? [] }),
        { minted: "broken", supply: "broken" },
      ],
      [
        "INFINITY out of no timesheet",
        ({ mints }) => ({
          mints: [...(mints ?? []), { units: one, transaction: "nowhere" }],
          infinitySupply: 6n * one,
        }),
        { minted: "broken" },
      ],
      ["a supply that hides a burn", () => ({ infinitySupply: 6n * one }), { supply: "broken" }],
      [
        "a byte more on a timesheet",
        ({ codes, wallets }) => ({ codes: new Map([...(codes ?? []), [wallets.pointer, "0x00180c17"]]) }),
        { held: "broken", minted: "broken", cash: "broken" },
      ],
      [
        "a byte less on a timesheet",
        ({ codes, wallets }) => ({ codes: new Map([...(codes ?? []), [wallets.pointer, "0x00170b17"]]) }),
        { minted: "broken", held: "broken" },
      ],
      [
        "no code where a timesheet was",
        () => ({ codes: new Map() }),
        { held: "broken", minted: "broken", cash: "broken", divisions: "broken" },
      ],
      [
        "a submission that is missing",
        ({ hours }) => ({ hours: without(hours, "TimesheetSubmitted", 2) }),
        { held: "broken", minted: "broken", cash: "broken", divisions: "broken" },
      ],
      [
        "an amendment that is missing",
        ({ hours }) => ({ hours: without(hours, "TimesheetAmended") }),
        { held: "broken", minted: "broken", cash: "broken" },
      ],
      [
        "an amendment that was rejected",
        ({ hours }) => ({ hours: moved(hours, "TimesheetRejected", 3) }),
        { held: "broken", minted: "broken", cash: "broken" },
      ],
      [
        "a finalisation that is missing",
        ({ hours }) => ({ hours: without(hours, "TimesheetFinalised") }),
        { held: "broken", minted: "broken" },
      ],
      [
        "a purchase that is missing",
        ({ sales }) => ({ sales: without(sales, "SharesBought", 2) }),
        { held: "broken", shares: "broken" },
      ],
      [
        "a cancelled purchase that is missing",
        ({ sales }) => ({ sales: without(sales, "PurchaseCancelled") }),
        { held: "broken", shares: "broken" },
      ],
      [
        "a payment out of escrow that is missing",
        ({ sales }) => ({ sales: without(sales, "EscrowPaid") }),
        { held: "broken" },
      ],
      [
        "more out of one escrow than was in it, hidden by another",
        ({ sales }) => ({ sales: altered(sales, "EscrowPaid", { amount: 35n, to: somebody }) }),
        { held: "broken", dividends: "broken" },
      ],
      [
        "a wound up sale that paid somebody else",
        ({ sales }) => ({ sales: altered(sales, "EscrowPaid", { to: somebody }) }),
        { dividends: "broken" },
      ],
      [
        "a wound up sale that its holders got nothing of",
        ({ tokenEvents, wallets }) => ({
          tokenEvents: new Map([
            ...(tokenEvents ?? []),
            [wallets.token, without(tokenEvents?.get(wallets.token) ?? [], "DividendDeposited", 1)],
          ]),
        }),
        { dividends: "broken" },
      ],
      [
        "a refund that is missing",
        ({ sales }) => ({ sales: without(sales, "Refunded") }),
        { held: "broken", shares: "broken" },
      ],
      [
        "a kept refund that was paid unseen",
        ({ sales }) => ({ sales: without(sales, "KeptRefundPaid") }),
        { held: "broken" },
      ],
      [
        "another price",
        ({ sales }) => ({
          sales: (sales ?? []).map((event) =>
            event.eventName === "OfferingProposed"
              ? { ...event, args: { ...event.args, terms: { ...event.args.terms, price: 11n } } }
              : event,
          ),
        }),
        { held: "broken" },
      ],
      [
        "a share more in a wallet",
        ({ tokenStates, wallets }) => ({
          tokenStates: withWallet(tokenStates, wallets.token, wallets.cleo, { shares: 5n, claimable: 92n }),
        }),
        { shares: "broken" },
      ],
      [
        "a share in the wrong wallet",
        ({ tokenStates, wallets }) => ({
          tokenStates: withWallet(
            withWallet(tokenStates, wallets.token, wallets.cleo, { shares: 5n, claimable: 92n }),
            wallets.token,
            wallets.amina,
            { shares: 1n, claimable: 14n },
          ),
        }),
        { shares: "broken" },
      ],
      [
        "a move of shares that is missing",
        ({ tokenEvents, wallets }) => ({
          tokenEvents: new Map([
            ...(tokenEvents ?? []),
            [wallets.token, without(tokenEvents?.get(wallets.token) ?? [], "Transfer", 3)],
          ]),
        }),
        { shares: "broken", dividends: "broken" },
      ],
      [
        "shares that followed their holder's wallet unseen",
        ({ tokenEvents, wallets }) => ({
          tokenEvents: new Map([
            ...(tokenEvents ?? []),
            [wallets.token, without(tokenEvents?.get(wallets.token) ?? [], "Transfer", 4)],
          ]),
        }),
        { shares: "broken" },
      ],
      [
        "dividends that stayed with a wallet and went to its successor as well",
        ({ tokenStates, wallets }) => ({
          tokenStates: withWallet(tokenStates, wallets.token, wallets.ben, { shares: 0n, claimable: 92n }),
        }),
        { dividends: "broken" },
      ],
      [
        "a dividend short by one unit",
        ({ tokenStates, wallets }) => ({
          tokenStates: withWallet(tokenStates, wallets.token, wallets.cleo, { shares: 4n, claimable: 91n }),
        }),
        { dividends: "broken" },
      ],
      [
        "a dividend claimed unseen",
        ({ tokenEvents, wallets }) => ({
          tokenEvents: new Map([
            ...(tokenEvents ?? []),
            [wallets.token, without(tokenEvents?.get(wallets.token) ?? [], "DividendClaimed")],
          ]),
        }),
        { held: "broken", dividends: "broken" },
      ],
      [
        "cash for a week that was not there",
        ({ hours }) => ({ hours: altered(hours, "TimesheetFinalised", { cashPerActive: 18n }) }),
        { cash: "broken" },
      ],
      [
        "cash for a week that was held back",
        ({ hours }) => ({ hours: altered(hours, "TimesheetFinalised", { cashPerActive: 16n, carry: 2n }) }),
        { cash: "broken" },
      ],
      [
        "members paid more than came in",
        ({ hours }) => ({ hours: altered(hours, "ContributionsClaimed", { cash: 101n }) }),
        { held: "broken", paid: "broken" },
      ],
      [
        "a pool that was surrendered unseen",
        ({ hours }) => ({ hours: without(hours, "PoolSurrendered") }),
        { held: "broken", divisions: "broken" },
      ],
      [
        "more surrendered than a pool had",
        ({ hours, divisions }) => ({
          hours: altered(hours, "PoolSurrendered", { amount: 41n }),
          divisions: altered(divisions, "TownDivided", { fromPool: 41n, cashPerActive: 20n }),
        }),
        { cash: "broken", divisions: "broken", held: "broken" },
      ],
      [
        "less shared out than a pool surrendered",
        ({ divisions }) => ({ divisions: altered(divisions, "TownDivided", { fromPool: 37n, remainder: 0n }) }),
        { divisions: "broken" },
      ],
      [
        "a fund that was surrendered unseen",
        ({ treasury }) => ({ treasury: without(treasury, "FundSurrendered") }),
        { held: "broken", divisions: "broken" },
      ],
      [
        "a division that is missing",
        ({ divisions }) => ({ divisions: (divisions ?? []).slice(0, 0) }),
        { divisions: "broken" },
      ],
      [
        "a division that gave less than there was",
        ({ divisions }) => ({ divisions: altered(divisions, "TownDivided", { cashPerActive: 18n, remainder: 4n }) }),
        { divisions: "broken" },
      ],
      [
        "a part of a division that is too large",
        ({ divisions }) => ({ divisions: altered(divisions, "PartClaimed", { amount: 20n }) }),
        { divisions: "broken" },
      ],
      [
        "a part of a division for somebody who did not work",
        ({ divisions }) => ({ divisions: altered(divisions, "PartClaimed", { number: 3 }) }),
        { divisions: "broken" },
      ],
      [
        "a part of a division that was paid twice",
        ({ divisions }) => ({ divisions: twice(divisions, "PartClaimed") }),
        { held: "broken", divisions: "broken" },
      ],
      [
        "a kept part that is missing",
        ({ divisions }) => ({ divisions: without(divisions, "KeptPartsPaid") }),
        { held: "broken" },
      ],
      [
        "a payment out of a town's fund that is missing",
        ({ treasury }) => ({ treasury: without(treasury, "SpendingExecuted") }),
        { held: "broken" },
      ],
      [
        "a payment out of a country office's fund that is missing",
        ({ treasury }) => ({ treasury: without(treasury, "SpendingExecuted", 1) }),
        { held: "broken" },
      ],
      [
        "more spent than a fund had, hidden by another",
        ({ treasury, addresses, wallets, held }) => ({
          treasury: altered(treasury, "SpendingExecuted", { amount: 50n }),
          held: new Map([...held, [holdingKey(addresses.TownTreasury, wallets.currency), 1_000n]]),
        }),
        { held: "broken" },
      ],
    ])("finds %s", (_, change, found) => {
      expect(after(change)).toEqual(found);
    });

    it.each([
      [120n, 80n, {}],
      [121n, 79n, { floor: "broken" }],
    ])(
      "knows the floor to the unit, of a profit of 300: %s for investors, %s for members",
      (investors, members, found) => {
        const change: Change = ({ profits }) => ({
          profits: altered(profits, "ProfitDeposited", { investors, members }),
        });
        expect(after(change)).toEqual(found);
      },
    );

    it("finds a part of a profit that is said to be kept, and went to its receiver as well", () => {
      const part = { receiver: 1, business: (1n << 32n) | 1n, weeks_: 4, amount: 5n, toOffice: 0n };
      const kept = { eventName: "ProfitPartKept", args: { kept: 1n, business: part.business, receiver: 1, part } };
      const found = after(({ profits }) => ({
        profits: [
          ...(profits ?? []),
          { ...profits?.find(({ eventName }) => eventName === "ProfitDeposited"), ...kept, logIndex: 99 },
        ] as Books["profits"],
      }));
      expect(found).toEqual({ held: "broken" });
    });

    it("finds a gift that never arrived", () => {
      for (const gift of ["FundDonated", "OfficeDonated"]) {
        expect(after(({ treasury }) => ({ treasury: twice(treasury, gift) }))).toEqual({ held: "broken" });
      }
    });

    it.each([0, 1, 2, 3, 5, 7])("finds one unit short in contract %i", (i) => {
      const found = after(({ held }) => ({
        held: new Map([...held].map(([key, balance], at) => [key, at === i ? balance - 1n : balance])),
      }));
      expect(found).toEqual({ held: "broken" });
    });
  });

  describe("given a part that could not be read", () => {
    it.each<[keyof Books, readonly FindingKey[]]>([
      ["towns", ["held", "minted", "shares", "cash", "dividends", "paid", "floor", "divisions"]],
      ["hours", ["held", "minted", "cash", "paid", "divisions"]],
      ["sales", ["held", "shares", "dividends"]],
      ["profits", ["held", "floor"]],
      ["treasury", ["held", "divisions"]],
      ["divisions", ["held", "divisions"]],
      ["roles", ["divisions"]],
      ["times", ["divisions"]],
      ["mints", ["minted", "supply"]],
      ["burns", ["supply"]],
      ["infinitySupply", ["supply"]],
      ["codes", ["held", "minted", "cash", "divisions"]],
      ["tokenEvents", ["held", "shares", "dividends"]],
    ])("says unavailable without %s, and checks the rest", (part, lost) => {
      expect(after(() => ({ [part]: null }))).toEqual(Object.fromEntries(lost.map((key) => [key, "unavailable"])));
    });

    it("says so of a token and of a balance, and keeps what was read", () => {
      expect(after(() => ({ tokenStates: new Map() }))).toEqual({ shares: "unavailable", dividends: "unavailable" });
      expect(figuresOf("shares", { ...exampleBooks(), tokenStates: new Map() })).toEqual([
        [0n, null, null, 0n],
        [6n, null, null, 6n],
      ]);
      expect(after(() => ({ held: new Map() }))).toEqual({ held: "unavailable" });
    });

    it("says so of a sale without its terms", () => {
      const found = after(({ sales }) => ({ sales: without(sales, "OfferingProposed", 2) }));
      expect(found).toEqual({ held: "unavailable", shares: "unavailable", dividends: "unavailable" });
    });

    it("says so of a payment that nobody proposed, and of a part of no division", () => {
      const paid = after(({ treasury }) => ({ treasury: without(treasury, "SpendingProposed") }));
      expect(paid).toEqual({ held: "unavailable" });
      const parted = after(({ divisions }) => ({ divisions: without(divisions, "TownDivided") }));
      expect(parted).toEqual({ held: "unavailable", divisions: "unavailable" });
    });

    it("says broken when another row is", () => {
      const found = after(({ addresses, wallets, held }) => {
        const less = new Map([...held, [holdingKey(wallets.token, wallets.currency), 1n]]);
        less.delete(holdingKey(addresses.TownTreasury, wallets.currency));
        return { held: less };
      });
      expect(found).toEqual({ held: "broken" });
    });
  });
});

function withWallet(
  states: Books["tokenStates"],
  token: `0x${string}`,
  wallet: `0x${string}`,
  says: { shares: bigint; claimable: bigint },
): Books["tokenStates"] {
  return new Map(
    [...states].map(([key, state]) => [
      key,
      key === token ? { ...state, wallets: new Map([...state.wallets, [wallet, says]]) } : state,
    ]),
  );
}
