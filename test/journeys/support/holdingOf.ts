import { tokenAt } from "../../../scripts/operator/contracts.ts";
import { personAt } from "../../../scripts/demo/DemoTown.ts";
import type { Stage } from "./openStage.ts";

/** What the chain says of somebody and a sale: their shares and money, and the sale's. */
export async function holdingOf({ demo, contracts }: Stage, offering: bigint, address: string) {
  const { currency, deployment, chain } = demo;
  const escrow = deployment.addresses.ShareOffering;
  const token = tokenAt((await contracts.shareOffering.assetOf(offering)).token, personAt(chain, 0));
  const [shares, sold, money, held, allowance] = await Promise.all([
    token.balanceOf(address),
    token.totalSupply(),
    currency.balanceOf(address),
    currency.balanceOf(escrow),
    currency.allowance(address, escrow),
  ]);
  return { shares, sold, money, held, allowance };
}
