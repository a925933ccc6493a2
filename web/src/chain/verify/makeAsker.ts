import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { TownClient } from "../System.ts";

const TIMEOUT = 15_000;
const MOST_TRIES = 3;
const PAUSE = 200;

type Answer = { result?: unknown; error?: { code: number; message: string; data?: unknown } };

/**
 * A client that can do nothing but ask: all that reading the books needs, at a fifth of what viem's own takes to load. A
 * node that is busy or out of reach is asked again; one that refuses is not.
 */
export function makeAsker({ network: { rpcUrl } }: Settings): TownClient {
  let id = 0;
  const request = async ({ method, params = [] }: { method: string; params?: unknown }) => {
    const { result, error } = await ask(rpcUrl, JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }));
    if (error !== undefined) throw refusalOf(error);
    return result;
  };
  return { request } as unknown as TownClient;
}

async function ask(url: string, body: string): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await askOnce(url, body);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tries));
    }
  }
}

/** Some nodes refuse with a status of HTTP, and say why in the same words as others. */
async function askOnce(url: string, body: string): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT) });
  const answer = (await response.json()) as Answer;
  if (!response.ok && answer.error === undefined) throw new Error(`The node answers with status ${response.status}`);
  return answer;
}

/** As viem words what a node refuses. */
function refusalOf({ code, message, data }: NonNullable<Answer["error"]>): Error {
  return Object.assign(new Error(message), { name: "RpcRequestError", code, details: message, data });
}
