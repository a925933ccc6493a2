import { BrowserProvider } from "ethers";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { checkBeginning } from "../deploy/checkDeployment.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Line } from "./Report.ts";

/** Checks that a deployment is the one that its file describes, and began as it must. */
export async function checkOrigin(ask: Ask, deployment: Deployment): Promise<Line[]> {
  const { startBlock, startBlockHash, chainId } = deployment;
  const block = (await ask({ method: "eth_getBlockByNumber", params: [`0x${startBlock.toString(16)}`, false] })) as {
    hash: string;
  };
  if (block.hash !== startBlockHash.toLowerCase()) {
    const words = `Block ${startBlock} is ${block.hash} on this chain, but the file says ${startBlockHash}.`;
    return [{ outcome: "broken", words: `${words} It describes another chain, or one of the past.` }];
  }
  const provider = new BrowserProvider({ request: ({ method, params }) => ask({ method, params }) }, chainId, {
    staticNetwork: true,
  });
  const problems = await checkBeginning(provider, deployment);
  provider.destroy();
  if (problems.length > 0) {
    return problems.map(({ words, isUnknown }) => {
      return { outcome: isUnknown ? "unavailable" : "broken", words: `${words}.` };
    });
  }
  const words = `Each contract is where the others look for it, and was created by these sources, since block ${startBlock}; head office got the root.`;
  return [{ outcome: "holds", words }];
}
