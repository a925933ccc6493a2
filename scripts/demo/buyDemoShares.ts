import { buyWithAllowance } from "../operator/buyWithAllowance.ts";
import type { DemoSale, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

/** Some people of the demo buy shares, 3 to 9 each. */
export async function buyDemoShares({ chain, deployment }: DemoTown, sale: DemoSale, ids: number[]): Promise<void> {
  const { offering } = sale;
  for (const id of ids) {
    await buyWithAllowance(deployment, { buyer: personAt(chain, id), offering, shares: 3 + (id % 7) });
  }
}
