import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import { manyViews } from "@one-small-town/core/views/manyViews.ts";
import {
  createClient,
  custom,
  decodeAbiParameters,
  defineChain,
  encodeAbiParameters,
  type Hex,
  zeroAddress,
  zeroHash,
} from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { FeeCurrency } from "@one-small-town/core/deployment/Settings.ts";
import type { System } from "../chain/System.ts";

/** What a node answers to a request. */
export type Node = (asked: { method: string; params: readonly unknown[] }) => unknown;

const CHAIN_ID = 31_337;
const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };

/** For tests of what is sent: a deployment whose node does as the test has it. */
export function testSystem(node: Node, feeCurrency?: FeeCurrency): System {
  const request = async ({ method, params = [] }: { method: string; params?: readonly unknown[] }) => {
    const views = method === "eth_call" ? viewsIn(params[0] as { data?: Hex }) : null;
    if (views === null) return node({ method, params });
    const answers = views.map(({ target: to, data }) => node({ method, params: [{ to, data }, "latest"] }) as Hex);
    return encodeAbiParameters([{ type: "bytes[]" }], [answers]);
  };
  const chain = defineChain({
    id: CHAIN_ID,
    name: "Test chain",
    nativeCurrency,
    rpcUrls: { default: { http: ["https://node.test"] } },
  });
  const addresses = new Proxy({} as Deployment["addresses"], { get: () => zeroAddress });
  const deployment = { chainId: CHAIN_ID, addresses, startBlockHash: zeroHash } as unknown as Deployment;
  const network = { name: "Test chain", rpcUrl: "https://node.test", explorer: null, nativeCurrency };
  return {
    deployment,
    settings: {
      deployment,
      network: feeCurrency === undefined ? network : { ...network, feeCurrency },
      howToGetCurrency: null,
    },
    client: createClient({ chain, ccipRead: false, transport: custom({ request }, { retryCount: 0 }) }) as never,
  };
}

/** The views that travel together in a question, which the node answers as if each came alone; null for any other. */
function viewsIn({ data }: { data?: Hex }) {
  if (data?.startsWith(readManyCode) !== true) return null;
  return decodeAbiParameters(manyViews, `0x${data.slice(readManyCode.length)}`)[0];
}
