import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LogFilter } from "@one-small-town/core/asking/logs.ts";

/** How a node refuses: with an answer, whatever the status of HTTP, or with a status alone. */
export type Wording = { status: number; error?: { code: number; message: string } };

type Request = { id: number; method: string; params: unknown[] };

/** A node in front of another, which looks for events in only so many blocks at once. `asked` are the lengths of questions. */
export async function startLimitedNode(url: string, most: number, wording: Wording) {
  const asked: number[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      let body = "";
      for await (const chunk of incoming) body += String(chunk);
      const request = JSON.parse(body) as Request;
      const blocks = blocksAskedFor(request);
      if (blocks !== null) asked.push(blocks);
      const isRefused = blocks !== null && blocks > most;
      outgoing.writeHead(isRefused ? wording.status : 200, { "content-type": "application/json" });
      outgoing.end(isRefused ? refusalOf(request, wording) : await forward(url, body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function blocksAskedFor({ method, params }: Request): number | null {
  if (method !== "eth_getLogs") return null;
  const { fromBlock, toBlock } = params[0] as Partial<LogFilter>;
  // Without a last block, as with "latest", nodes take all there are.
  return Number(toBlock ?? "latest") - Number(fromBlock) + 1 || Number.POSITIVE_INFINITY;
}

function refusalOf({ id }: Request, { error }: Wording): string {
  return error === undefined ? "" : JSON.stringify({ jsonrpc: "2.0", id, error });
}

async function forward(url: string, body: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body })).text();
}
