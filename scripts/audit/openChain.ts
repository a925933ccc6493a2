import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { dividing } from "@one-small-town/core/asking/inRanges.ts";
import { createClient, custom, defineChain } from "viem";
import type { System } from "../../web/src/chain/System.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { openMemory, remembering } from "./node/memory.ts";
import { sweeping } from "./node/sweeping.ts";

type Opening = {
  deployment: Deployment;
  block: Head;
  /** Where answers are kept for a later run; null when for this one only. */
  memoryFile: string | null;
  onSwept: (share: number) => void;
};

/** The chain as it was at one block, read by asking `ask`: as it is, and for what reads contracts. */
export function openChain(ask: Ask, { deployment, block, memoryFile, onSwept }: Opening) {
  const folder = memoryFile === null ? mkdtempSync(path.join(tmpdir(), "audit-")) : null;
  const memory = openMemory(memoryFile ?? path.join(folder ?? "", "answers.txt"));
  const history = { fromBlock: BigInt(deployment.startBlock), toBlock: block.number };
  const addresses = Object.values(deployment.addresses);
  const read = dividing(ask);
  const swept = sweeping(remembering(read, memory), read, memory, { addresses, ...history }, onSwept);
  const all = pinned(swept, block.number);
  return {
    ask: all,
    system: systemOf(all, deployment),
    history,
    close: () => {
      memory.close();
      if (folder !== null) rmSync(folder, { recursive: true });
    },
  };
}

function systemOf(ask: Ask, deployment: Deployment): System {
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = defineChain({ id: deployment.chainId, name: "", nativeCurrency, rpcUrls: { default: { http: [] } } });
  const transport = custom({ request: ask }, { retryCount: 0 });
  return { client: createClient({ chain, cacheTime: 0, ccipRead: false, transport }), deployment } as unknown as System;
}

/** Answers what is asked of the newest block from one block that stays the same. */
function pinned(ask: Ask, block: bigint): Ask {
  const number = `0x${block.toString(16)}`;
  return ({ method, params }) => {
    const pinnedParams = Array.isArray(params) ? params.map((param) => (param === "latest" ? number : param)) : params;
    return ask({ method, params: pinnedParams });
  };
}
