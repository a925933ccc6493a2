import { kindOf, refusalIn } from "@one-small-town/core/asking/kindOf.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { type Address, decodeFunctionResult, encodeFunctionData, erc20Abi } from "viem";
import { ask } from "../gather.ts";
import { keptOr } from "../kept.ts";
import type { System } from "../System.ts";
import type { Currency } from "./Town.ts";

/** More decimals than any amount can be written with. */
const TOO_MANY = 36;

/**
 * A currency as it calls itself. One that does not say it so that it can be read is called by its address, and counted in
 * its units: it must not keep other towns from being shown.
 */
export function readCurrency(system: System, address: Address): Promise<Currency> {
  return keptOr(system, `currency ${address}`, () => readNamed(system, address), isNamed);
}

/** Whether a currency said what it is called. What it did not say it may say another time. */
export function isNamed({ address, symbol }: Currency): boolean {
  return symbol !== nameOf(address);
}

async function readNamed(system: System, address: Address): Promise<Currency> {
  const [symbol, decimals] = await Promise.all([
    saidBy(system, address, "symbol"),
    saidBy(system, address, "decimals"),
  ]);
  if (typeof decimals !== "number" || decimals > TOO_MANY) return { address, symbol: nameOf(address), decimals: 0 };
  return { address, symbol: plainText(String(symbol ?? "")) || nameOf(address), decimals };
}

/** Null where the currency refuses, or says what cannot be read. Throws where the node does not answer. */
async function saidBy({ client }: System, address: Address, functionName: "symbol" | "decimals") {
  const view = { target: address, data: encodeFunctionData({ abi: erc20Abi, functionName }), bytes: 160 };
  const data = await ask(client, { ...view, block: "latest" }).catch((error: unknown) => {
    const refusal = refusalIn(error);
    if (refusal !== null && (kindOf(refusal) === "revert" || /out of gas/i.test(refusal.message))) return null;
    throw error;
  });
  try {
    return data && decodeFunctionResult({ abi: erc20Abi, functionName, data });
  } catch {
    return null;
  }
}

function nameOf(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
