import { createClient, custom, defineChain } from "viem";
import type { System } from "../../web/src/contracts/System.ts";
import { readBooks } from "../../web/src/contracts/verify/readBooks.ts";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import { checkBooks } from "../../web/src/lib/verify/checkBooks.ts";
import type { Finding } from "../../web/src/lib/verify/Finding.ts";

type Provider = Parameters<typeof custom>[0];

/** What the public finds in the books of a chain that runs in this process. */
export async function checkChain(provider: Provider, deployment: Deployment): Promise<Finding[]> {
  const rpcUrls = { default: { http: [] } };
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = defineChain({ id: deployment.chainId, name: "Local", nativeCurrency, rpcUrls });
  const client = createClient({ chain, cacheTime: 0, transport: custom(provider) });
  const { books } = await readBooks({ client, deployment } as unknown as System);
  return checkBooks(books);
}
