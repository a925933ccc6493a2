import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import type { FindingKey } from "@one-small-town/core/verify/Finding.ts";
import { readSaid } from "@one-small-town/core/verify/state/readSaid.ts";
import { transactionOf } from "@one-small-town/core/position.ts";
import { type ReadViews, viewReader } from "@one-small-town/core/views/readViews.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { zeroAddress } from "viem";
import { askingOf } from "../../../web/src/chain/verify/At.ts";
import { readMembersStates } from "../../../web/src/chain/verify/readMembersStates.ts";
import { readPersonStates } from "../../../web/src/chain/verify/readPersonStates.ts";
import { readDeeds, readFunds, readRedeemed, readSaleStates } from "../../../web/src/chain/verify/readStates.ts";
import { readTokenStates } from "../../../web/src/chain/verify/readTokens.ts";
import { connection } from "../../fixture/connection.ts";

/** Which part of the books the events of a contract are. */
const PARTS = {
  Authority: "roles",
  TownRegistry: "towns",
  MemberRegistry: "members",
  Succession: "successions",
  ProjectRegistry: "projects",
  InfinityToken: "infinity",
  Contributions: "hours",
  Benefits: "benefits",
  ShareOffering: "sales",
  Releases: "releases",
  ProfitSplitter: "profits",
  TownTreasury: "treasury",
  FinalDivision: "divisions",
} as const satisfies Partial<Record<ContractName, keyof Books>>;

/** Any event of the books, whatever it tells. */
export type AnyEvent = {
  eventName: string;
  args: Record<string, unknown>;
  blockNumber: bigint;
  logIndex: number;
  transactionIndex: number;
};

/** Events of one contract, and how books look in which it told others. */
type Story = { contract: ContractName; events: readonly AnyEvent[]; retold: (events: readonly AnyEvent[]) => Books };

/** What each contract tells in some books; each share token by itself. */
export function storiesIn(books: Books): Story[] {
  const ours = Object.entries(PARTS).map(([contract, part]) => ({
    contract: contract as ContractName,
    events: (books[part] ?? []) as unknown as readonly AnyEvent[],
    retold: (events: readonly AnyEvent[]): Books => withMints({ ...books, [part]: events }),
  }));
  const tokens = [...(books.tokenEvents ?? [])].map(([token, events]) => ({
    contract: "InvestorToken" as const,
    events: events as unknown as readonly AnyEvent[],
    retold: (told: readonly AnyEvent[]): Books => ({
      ...books,
      tokenEvents: new Map([...(books.tokenEvents ?? []), [token, told as never]]),
    }),
  }));
  return [...ours, ...tokens];
}

/** The books as a page would make them where INFINITY's moves are told so. */
function withMints(books: Books): Books {
  const moves = eventsNamed(books.infinity ?? [], "Transfer");
  return {
    ...books,
    mints: moves.flatMap(({ args, ...at }) =>
      args.from === zeroAddress ? [{ units: args.value, transaction: transactionOf(at) }] : [],
    ),
    burns: moves.flatMap(({ args }) => (args.to === zeroAddress ? [args.value] : [])),
  };
}

/** Asks the chain of the tests at the block of some books, and keeps what it was told. */
export function readerOf({ block }: Books): ReadViews {
  return viewReader((request) => connection.provider.request(request as never), hexOf(block.number));
}

/** The checks that do not hold in books, where the contracts are asked for what follows from them. */
export async function foundIn(books: Books, read: ReadViews): Promise<FindingKey[]> {
  const asked = await asAsked(books, read);
  const said = await readSaid(read, asked).catch(() => null);
  return checkBooks({ ...asked, said }).flatMap(({ key, outcome }) => (outcome === "holds" ? [] : [key]));
}

/** The books with what the contracts say of whatever these events name, and of nothing else. */
async function asAsked(books: Books, read: ReadViews): Promise<Books> {
  const { addresses, members, towns, hours, sales, profits, treasury, benefits, tokenEvents, codes } = books;
  if (!members || !towns || !hours || !sales || !profits || !treasury || !benefits || !tokenEvents)
    throw new Error("The books are not whole");
  const at = { addresses, read, ask: askingOf(addresses) };
  const orNull = <part>(reading: Promise<part>): Promise<part | null> => reading.catch(() => null);
  const ids = tried(() => townsOf(towns).all.map(({ id }) => id)) ?? [];
  return {
    ...books,
    personStates: await orNull(readPersonStates(at, members, towns, null)),
    membersStates: await orNull(readMembersStates(at, ids, { hours, members, towns, codes })),
    tokenStates: (await orNull(readTokenStates(at, tokenEvents))) ?? new Map(),
    saleStates: await orNull(readSaleStates(at, sales)),
    deeds: await orNull(readDeeds(at, profits, sales)),
    funds: await orNull(readFunds(at, treasury, towns)),
    redeemed: await orNull(readRedeemed(at, benefits)),
  };
}

function tried<result>(make: () => result): result | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Every value that an event tells, by its path, with another of the same kind. */
export function fieldsOf(args: Record<string, unknown>): { path: string; args: Record<string, unknown> }[] {
  return Object.entries(args).flatMap(([name, value]) =>
    othersOf(value).map(({ path, value: other }) => ({ path: name + path, args: { ...args, [name]: other } })),
  );
}

function othersOf(value: unknown): { path: string; value: unknown }[] {
  if (Array.isArray(value)) return [{ path: "", value: value.length === 0 ? [1] : value.slice(1) }];
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, part]) =>
      othersOf(part).map((one) => ({ path: `.${name}${one.path}`, value: { ...value, [name]: one.value } })),
    );
  return [{ path: "", value: otherThan(value) }];
}

function otherThan(value: unknown): unknown {
  if (typeof value === "bigint") return value + 1n;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  const text = String(value);
  if (!/^0x[\da-f]*$/i.test(text)) return `${text}x`;
  if (text === "0x") return "0x01";
  const last = (Number.parseInt(text.slice(-1), 16) ^ 1).toString(16);
  return text.slice(0, -1) + last;
}

/** The same events, one of them told once more at the end of its block. */
export function doubled(books: Books, events: readonly AnyEvent[], event: AnyEvent): AnyEvent[] {
  const ofBlock = storiesIn(books)
    .flatMap((story) => story.events)
    .filter(({ blockNumber }) => blockNumber === event.blockNumber);
  const [logIndex, transactionIndex] = (["logIndex", "transactionIndex"] as const).map((part) =>
    Math.max(...ofBlock.map((one) => one[part])),
  ) as [number, number];
  const last = events.findLastIndex(({ blockNumber }) => blockNumber === event.blockNumber);
  const again = { ...event, logIndex: logIndex + 1, transactionIndex };
  return [...events.slice(0, last + 1), again, ...events.slice(last + 1)];
}
