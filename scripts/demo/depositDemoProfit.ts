import { depositWithAllowance } from "../operator/depositWithAllowance.ts";
import { accountsOf } from "./demoDocuments.ts";
import type { DemoBusiness, DemoTown } from "./DemoTown.ts";

type DemoProfit = { period: string; amount: bigint; weeks: number };

/** The manager of a demo business pays in a profit, with its accounts. */
export async function depositDemoProfit(
  { chain, currency, deployment }: DemoTown,
  { business, title }: DemoBusiness,
  { period, amount, weeks }: DemoProfit,
): Promise<void> {
  const { manager } = chain.officials;
  await currency.mint(manager.address, amount);
  const accounts = accountsOf(title, period, (Number(amount) / 1e6).toFixed(2));
  await depositWithAllowance(deployment, manager, { business, amount, weeks, period, accounts });
}
