// Reads and checks the books of a big town's chain, and prints how long it took and how much memory.

import { readFileSync } from "node:fs";
import { httpNode } from "@one-small-town/core/asking/httpNode.ts";
import { createClient, custom, defineChain } from "viem";
import type { System } from "../../../web/src/chain/System.ts";
import { readBooks } from "../../../web/src/chain/verify/readBooks.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";

const [url = "http://127.0.0.1:8645", file = "big-town.json"] = process.argv.slice(2);
const deployment = JSON.parse(readFileSync(file, "utf8")) as Deployment;
const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
const chain = defineChain({
  id: deployment.chainId,
  name: "Big",
  nativeCurrency,
  rpcUrls: { default: { http: [url] } },
});
const client = createClient({
  chain,
  ccipRead: false,
  transport: custom({ request: httpNode(url, { timeout: 60_000 }) }, { retryCount: 0 }),
}) as System["client"];

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const { books } = await readBooks({ client, deployment }, { onPart: () => process.stderr.write(".") });
console.log(`\nread after ${seconds()}, ${books.hours?.length ?? 0} events of hours`);
const findings = checkBooks(books);
console.log(`checked after ${seconds()}`);
for (const { key, outcome, rows } of findings) console.log(key, outcome, rows?.length ?? "nothing read");
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  `at most ${Math.round(maxRSS / 1024)} MB, ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of one core`,
);
process.exit(0);
