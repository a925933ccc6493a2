import type { Provider } from "ethers";
import { checkCodes } from "./checkDeployment.ts";
import { foreseeAddresses } from "./foreseeAddresses.ts";
import type { Plan } from "./makeOrReadPlan.ts";

/** Why nothing more may be sent. Where it is `final`, a deployment can only begin anew. */
type Obstacle = { words: string; isFinal: boolean };

/** How many of a plan's contracts are on chain, and what forbids to send the next one. */
export type Progress = { done: number; all: number; obstacle: Obstacle | null };

/** Looks how far a deployment came. Every contract that is there must be the one that these sources have there. */
export async function readProgress(provider: Provider, plan: Plan): Promise<Progress> {
  const addresses = foreseeAddresses(plan.deployer, plan.firstNonce);
  const codes = await Promise.all(Object.values(addresses).map((address) => provider.getCode(address)));
  const [all, gap] = [codes.length, codes.indexOf("0x")];
  const done = gap === -1 ? all : gap;
  const nonce = await provider.getTransactionCount(plan.deployer);
  const wrong = done < all ? wrongNonce(plan, nonce, plan.firstNonce + done) : null; // who is through may send anything
  return { done, all, obstacle: wrong ?? (await strayIn(provider, plan, done)) };
}

function wrongNonce({ deployer }: Plan, nonce: number, due: number): Obstacle | null {
  if (nonce === due) return null;
  if (nonce > due) {
    const words =
      `The deployer ${deployer} has sent something else meanwhile, or one of its transactions failed, so that the next ` +
      `contract would not be where the others look for it: its nonce is ${nonce}, and should be ${due}.`;
    return { words, isFinal: true };
  }
  const words =
    `By its node the deployer ${deployer} has sent ${nonce} transactions, but there were ${due} when this deployment ` +
    `came so far: the node is behind, or its chain is not the one on which it began. Wait, or ask another node; then ` +
    `run the same command again.`;
  return { words, isFinal: false };
}

async function strayIn(provider: Provider, plan: Plan, done: number): Promise<Obstacle | null> {
  if (done === 0) return null;
  const { chainId } = await provider.getNetwork();
  const addresses = foreseeAddresses(plan.deployer, plan.firstNonce);
  const [problem] = await checkCodes(provider, { addresses, chainId: Number(chainId), parameters: plan }, done);
  return problem ? { words: `${problem.words}. ${problem.remedy}`, isFinal: true } : null;
}
