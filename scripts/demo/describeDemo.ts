import { decode } from "@one-small-town/core/enumerations.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import { phases } from "@one-small-town/core/rules/enumerations.ts";
import { contractsOf, tokenAt } from "../operator/contracts.ts";
import { demoPeople } from "./demoPeople.ts";
import type { DemoTown } from "./DemoTown.ts";

/** What lives on the demo's chain, read from it, in a few lines for a terminal. */
export async function describeDemo({ chain, deployment, currency, town }: DemoTown): Promise<string> {
  const { officials, people, url } = chain;
  const contracts = contractsOf(deployment, officials.payer);
  const { timesheets } = await contracts.contributions.poolOf(town);
  const pending = await contracts.contributions.pendingOf(town);
  const money = async (units: bigint) => `${formatAmount(units, 6)} ${await currency.symbol()}`;
  const sales = await describeSales({ chain, deployment, currency, town });
  return [
    "",
    `${await contracts.townRegistry.nameOf(town)}, town ${town}, on ${url} (chain ${deployment.chainId})`,
    `  ${await contracts.memberRegistry.memberCount(town)} members; ${timesheets} weeks of hours paid` +
      (pending.weekIndex > 0n ? `, week ${pending.weekIndex} under review` : ""),
    `  ${(await contracts.infinityToken.totalSupply()) / INFINITY_PER_SHIFT} shifts worked, with INFINITY for each`,
    `  ${await contracts.projectRegistry.projectCount(town)} projects and businesses`,
    ...sales,
    `  town fund: ${await money(await contracts.townTreasury.fundOf(town))}`,
    "",
    "  Contracts",
    ...Object.entries(deployment.addresses).map(([name, address]) => `    ${name.padEnd(16)} ${address}`),
    "",
    "  People (accounts of the test mnemonic, in this order)",
    ...people.slice(0, 8).map(({ address }, i) => `    ${demoPeople[i]?.name.padEnd(16)} ${address}`),
    `    … and ${people.length - 8} more`,
    "",
  ].join("\n");
}

async function describeSales({ chain, deployment }: DemoTown): Promise<string[]> {
  const { shareOffering } = contractsOf(deployment, chain.officials.payer);
  const count = Number(await shareOffering.offeringCount());
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  return Promise.all(
    ids.map(async (id) => {
      const { token } = await shareOffering.assetOf(id);
      const { goal, cap } = await shareOffering.saleOf(id);
      const shares = tokenAt(token, chain.officials.payer);
      const phase = decode(phases, await shareOffering.phaseOf(id));
      return `  ${await shares.name()}: ${await shares.totalSupply()} shares of ${goal} to ${cap}, ${phase}`;
    }),
  );
}
