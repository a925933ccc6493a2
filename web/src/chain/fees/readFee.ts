import { kindOf, refusalIn } from "@one-small-town/core/asking/kindOf.ts";
import { type Address, concatHex, type Hex, numberToHex } from "viem";
import { readNow } from "../readNow.ts";
import type { TownClient } from "../System.ts";

/** A call whose fee is asked for, and the gas that it takes. */
type Priced = { from: Address; to: Address; data: Hex };
export type Charged = Priced & { gas: bigint };

/**
 * What the network takes for each unit of gas, its parent chain for the calls together, and whoever runs it: something
 * for the calls, and something for each unit of `PROBE` gas.
 */
type Tariff = { price: bigint; parentFees: bigint; operator: { calls: bigint; probe: bigint } };

/**
 * Where rollups of Optimism's kind say what comes on top: what writing a transaction to their parent chain costs, and what
 * whoever runs the rollup takes of each.
 */
const oracleAbi = [
  {
    type: "function",
    name: "getL1Fee",
    stateMutability: "view",
    inputs: [{ name: "transaction", type: "bytes" }],
    outputs: [{ type: "uint256" }],
  },
  {
    type: "function",
    name: "getOperatorFee",
    stateMutability: "view",
    inputs: [{ name: "gasUsed", type: "uint256" }],
    outputs: [{ type: "uint256" }],
  },
] as const;
const oracle = { address: "0x420000000000000000000000000000000000000F", abi: oracleAbi } as const;
type Question = (typeof oracleAbi)[number]["name"];

/** What the oracle of a chain does not answer, if there is one at all; asked for once. */
const unanswered = new WeakMap<TownClient, Set<Question>>();

/** What its operator takes for gas is told for so much of it, as it is less than the smallest unit for one. */
const PROBE = 10n ** 12n;

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
  // Celo takes nothing for its parent chain, nor for whoever runs it.
  const charged = feeCurrency === undefined ? calls : [];
  const [price, none, probe, ...parentFees] = await Promise.all([
    readPrice(client, feeCurrency),
    charged.length === 0 ? 0n : readOperatorFee(client, 0n),
    charged.length === 0 ? 0n : readOperatorFee(client, PROBE),
    ...charged.map((call) => readParentFee(client, call)),
  ]);
  return {
    price,
    parentFees: parentFees.reduce((sum, fee) => sum + fee, 0n),
    operator: { calls: none * BigInt(charged.length), probe: probe - none },
  };
}

export function feeOf({ price, parentFees, operator }: Tariff, gas: bigint): bigint {
  return parentFees + operator.calls + (gas * operator.probe) / PROBE + gas * price;
}

/** Celo says what gas costs in another currency where it is asked for that one. */
async function readPrice(client: TownClient, feeCurrency: Address | undefined): Promise<bigint> {
  const params = (feeCurrency === undefined ? [] : [feeCurrency]) as unknown as undefined;
  return BigInt(await client.request({ method: "eth_gasPrice", params }));
}

function readParentFee(client: TownClient, { from, to, data }: Priced): Promise<bigint> {
  // As long as the transaction will be, and as hard to compress.
  const args = [concatHex([from, to, SOME_GAS, data])] as const;
  return askOracle(client, "getL1Fee", () => readNow({ client }, [{ ...oracle, functionName: "getL1Fee", args }]));
}

function readOperatorFee(client: TownClient, gas: bigint): Promise<bigint> {
  const view = { ...oracle, functionName: "getOperatorFee", args: [gas] } as const;
  return askOracle(client, "getOperatorFee", () => readNow({ client }, [view]));
}

/** Nothing on a chain that has no such contract, or one that knows nothing of the question. */
async function askOracle(client: TownClient, question: Question, ask: () => Promise<[bigint]>): Promise<bigint> {
  const known = unanswered.get(client) ?? new Set();
  unanswered.set(client, known);
  if (known.has(question)) return 0n;
  try {
    return (await ask())[0];
  } catch (error) {
    if (!saysNothing(error)) throw error;
    known.add(question);
    return 0n;
  }
}

/** Whether what stands there, if anything does, is no such contract. A node that is silent for once says nothing of that. */
function saysNothing(error: unknown): boolean {
  const refusal = refusalIn(error);
  return (error as Error).name === "AbiDecodingZeroDataError" || (refusal !== null && kindOf(refusal) === "revert");
}
