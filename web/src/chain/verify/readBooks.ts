import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { transactionOf } from "@one-small-town/core/position.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { type Address, type Hash, numberToHex, toEventHash, zeroAddress, zeroHash } from "viem";
import type { Currency } from "../members/Town.ts";
import { readEnd } from "../readEnd.ts";
import { readEvents } from "../readEvents.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";
import { readCodes } from "./readCodes.ts";
import { readCurrencies } from "./readCurrencies.ts";
import { type Part, readHappened } from "./readHappened.ts";
import { readAllHeld } from "./readHeld.ts";
import { readMembersStates } from "./readMembersStates.ts";
import { readPersonStates } from "./readPersonStates.ts";
import { readDeeds, readFunds, readRedeemed, readSaleStates } from "./readStates.ts";
import { readTimes } from "./readTimes.ts";
import { readTokenEvents, readTokenStates } from "./readTokens.ts";
import { views } from "./views.ts";

export type Reading = { block: { number: bigint; timestamp: number }; books: Books; currencies: readonly Currency[] };

export type Wanted = {
  /** The block at which everything is read; when absent the newest of which the node surely has all. */
  block?: bigint;
  /** The only town whose members, persons and rows are wanted. */
  town?: number;
  /** Told of each part when it is done; there are `partsOfBooks` of them. */
  onPart?: () => void;
};

/** How many parts `readBooks` reads. */
export const partsOfBooks = 27;

const TRANSFER = toEventHash("Transfer(address,address,uint256)");

/**
 * Reads all that the checks need at one block. Throws only where not even the block can be read; a part that fails is null,
 * so that checks which do without it go on.
 */
export async function readBooks(
  system: Pick<System, "client" | "deployment">,
  { block: wanted, town: only, onPart = () => undefined }: Wanted = {},
): Promise<Reading> {
  const town = only ?? null;
  const { client, deployment } = system;
  const { addresses } = deployment;
  const { hash, ...block } = await (wanted === undefined ? readEnd(client) : readBlock(client, wanted));
  const { number } = block;
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: number };
  const part: Part = (reading) => reading.catch(() => null).finally(onPart);
  const at = { client, addresses, blockNumber: number };

  const times = new Map([[number, block.timestamp]]);
  const happening = readHappened(system, range, times, part);
  const moved = readMintsAndBurns(client, addresses.InfinityToken, range, part);
  const supply = part(readSupply(client, addresses.InfinityToken, number));
  const codes = part(need(happening.hours, (hours) => readCodes(client, hours, number)));
  const tokenEvents = part(need(happening.sales, (sales) => readTokenEvents(client, sales, range, times)));
  const tokenStates = part(need(tokenEvents, (events) => readTokenStates(client, events, number)));
  const [towns, sales] = await Promise.all([happening.towns, happening.sales]);
  const founded = townsOf(towns ?? []).all;
  const held = part(readAllHeld(client, { addresses, towns, sales }, number));
  const currencies = part(readCurrencies(client, [...new Set(founded.map(({ currency }) => currency))], number));
  const saleStates = part(need(happening.sales, (events) => readSaleStates(at, events)));
  const deeds = part(need(happening.profits, (profits) => readDeeds(at, profits, sales ?? [])));
  const funds = part(need(happening.treasury, (treasury) => readFunds(at, treasury, towns ?? [])));
  const redeemed = part(need(happening.benefits, (benefits) => readRedeemed(at, benefits)));
  const ids = founded.map(({ id }) => id).filter((id) => town === null || id === town);
  const membersStates = part(
    need(happening.hours, (hours) => readMembersStates(client, addresses, ids, hours, number)),
  );
  const persons = need(happening.members, (members) =>
    readPersonStates(client, addresses.MemberRegistry, members, town, number),
  );
  const personStates = part(persons);

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
    tokenEvents: await tokenEvents,
  };
  const books: Books = {
    addresses,
    block,
    town,
    ...events,
    times: await part(readTimes(client, times, events)),
    mints: await moved.mints,
    burns: await moved.burns,
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
  await requireSameBlock(client, number, hash);
  return { block, books, currencies: (await currencies) ?? [] };
}

/** What is made from a part that was read; without that part it cannot be. */
async function need<part, result>(part: Promise<part | null>, make: (part: part) => Promise<result>): Promise<result> {
  const read = await part;
  if (read === null) throw new Error("A part that this needs could not be read");
  return make(read);
}

function readMintsAndBurns(
  client: System["client"],
  address: Address,
  range: { fromBlock: bigint; toBlock: bigint },
  part: Part,
) {
  const token = { address, abi: infinityTokenEvents, ...range };
  const mints = readEvents(client, {
    ...token,
    topics: [TRANSFER, zeroHash],
    isWanted: ({ eventName, args }) => eventName === "Transfer" && args.from === zeroAddress,
  });
  const burns = readEvents(client, {
    ...token,
    topics: [TRANSFER, null, zeroHash],
    isWanted: ({ eventName, args }) => eventName === "Transfer" && args.to === zeroAddress,
  });
  return {
    mints: part(
      mints.then((events) =>
        eventsNamed(events, "Transfer").map((event) => ({
          units: event.args.value,
          transaction: transactionOf(event),
        })),
      ),
    ),
    burns: part(burns.then((events) => eventsNamed(events, "Transfer").map(({ args }) => args.value))),
  };
}

async function readSupply(client: System["client"], address: Address, blockNumber: bigint): Promise<bigint> {
  const [supply] = await readMany(client, [{ address, abi: views.token, functionName: "totalSupply" }], blockNumber);
  return supply;
}

type Block = Reading["block"] & { hash: Hash | null };

async function readBlock(client: System["client"], wanted: bigint): Promise<Block> {
  const header = await client.request({ method: "eth_getBlockByNumber", params: [numberToHex(wanted), false] });
  if (header?.number == null) throw new Error(`There is no block ${wanted}`);
  return { number: BigInt(header.number), timestamp: Number(header.timestamp), hash: header.hash };
}

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
async function requireSameBlock(client: System["client"], blockNumber: bigint, hash: Hash | null): Promise<void> {
  const block = await readBlock(client, blockNumber);
  if (block.hash !== hash) throw new Error(`Block ${blockNumber} is not what it was`);
}
