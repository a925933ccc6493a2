import { kindOf, refusalIn } from "@one-small-town/core/asking/kindOf.ts";
import { type Address, concatHex, type Hex, numberToHex } from "viem";
import { readNow } from "../readNow.ts";
import type { TownClient } from "../System.ts";

/** A call whose fee is asked for, and the gas that it takes. */
type Priced = { from: Address; to: Address; data: Hex };
export type Charged = Priced & { gas: bigint };

/** What the network takes for each unit of gas, and its parent chain for the calls together. */
type Tariff = { price: bigint; parentFees: bigint };

/** Where rollups of Optimism's kind say what writing a transaction to their parent chain costs on top. */
const PARENT_FEES = "0x420000000000000000000000000000000000000F";
const parentFeesAbi = [
  {
    type: "function",
    name: "getL1Fee",
    stateMutability: "view",
    inputs: [{ name: "transaction", type: "bytes" }],
    outputs: [{ type: "uint256" }],
  },
] as const;
const plain = new WeakSet<TownClient>();

/** Stands for the gas in what is written to the parent chain: its length counts there, and how hard it is to compress. */
const SOME_GAS = numberToHex(123_456, { size: 8 });

/**
 * What the network takes for some calls at today's price: in the smallest units of its own currency, or of the currency
 * that the wallet pays fees in.
 */
export async function readFee(
  client: TownClient,
  calls: readonly Charged[],
  feeCurrency: Address | undefined,
): Promise<bigint> {
  const gas = calls.reduce((sum, call) => sum + call.gas, 0n);
  return feeOf(await readTariff(client, calls, feeCurrency), gas);
}

/** What the fee of some calls rests on, before it is known what gas they take. */
export async function readTariff(
  client: TownClient,
  calls: readonly Priced[],
  feeCurrency: Address | undefined,
): Promise<Tariff> {
  const [price, ...parentFees] = await Promise.all([
    readPrice(client, feeCurrency),
    // Celo takes nothing for its parent chain.
    ...(feeCurrency === undefined ? calls.map((call) => readParentFee(client, call)) : []),
  ]);
  return { price, parentFees: parentFees.reduce((sum, fee) => sum + fee, 0n) };
}

export function feeOf({ price, parentFees }: Tariff, gas: bigint): bigint {
  return parentFees + gas * price;
}

/** Celo says what gas costs in another currency where it is asked for that one. */
async function readPrice(client: TownClient, feeCurrency: Address | undefined): Promise<bigint> {
  const params = (feeCurrency === undefined ? [] : [feeCurrency]) as unknown as undefined;
  return BigInt(await client.request({ method: "eth_gasPrice", params }));
}

/** Nothing on a chain that has no such contract, which is asked for once. */
async function readParentFee(client: TownClient, { from, to, data }: Priced): Promise<bigint> {
  if (plain.has(client)) return 0n;
  // As long as the transaction will be, and as hard to compress.
  const transaction = concatHex([from, to, SOME_GAS, data]);
  const view = { address: PARENT_FEES, abi: parentFeesAbi, functionName: "getL1Fee", args: [transaction] } as const;
  try {
    return (await readNow({ client }, [view]))[0];
  } catch (error) {
    if (!saysNothing(error)) throw error;
    plain.add(client);
    return 0n;
  }
}

/** Whether what stands there, if anything does, is no such contract. A node that is silent for once says nothing of that. */
function saysNothing(error: unknown): boolean {
  const refusal = refusalIn(error);
  return (error as Error).name === "AbiDecodingZeroDataError" || (refusal !== null && kindOf(refusal) === "revert");
}
