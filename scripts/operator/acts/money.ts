import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { formatAmount, parseAmount } from "@one-small-town/core/money/amounts.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import type { Address } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import { currencyAt } from "../contracts.ts";
import type { Plan } from "./Act.ts";
import type { Context } from "./Context.ts";
import type { Amount } from "./arguments.ts";

/** A currency as people write its amounts. */
export type Currency = { address: Address; symbol: string; decimals: number };

export async function currencyOfTown({ contracts, provider }: Context, town: number): Promise<Currency> {
  const address = (await contracts.townRegistry.currencyOf(town)) as Address;
  if (BigInt(address) === 0n) throw new Mistake(`There is no town ${town}.`);
  return currencyOf({ provider }, address);
}

async function currencyOf({ provider }: Pick<Context, "provider">, address: Address): Promise<Currency> {
  const currency = currencyAt(address, provider);
  const [symbol, decimals] = await Promise.all([currency.symbol().catch(() => ""), currency.decimals()]);
  return { address, symbol: plainText(symbol, 20), decimals: Number(decimals) };
}

/** An offering's share token, business, price and currency. */
export async function assetOf(context: Context, offering: bigint) {
  const { token, business, price, currency } = await context.contracts.shareOffering.assetOf(offering);
  if (business === 0n) throw new Mistake(`There is no offering ${offering}.`);
  return { token: token as Address, business, price, currency: await currencyOf(context, currency as Address) };
}

/** The share token of a business's latest offering. */
export async function tokenOf(context: Context, business: bigint): Promise<Address> {
  const offering = await context.contracts.shareOffering.latestOf(business);
  if (offering === 0n) throw new Mistake("This business has no shares: nothing of it was ever offered.");
  return (await assetOf(context, offering)).token;
}

/** An amount in the currency's smallest unit. */
export function unitsOf({ decimals, symbol }: Omit<Currency, "address">, { text }: Amount): bigint {
  const units = parseAmount(text, decimals);
  if (units !== undefined) return units;
  const why = text.includes(".") ? `${symbol} has ${decimals} decimals` : "a lone comma can be read in two ways";
  throw new Mistake(`"${text}" is no amount of ${symbol}: ${why}. Write it as 1250 or 1,250.50.`);
}

export function written({ symbol, decimals }: Omit<Currency, "address">, units: bigint): string {
  return `${formatAmount(units, decimals)} ${symbol}`;
}

/** Lets a contract take exactly an amount, unless it may already, and then has it take it. */
export async function paying(
  { deployment, provider, sender }: Context,
  { currency, amount, to }: { currency: Currency; amount: bigint; to: keyof Deployment["addresses"] },
  step: Step,
): Promise<Plan> {
  const token = currencyAt(currency.address, provider);
  const [has, allowed] = await Promise.all([
    token.balanceOf(sender()),
    token.allowance(sender(), deployment.addresses[to]),
  ]);
  if (has < amount)
    throw new Mistake(`This takes ${written(currency, amount)}, and the wallet has ${written(currency, has)}.`);
  const pays = `It pays ${written(currency, amount)}.`;
  if (allowed >= amount) return { steps: [step], notes: [pays] };
  return { steps: [allow(currency.address, deployment.addresses[to], amount), step], notes: [pays] };
}
