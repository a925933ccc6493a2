import { type Address, encodeFunctionData, erc20Abi, getAbiItem, zeroAddress } from "viem";
import { getBlock } from "viem/actions";
import { contributionsEvents } from "../../lib/abis/contributionsEvents.ts";
import { infinityTokenEvents } from "../../lib/abis/infinityTokenEvents.ts";
import { profitSplitterEvents } from "../../lib/abis/profitSplitterEvents.ts";
import { shareOfferingEvents } from "../../lib/abis/shareOfferingEvents.ts";
import { townRegistryEvents } from "../../lib/abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "../../lib/abis/townTreasuryEvents.ts";
import type { Books } from "../../lib/verify/Books.ts";
import { townsOf } from "../../lib/verify/townsOf.ts";
import { readEvents } from "../readEvents.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";
import type { Currency } from "../towns/Town.ts";
import { type Caller, makeCaller } from "./makeCaller.ts";
import { readAllHeld } from "./readAllHeld.ts";
import { readCodes } from "./readCodes.ts";
import { readCurrencies } from "./readCurrencies.ts";
import { readNumbers } from "./readNumbers.ts";
import { readTokenEvents } from "./readTokenEvents.ts";
import { readTokenStates } from "./readTokenStates.ts";

export type Reading = { block: { number: bigint; timestamp: number }; books: Books; currencies: readonly Currency[] };

/** How many parts `readBooks` reads. */
export const partsOfBooks = 13;

const transferEvent = getAbiItem({ abi: infinityTokenEvents, name: "Transfer" });

/**
 * Reads all that the checks need at one block, the newest. Throws only where not even the block can be read; a part
 * that fails is null, so that checks which do without it go on. `onPart` is told of each part when it is done.
 */
export async function readBooks({ client, deployment }: System, onPart: () => void): Promise<Reading> {
  const { number, timestamp, hash } = await getBlock(client);
  const { addresses } = deployment;
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: number };
  const part = <result>(reading: Promise<result>) => reading.catch(() => null).finally(onPart);
  const transfers = (args: { from: typeof zeroAddress } | { to: typeof zeroAddress }) =>
    readLogs(client, { address: addresses.InfinityToken, event: transferEvent, args, ...range });

  const callers = makeCaller(client, number);
  const first = {
    towns: part(readEvents(client, { address: addresses.TownRegistry, abi: townRegistryEvents, ...range })),
    hours: part(readEvents(client, { address: addresses.Contributions, abi: contributionsEvents, ...range })),
    sales: part(readEvents(client, { address: addresses.ShareOffering, abi: shareOfferingEvents, ...range })),
    profits: part(readEvents(client, { address: addresses.ProfitSplitter, abi: profitSplitterEvents, ...range })),
    treasury: part(readEvents(client, { address: addresses.TownTreasury, abi: townTreasuryEvents, ...range })),
    mints: part(transfers({ from: zeroAddress })),
    burns: part(transfers({ to: zeroAddress })),
    supply: part(callers.then((caller) => readSupply(caller, addresses.InfinityToken))),
  };
  const codes = part(first.hours.then((hours) => hours && readCodes(client, hours, number)));
  const tokenEvents = part(first.sales.then((sales) => sales && readTokenEvents(client, sales, range)));
  const tokenStates = part(tokenEvents.then(async (events) => events && readTokenStates(await callers, events)));
  const [towns, sales] = await Promise.all([first.towns, first.sales]);
  const held = part(callers.then((caller) => readAllHeld(caller, { addresses, towns, sales })));
  const used = [...new Set(townsOf(towns ?? []).all.map(({ currency }) => currency))];
  const currencies = part(callers.then((caller) => readCurrencies(caller, used)));

  const [mints, burns] = await Promise.all([first.mints, first.burns]);
  const books: Books = {
    ...{ addresses, towns, sales },
    hours: await first.hours,
    profits: await first.profits,
    treasury: await first.treasury,
    mints: mints && mints.map(({ args, transactionHash }) => ({ units: args.value, transactionHash })),
    burns: burns && burns.map(({ args }) => args.value),
    infinitySupply: await first.supply,
    codes: await codes,
    tokenEvents: await tokenEvents,
    tokenStates: (await tokenStates) ?? new Map(),
    held: (await held) ?? new Map(),
  };
  await requireSameBlock(client, number, hash);
  return { block: { number, timestamp: Number(timestamp) }, books, currencies: (await currencies) ?? [] };
}

async function readSupply(caller: Caller, token: Address): Promise<bigint | null> {
  const calls = [{ to: token, data: encodeFunctionData({ abi: erc20Abi, functionName: "totalSupply" }) }];
  return (await readNumbers(caller, calls))[0] ?? null;
}

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
async function requireSameBlock(client: System["client"], blockNumber: bigint, hash: string): Promise<void> {
  const block = await getBlock(client, { blockNumber });
  if (block.hash !== hash) throw new Error(`Block ${blockNumber} is not what it was`);
}
