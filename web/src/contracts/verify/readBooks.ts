import { type Address, erc20Abi, getAbiItem, zeroAddress } from "viem";
import { getBlock } from "viem/actions";
import { contributionsEvents } from "../../lib/abis/contributionsEvents.ts";
import { finalDivisionEvents } from "../../lib/abis/finalDivisionEvents.ts";
import { infinityTokenEvents } from "../../lib/abis/infinityTokenEvents.ts";
import { profitSplitterEvents } from "../../lib/abis/profitSplitterEvents.ts";
import { shareOfferingEvents } from "../../lib/abis/shareOfferingEvents.ts";
import { townRegistryEvents } from "../../lib/abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "../../lib/abis/townTreasuryEvents.ts";
import type { Books } from "../../lib/verify/Books.ts";
import { townsOf } from "../../lib/verify/townsOf.ts";
import type { BlockRange } from "../BlockRange.ts";
import { readEvents } from "../readEvents.ts";
import { readLogs } from "../readLogs.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";
import type { Currency } from "../members/Town.ts";
import { readAllHeld } from "./readAllHeld.ts";
import { readCodes } from "./readCodes.ts";
import { readCurrencies } from "./readCurrencies.ts";
import { readTokenEvents } from "./readTokenEvents.ts";
import { readTokenStates } from "./readTokenStates.ts";

export type Reading = { block: { number: bigint; timestamp: number }; books: Books; currencies: readonly Currency[] };

/** How many parts `readBooks` reads. */
export const partsOfBooks = 14;

const transferEvent = getAbiItem({ abi: infinityTokenEvents, name: "Transfer" });

/**
 * Reads all that the checks need at one block, the newest. Throws only where not even the block can be read; a part
 * that fails is null, so that checks which do without it go on. `onPart` is told of each part when it is done.
 */
export async function readBooks(system: System, onPart: () => void): Promise<Reading> {
  const { client, deployment } = system;
  const { number, timestamp, hash } = await getBlock(client);
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: number };
  const part: Part = (reading) => reading.catch(() => null).finally(onPart);

  const happened = readHappened(system, range, part);
  const supply = part(readSupply(client, deployment.addresses.InfinityToken, number));
  const codes = part(happened.hours.then((hours) => hours && readCodes(client, hours, number)));
  const tokenEvents = part(happened.sales.then((sales) => sales && readTokenEvents(client, sales, range)));
  const tokenStates = part(tokenEvents.then((events) => events && readTokenStates(client, events, number)));
  const [towns, sales] = await Promise.all([happened.towns, happened.sales]);
  const found = { addresses: deployment.addresses, towns, sales };
  const held = part(readAllHeld(client, found, number));
  const used = [...new Set(townsOf(towns ?? []).all.map(({ currency }) => currency))];
  const currencies = part(readCurrencies(client, used, number));

  const books: Books = {
    ...found,
    hours: await happened.hours,
    profits: await happened.profits,
    treasury: await happened.treasury,
    divisions: await happened.divisions,
    mints: await happened.mints,
    burns: await happened.burns,
    infinitySupply: await supply,
    codes: await codes,
    tokenEvents: await tokenEvents,
    tokenStates: (await tokenStates) ?? new Map(),
    held: (await held) ?? new Map(),
  };
  await requireSameBlock(client, number, hash);
  return { block: { number, timestamp: Number(timestamp) }, books, currencies: (await currencies) ?? [] };
}

type Part = <result>(reading: Promise<result>) => Promise<result | null>;

/** The events of every contract that a check needs. */
function readHappened({ client, deployment: { addresses } }: System, range: BlockRange, part: Part) {
  const token = { address: addresses.InfinityToken, event: transferEvent };
  const mints = readLogs(client, { ...token, args: { from: zeroAddress }, ...range });
  const burns = readLogs(client, { ...token, args: { to: zeroAddress }, ...range });
  return {
    towns: part(readEvents(client, { address: addresses.TownRegistry, abi: townRegistryEvents, ...range })),
    hours: part(readEvents(client, { address: addresses.Contributions, abi: contributionsEvents, ...range })),
    sales: part(readEvents(client, { address: addresses.ShareOffering, abi: shareOfferingEvents, ...range })),
    profits: part(readEvents(client, { address: addresses.ProfitSplitter, abi: profitSplitterEvents, ...range })),
    treasury: part(readEvents(client, { address: addresses.TownTreasury, abi: townTreasuryEvents, ...range })),
    divisions: part(readEvents(client, { address: addresses.FinalDivision, abi: finalDivisionEvents, ...range })),
    mints: part(
      mints.then((logs) => logs.map(({ args, transactionHash }) => ({ units: args.value, transactionHash }))),
    ),
    burns: part(burns.then((logs) => logs.map(({ args }) => args.value))),
  };
}

async function readSupply(client: System["client"], address: Address, blockNumber: bigint): Promise<bigint> {
  const [supply] = await readMany(client, [{ address, abi: erc20Abi, functionName: "totalSupply" }], blockNumber);
  return supply;
}

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
async function requireSameBlock(client: System["client"], blockNumber: bigint, hash: string): Promise<void> {
  const block = await getBlock(client, { blockNumber });
  if (block.hash !== hash) throw new Error(`Block ${blockNumber} is not what it was`);
}
