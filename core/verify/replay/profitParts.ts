import { decode } from "../../enumerations.ts";
import { isSameAddress } from "../../hex.ts";
import { inOrder, type Position, transactionOf } from "../../position.ts";
import { townOfProject } from "../../projects/projects.ts";
import { receivers } from "../../rules/enumerations.ts";
import type { Books, ProfitEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { salesOf } from "./sales.ts";

/** What of a profit goes to whom. */
export type Parts = readonly [investors: bigint, members: bigint, fund: bigint, country: bigint];

const NOTHING: Parts = [0n, 0n, 0n, 0n];

type Placed = Position & { transactionIndex: number };

/** What hands parts of a profit over: its deposit, or what passes a kept part on. */
type Handing = Extract<ProfitEvent, { eventName: "ProfitDeposited" | "ProfitPartPassedOn" }>;

/** A part that came to its receiver, or was kept for it. `business`: null where the receiver does not know it. */
type Part = Placed & { town: number; business: bigint | null; parts: Parts; isKept: boolean };

/**
 * What became of each profit and of each part that was passed on. Both tell of themselves before they hand anything over,
 * and nothing else hands over meanwhile: so a part belongs to what told of itself last, in the same transaction. `strays`
 * belong to nothing.
 */
export function profitParts(books: Books): { of: (handing: Handing) => Parts; strays: readonly Part[] } {
  const profits = books.profits ?? [];
  const handings = [...eventsNamed(profits, "ProfitDeposited"), ...eventsNamed(profits, "ProfitPartPassedOn")];
  const became = new Map<Placed, Parts>();
  const strays: Part[] = [];
  let last: Handing | undefined;
  for (const next of inOrder<Handing | Part>(handings, arrivedParts(books), keptParts(profits))) {
    if ("eventName" in next) last = next;
    else if (last !== undefined && belongs(next, last))
      became.set(last, addParts(became.get(last) ?? NOTHING, next.parts));
    else strays.push(next);
  }
  return { of: (handing) => became.get(handing) ?? NOTHING, strays };
}

function addParts(some: Parts, others: Parts): Parts {
  return [some[0] + others[0], some[1] + others[1], some[2] + others[2], some[3] + others[3]];
}

/** What one receiver's part is of the four. */
export function partsOfKept({
  receiver,
  amount,
  toOffice,
}: Extract<ProfitEvent, { eventName: "ProfitPartKept" }>["args"]["part"]): Parts {
  const name = decode(receivers, receiver);
  if (name === "holders") return [amount, 0n, 0n, 0n];
  return name === "members" ? [0n, amount, 0n, 0n] : [0n, 0n, amount, toOffice];
}

/** What is passed on is not kept anew: that is refused. */
function belongs(part: Part, handing: Handing): boolean {
  const { business } = handing.args;
  const isOfIt = part.business === null ? part.town === townOfProject(business) : part.business === business;
  const mayBe = !part.isKept || handing.eventName === "ProfitDeposited";
  return isOfIt && mayBe && transactionOf(part) === transactionOf(handing);
}

/** Each part that a receiving contract says that it got; dividends are those of one business. */
function arrivedParts({ addresses, sales, towns, hours, treasury, tokenEvents }: Books): Part[] {
  const splitter = addresses.ProfitSplitter;
  const dividends = salesOf(sales ?? [], towns ?? []).flatMap(({ business, town, token }) =>
    eventsNamed(tokenEvents?.get(token) ?? [], "DividendDeposited")
      .filter(({ args }) => isSameAddress(args.from, splitter))
      .map(({ args, ...at }) => partOf(at, { town, business, parts: [args.amount, 0n, 0n, 0n] })),
  );
  const forMembers = eventsNamed(hours ?? [], "MembersFunded")
    .filter(({ args }) => isSameAddress(args.by, splitter))
    .map(({ args: { town, amount }, ...at }) => partOf(at, { town, business: null, parts: [0n, amount, 0n, 0n] }));
  const forFund = eventsNamed(treasury ?? [], "TreasuryFunded").map(({ args: { town, toFund, toOffice }, ...at }) =>
    partOf(at, { town, business: null, parts: [0n, 0n, toFund, toOffice] }),
  );
  return [...dividends, ...forMembers, ...forFund];
}

function keptParts(profits: readonly ProfitEvent[]): Part[] {
  return eventsNamed(profits, "ProfitPartKept").map(({ args: { business, part }, ...at }) =>
    partOf(at, { town: townOfProject(business), business, parts: partsOfKept(part), isKept: true }),
  );
}

type Known = Pick<Part, "town" | "business" | "parts"> & Partial<Pick<Part, "isKept">>;

function partOf({ blockNumber, transactionIndex, logIndex }: Placed, { isKept = false, ...known }: Known): Part {
  return { blockNumber, transactionIndex, logIndex, isKept, ...known };
}
