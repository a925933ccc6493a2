import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { askNode } from "./node.ts";

/** What a public node that asks for no key does to those who ask much. */
export type Limits = {
  /** Milliseconds until an answer. */
  latency: number;
  /** The most blocks of one question for events. */
  blocks: number;
  /** The most questions within a second. */
  aSecond: number;
};

/** One question as the node got it: when, in milliseconds, and the bytes of its answer. */
type Asked = { method: string; at: number; bytes: number; isRefused: boolean };

export type SlowNode = {
  url: string;
  /** Every question so far; each of several that came in one request counts. */
  asked: readonly Asked[];
  /** Forgets the questions so far. */
  forget: () => void;
  close: () => Promise<void>;
};

type Question = { id: unknown; method: string; params?: readonly unknown[] };

const HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "600",
};

/** Stands before a chain as a busy public node does: late answers, few blocks at a time, and not too often. */
export async function openSlowNode(rpcUrl: string, { latency, blocks, aSecond }: Limits): Promise<SlowNode> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The slow node has no port");

  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    forget: () => void asked.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    await new Promise((resolve) => setTimeout(resolve, latency));
    if (request.method !== "POST") return void response.writeHead(204, HEADERS).end();

    const wanted = JSON.parse(body) as Question | Question[];
    const answers = await Promise.all([wanted].flat().map(answer));
    const isBusy = answers.some((each) => each === null);
    response.writeHead(isBusy ? 429 : 200, { ...HEADERS, "content-type": "application/json" });
    response.end(isBusy ? "Too many requests" : JSON.stringify(Array.isArray(wanted) ? answers : answers[0]));
  }

  /** Null for one that came too soon. */
  async function answer({ id, method, params = [] }: Question): Promise<object | null> {
    const at = performance.now();
    const isRefused = asked.filter((other) => !other.isRefused && other.at > at - 1_000).length >= aSecond;
    const entry = { method, at, bytes: 0, isRefused };
    asked.push(entry);
    if (isRefused) return null;
    const said = isTooLong(method, params) ? TOO_LONG(blocks) : await askNode(rpcUrl, method, params);
    entry.bytes = JSON.stringify(said).length;
    return Object.assign(said, { jsonrpc: "2.0", id });
  }

  function isTooLong(method: string, [filter]: readonly unknown[]): boolean {
    if (method !== "eth_getLogs") return false;
    const { fromBlock = "0x0", toBlock = "0x0" } = filter as { fromBlock?: string; toBlock?: string };
    return Number(toBlock) - Number(fromBlock) + 1 > blocks;
  }
}

const TOO_LONG = (blocks: number) => ({
  error: { code: -32_005, message: `exceed maximum block range: ${blocks}` },
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
