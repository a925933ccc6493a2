import { type Address, concatHex, type Hex, numberToHex } from "viem";
import { readOne } from "../readOne.ts";
import type { TownClient } from "../System.ts";

/** A call whose fee is asked for, with the gas that it takes. */
export type Charged = { from: Address; to: Address; data: Hex; gas: bigint };

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
  const [price, ...parentFees] = await Promise.all([
    readPrice(client, feeCurrency),
    // Celo takes nothing for its parent chain.
    ...(feeCurrency === undefined ? calls.map((call) => readParentFee(client, call)) : []),
  ]);
  return parentFees.reduce((sum, fee) => sum + fee, gas * price);
}

/** Celo says what gas costs in another currency where it is asked for that one. */
async function readPrice(client: TownClient, feeCurrency: Address | undefined): Promise<bigint> {
  const params = (feeCurrency === undefined ? [] : [feeCurrency]) as unknown as undefined;
  return BigInt(await client.request({ method: "eth_gasPrice", params }));
}

/** Nothing on a chain that has no such contract, which is asked for once. */
async function readParentFee(client: TownClient, { from, to, data, gas }: Charged): Promise<bigint> {
  if (plain.has(client)) return 0n;
  // As long as the transaction will be, and as hard to compress.
  const transaction = concatHex([from, to, numberToHex(gas, { size: 8 }), data]);
  const view = { address: PARENT_FEES, abi: parentFeesAbi, functionName: "getL1Fee", args: [transaction] } as const;
  return readOne(client, view).catch(() => {
    plain.add(client);
    return 0n;
  });
}
