import { type Address, type Hash, numberToHex } from "viem";
import type { Ask } from "./Ask.ts";

/** Of which chain a deployment is, and since when. */
type Expected = { chainId: number; startBlock: number; startBlockHash: Hash; addresses: Record<string, Address> };

/** A node that answers for something else: another chain, another past of a chain with this number, or no contracts. */
export type WrongNode = { is: "otherChain"; chainId: number } | { is: "otherPast" } | { is: "noContracts" };

/**
 * Why a node cannot answer for a deployment; null where nothing speaks against it. Throws what the node says when not even
 * its chain can be read. A node that has thrown its first blocks away is not wrong.
 */
export async function wrongNode(ask: Ask, expected: Expected): Promise<WrongNode | null> {
  const first = { method: "eth_getBlockByNumber", params: [numberToHex(expected.startBlock), false] };
  const [id, block] = await Promise.all([ask({ method: "eth_chainId" }), ask(first).catch(() => null)]);
  const chainId = Number(id);
  if (chainId !== expected.chainId) return { is: "otherChain", chainId };
  const { hash } = (block ?? {}) as { hash?: string };
  if (hash?.toLowerCase() === expected.startBlockHash.toLowerCase()) return null;
  const [address] = Object.values(expected.addresses);
  const code = await ask({ method: "eth_getCode", params: [address, "latest"] }).catch(() => null);
  if (code === "0x") return { is: "noContracts" };
  return hash === undefined ? null : { is: "otherPast" };
}

/** Thrown instead of every answer of such a node. */
class AnswersForAnother extends Error {
  readonly wrong: WrongNode;

  constructor(wrong: WrongNode) {
    super("The node answers for something else");
    this.wrong = wrong;
  }
}

/** Holds answers back until it is known that the node answers for the deployment. That is asked once, beside the first question. */
export function guarding(ask: Ask, expected: Expected): Ask {
  let check: Promise<void> | null = null;
  const pass = () =>
    (check ??= wrongNode(ask, expected).then(
      (wrong) => (wrong === null ? undefined : Promise.reject(new AnswersForAnother(wrong))),
      // Who cannot be reached now is asked with the next question.
      () => void (check = null),
    ));
  return async (request) => {
    const answer = ask(request);
    answer.catch(() => undefined); // that the node is a wrong one comes first
    await pass();
    return answer;
  };
}

/** What is wrong with the node, where that is why something could not be read; null where it is not. */
export function wrongIn(error: unknown): WrongNode | null {
  if (error instanceof AnswersForAnother) return error.wrong;
  return error instanceof Error && error.cause !== undefined ? wrongIn(error.cause) : null;
}
