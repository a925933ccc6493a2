import { createClient, custom, defineChain } from "viem";
import { readBooks } from "../../web/src/chain/verify/readBooks.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import type { Finding } from "@one-small-town/core/verify/Finding.ts";

type Provider = Parameters<typeof custom>[0];

/** What the public finds in the books of a chain that runs in this process. */
export async function checkChain(provider: Provider, deployment: Deployment): Promise<Finding[]> {
  const rpcUrls = { default: { http: [] } };
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = defineChain({ id: deployment.chainId, name: "Local", nativeCurrency, rpcUrls });
  const client = createClient({ chain, cacheTime: 0, ccipRead: false, transport: custom(provider) });
  const { books } = await readBooks({ client, deployment });
  return checkBooks(books);
}
