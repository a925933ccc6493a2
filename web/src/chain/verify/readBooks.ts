import { hexOf } from "@one-small-town/core/hex.ts";
import { transactionOf } from "@one-small-town/core/position.ts";
import type { Books, InfinityEvent } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { viewReader } from "@one-small-town/core/views/readViews.ts";
import { type Hash, zeroAddress } from "viem";
import type { Currency } from "../members/Town.ts";
import { readEnd } from "../readEnd.ts";
import type { System } from "../System.ts";
import { type At, askingOf } from "./At.ts";
import { readCodes } from "./readCodes.ts";
import { readCurrencies } from "./readCurrencies.ts";
import { type Part, readHappened } from "./readHappened.ts";
import { readAllHeld } from "./readHeld.ts";
import { readMembersStates } from "./readMembersStates.ts";
import { readPersonStates } from "./readPersonStates.ts";
import { readDeeds, readFunds, readRedeemed, readSaleStates } from "./readStates.ts";
import { readTimes } from "./readTimes.ts";
import { readTokenEvents, readTokenStates } from "./readTokens.ts";

export type Reading = { block: { number: bigint; timestamp: number }; books: Books; currencies: readonly Currency[] };

export type Wanted = {
  /** The block at which everything is read; when absent the newest of which the node surely has all. */
  block?: bigint;
  /** The only town whose members, persons and rows are wanted. */
  town?: number;
  /** Told of each part when it is done; there are `partsOfBooks` of them. */
  onPart?: () => void;
  /** Told of the books before the last part is read, which takes more code than all others together. */
  onFirst?: (reading: Reading) => void;
};

/** How many parts `readBooks` reads. */
export const partsOfBooks = 27;

/**
 * Reads all that the checks need at one block. Throws only where not even the block can be read; a part that fails is null,
 * so that checks which do without it go on.
 */
export async function readBooks(
  system: Pick<System, "client" | "deployment">,
  { block: wanted, town: only, onPart = () => undefined, onFirst }: Wanted = {},
): Promise<Reading> {
  const town = only ?? null;
  const { client, deployment } = system;
  const { addresses } = deployment;
  const { hash, ...block } = await (wanted === undefined ? readEnd(client) : readBlock(client, wanted));
  const { number } = block;
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: number };
  const part: Part = (reading) => reading.catch(() => null).finally(onPart);
  const read = viewReader((request) => client.request(request as never), hexOf(number));
  const at: At = { addresses, read, ask: askingOf(addresses) };

  const times = new Map([[number, block.timestamp]]);
  const happening = readHappened(system, range, times, part);
  const supply = part(readSupply(at));
  const codes = part(need(happening.hours, (hours) => readCodes(client, hours, number)));
  const tokenEvents = part(need(happening.sales, (sales) => readTokenEvents(client, sales, range, times)));
  const tokenStates = part(need(tokenEvents, (events) => readTokenStates(at, events)));
  const [towns, sales] = await Promise.all([happening.towns, happening.sales]);
  const founded = townsOf(towns ?? []).all;
  const held = part(readAllHeld(at, { addresses, towns, sales }));
  const currencies = part(readCurrencies(at, [...new Set(founded.map(({ currency }) => currency))]));
  const saleStates = part(need(happening.sales, (events) => readSaleStates(at, events)));
  const deeds = part(need(happening.profits, (profits) => readDeeds(at, profits, sales ?? [])));
  const funds = part(need(happening.treasury, (treasury) => readFunds(at, treasury, towns ?? [])));
  const redeemed = part(need(happening.benefits, (benefits) => readRedeemed(at, benefits)));
  const ids = founded.map(({ id }) => id).filter((id) => town === null || id === town);
  const membersStates = part(
    need(happening.hours, (hours) =>
      need(happening.members, async (members) =>
        readMembersStates(at, ids, { hours, members, towns: towns ?? [], codes: await codes }),
      ),
    ),
  );
  const personStates = part(need(happening.members, (members) => readPersonStates(at, members, towns ?? [], town)));

  const events = {
    roles: await happening.roles,
    towns,
    members: await happening.members,
    sales,
    successions: await happening.successions,
    projects: await happening.projects,
    hours: await happening.hours,
    benefits: await happening.benefits,
    releases: await happening.releases,
    profits: await happening.profits,
    treasury: await happening.treasury,
    divisions: await happening.divisions,
    infinity: await happening.infinity,
    tokenEvents: await tokenEvents,
  };
  const gathered: Omit<Books, "said"> = {
    addresses,
    deployer: deployment.parameters.deployer,
    startBlock: range.fromBlock,
    block,
    town,
    ...events,
    times: await part(readTimes(client, times, events, block.timestamp)),
    ...mintsAndBurns(events.infinity),
    infinitySupply: await supply,
    codes: await codes,
    tokenStates: (await tokenStates) ?? new Map(),
    held: (await held) ?? new Map(),
    saleStates: await saleStates,
    deeds: await deeds,
    funds: await funds,
    redeemed: await redeemed,
    membersStates: await membersStates,
    personStates: await personStates,
  };
  const named = (await currencies) ?? [];
  if (onFirst !== undefined) {
    await requireSameBlock(client, number, hash);
    onFirst({ block, books: { ...gathered, said: null }, currencies: named });
  }
  const closer = import("@one-small-town/core/verify/state/readSaid.ts");
  const said = await part(closer.then(({ readSaid }) => readSaid(read, gathered)));
  await requireSameBlock(client, number, hash);
  return { block, books: { ...gathered, said }, currencies: named };
}

/** What is made from a part that was read; without that part it cannot be. */
async function need<part, result>(part: Promise<part | null>, make: (part: part) => Promise<result>): Promise<result> {
  const read = await part;
  if (read === null) throw new Error("A part that this needs could not be read");
  return make(read);
}

/** INFINITY out of nothing, and into nothing. */
function mintsAndBurns(infinity: readonly InfinityEvent[] | null): Pick<Books, "mints" | "burns"> {
  if (infinity === null) return { mints: null, burns: null };
  const moves = eventsNamed(infinity, "Transfer");
  return {
    mints: moves.flatMap(({ args, ...at }) =>
      args.from === zeroAddress ? [{ units: args.value, transaction: transactionOf(at) }] : [],
    ),
    burns: moves.flatMap(({ args }) => (args.to === zeroAddress ? [args.value] : [])),
  };
}

async function readSupply({ read, ask }: At): Promise<bigint> {
  const [supply] = await read([ask("InfinityToken", "totalSupply", [])]);
  if (supply === undefined) throw new Error("The token does not answer");
  return supply as bigint;
}

type Block = Reading["block"] & { hash: Hash | null };

async function readBlock(client: System["client"], wanted: bigint): Promise<Block> {
  const header = await client.request({ method: "eth_getBlockByNumber", params: [hexOf(wanted), false] });
  if (header?.number == null) throw new Error(`There is no block ${wanted}`);
  return { number: BigInt(header.number), timestamp: Number(header.timestamp), hash: header.hash };
}

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
async function requireSameBlock(client: System["client"], blockNumber: bigint, hash: Hash | null): Promise<void> {
  const block = await readBlock(client, blockNumber);
  if (block.hash !== hash) throw new Error(`Block ${blockNumber} is not what it was`);
}
