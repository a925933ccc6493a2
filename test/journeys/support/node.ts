import type { Page } from "playwright-core";

/** What a node says to a question. */
type Answer = { result: unknown } | { error: { code: number; message: string } };

/** Passes a question on to a node as it is. */
export async function askNode(rpcUrl: string, method: string, params: readonly unknown[]): Promise<Answer> {
  const response = await fetch(rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  return (await response.json()) as Answer;
}

type Question = { method: string; params: readonly unknown[] };
type Asked = Question & { id: number };

/** What the page hears instead of the node's answer; the answer itself where nothing is to be altered. */
export type Alter = (question: Question, answer: Answer) => Answer | Promise<Answer>;

/** Stands between the page and the node. */
export async function alterAnswers(page: Page, rpcUrl: string, alter: Alter): Promise<void> {
  await page.route(`${rpcUrl}/**`, async (route) => {
    const asked = route.request().postDataJSON() as Asked | Asked[] | null;
    if (asked === null) return route.continue();
    const hear = async ({ id, method, params }: Asked) => {
      const answer = await alter({ method, params }, await askNode(rpcUrl, method, params));
      return { jsonrpc: "2.0", ...answer, id }; // the node was asked under another
    };
    const json = Array.isArray(asked) ? await Promise.all(asked.map(hear)) : await hear(asked);
    return route.fulfill({ json, headers: { "access-control-allow-origin": "*" } });
  });
}

/** A node that says `instead` wherever contracts answer `number`, however the page asks for it. */
export function alterNumber(number: bigint, instead: bigint): Alter {
  return ({ method }, answer) =>
    method !== "eth_call" || "error" in answer
      ? answer
      : { result: String(answer.result).replaceAll(wordOf(number), wordOf(instead)) };
}

/** A number as the 32 bytes of an answer. */
function wordOf(number: bigint): string {
  return number.toString(16).padStart(64, "0");
}

/** A node that does not answer questions about a contract's events. */
export function withoutEventsOf(address: string): Alter {
  return ({ method, params }, answer) => {
    const asked = JSON.stringify((params[0] as { address?: unknown } | undefined)?.address ?? "").toLowerCase();
    return method === "eth_getLogs" && asked.includes(address.toLowerCase())
      ? { error: { code: -32_603, message: "The node has no such events." } }
      : answer;
  };
}

/** A node that keeps back the first event of one kind of a contract. */
export function withoutFirst({ address, topic }: { address: string; topic: string }): Alter {
  return ({ method }, answer) => {
    if (method !== "eth_getLogs" || "error" in answer) return answer;
    const logs = answer.result as { address: string; topics: string[] }[];
    const first = logs.find((log) => log.address.toLowerCase() === address.toLowerCase() && log.topics[0] === topic);
    return { result: logs.filter((log) => log !== first) };
  };
}

/** The node does not answer this page any more, until `page.unrouteAll()`. */
export async function cutOff(page: Page, rpcUrl: string): Promise<void> {
  await page.route(`${rpcUrl}/**`, (route) => route.abort("connectionrefused"));
}
