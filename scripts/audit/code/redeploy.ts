import hre from "hardhat";
import { type Hex, slice } from "viem";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { type Beginning, creationsOf } from "../../deploy/creations.ts";
import type { ExpectedCode, Immutable } from "./compareCode.ts";

/** What of a deployment decides about its code. */
export type Began = { chainId: number; parameters: Beginning };

const PLENTY = `0x${10n ** 24n}`;

/**
 * The code that these sources have where a deployment has its contracts: the same transactions, sent again on an empty
 * chain inside this process, from the same wallet, nonce and chain id. Every byte can be compared, addresses in it
 * included.
 */
export async function redeploy({ chainId, parameters }: Began): Promise<Record<ContractName, ExpectedCode>> {
  const { deployer, firstNonce } = parameters;
  const creations = await creationsOf(parameters);
  const names = new Map(creations.map(({ name, address }) => [address.toLowerCase(), name]));
  const chain = await hre.network.create({ network: "default", override: { chainId } });
  const { provider } = chain;
  try {
    await provider.request({ method: "hardhat_impersonateAccount", params: [deployer] });
    await provider.request({ method: "hardhat_setBalance", params: [deployer, PLENTY] });
    await provider.request({ method: "hardhat_setNonce", params: [deployer, `0x${firstNonce.toString(16)}`] });
    const codes: [ContractName, ExpectedCode][] = [];
    for (const { name, address, data } of creations) {
      await provider.request({ method: "eth_sendTransaction", params: [{ from: deployer, data }] });
      const code = (await provider.request({ method: "eth_getCode", params: [address, "latest"] })) as Hex;
      codes.push([name, { code, immutables: await immutablesOf(name, code, names) }]);
    }
    return Object.fromEntries(codes) as Record<ContractName, ExpectedCode>;
  } finally {
    await chain.close();
  }
}

/** Where in a contract's code its immutables stand, and which of `names` each is the address of. */
async function immutablesOf(name: string, code: Hex, names: ReadonlyMap<string, string>): Promise<Immutable[]> {
  const { immutableReferences = {} } = await hre.artifacts.readArtifact(name);
  return Object.values(immutableReferences)
    .flat()
    .map(({ start, length }) => {
      const address = slice(code, start + length - 20, start + length);
      return { start, length, whose: names.get(address) ?? null };
    });
}
