import { type Ask, isDivisible, Refusal, type Request } from "@one-small-town/core/asking/Ask.ts";
import { kindOf } from "@one-small-town/core/asking/kindOf.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { canonical } from "./canonical.ts";
import { describeDifference } from "./describeDifference.ts";
import { describeRequest } from "./describeRequest.ts";
import { falsehoodIn } from "./falsehoodIn.ts";

/** Who is asked, and the name under which differences are told. */
export type Node = { name: string; ask: Ask };

/** What a node said: an answer, a refusal of the contract's, or nothing that can be used. */
type Heard = { name: string; answer?: unknown; refusal?: Refusal; trouble?: Trouble };

/** How many questions were asked, and how many of them each node had an answer to, in the order of the nodes. */
export type Tally = { asked: number; answered: number[]; compared: number };

export function tallyOf(nodes: readonly Node[]): Tally {
  return { asked: 0, answered: nodes.map(() => 0), compared: 0 };
}

/** Letters of what is told of one answer: a node has its word in it. */
const MOST_WORDS = 2_000;

/**
 * Asks all nodes the same, and answers what all of them say. Whatever stands in the way is told, and thrown. `tally`
 * counts what could be compared.
 */
export function agreeing(nodes: readonly Node[], onTrouble: (trouble: Trouble) => void, tally = tallyOf(nodes)): Ask {
  return async (request) => {
    const heard = await Promise.all(nodes.map((node) => hear(node, request, nodes.length === 1)));
    count(heard, tally);
    const [first, ...others] = heard;
    const less = heard.find(({ trouble }) => trouble?.less);
    if (less) throw less.trouble?.less;
    const troubles = heard.flatMap(({ trouble }) => trouble ?? []);
    const trouble =
      troubles.find(({ kind }) => kind === "false") ?? troubles[0] ?? disagreement(request, first, others);
    if (trouble) {
      const words = plainText(`${describeRequest(request)}: ${trouble.words}`, MOST_WORDS);
      onTrouble({ ...trouble, words });
      throw new Error(plainText(trouble.words, MOST_WORDS));
    }
    if (first?.refusal) {
      onTrouble({
        kind: "refused",
        words: `${describeRequest(request)}: ${first.name} says "${first.refusal.message}"`,
      });
      throw first.refusal;
    }
    return first?.answer;
  };
}

/** A node that wants to be asked for less has not answered yet. */
function count(heard: readonly Heard[], tally: Tally): void {
  if (heard.some(({ trouble }) => trouble?.less)) return;
  const isThere = heard.map(({ trouble }) => trouble?.kind !== "missing");
  tally.asked++;
  for (const [i, isAnswered] of isThere.entries()) if (isAnswered) tally.answered[i] = (tally.answered[i] ?? 0) + 1;
  if (isThere.every(Boolean)) tally.compared++;
}

async function hear({ name, ask }: Node, request: Request, isAlone: boolean): Promise<Heard> {
  try {
    const answer = canonical(request, await ask(request), isAlone);
    // What a node has not got yet, or not any more, contradicts nobody. Who created what is told where it is missing.
    const mayMiss = isAlone && request.method === "eth_getTransactionByHash";
    if (answer === null && !mayMiss) return { name, trouble: { kind: "missing", words: `${name} has not got it` } };
    const falsehood = falsehoodIn(request, answer);
    if (falsehood) return { name, trouble: { kind: "false", words: `${name} ${falsehood}` } };
    return { name, answer };
  } catch (error) {
    if (error instanceof Refusal) return heardRefusal(name, request, error);
    return { name, trouble: { kind: "missing", words: `${name}: ${(error as Error).message}` } };
  }
}

/** What a contract refuses it refuses at every node; all else is the node's own. */
function heardRefusal(name: string, request: Request, refusal: Refusal): Heard {
  const kind = kindOf(refusal, isDivisible(request));
  if (kind === "revert") return { name, refusal };
  const less = kind === "less" && isDivisible(request) ? { less: refusal } : {};
  return { name, trouble: { kind: "missing", words: `${name} says "${refusal.message}"`, ...less } };
}

function disagreement(request: Request, first: Heard | undefined, others: readonly Heard[]): Trouble | undefined {
  const other = others.find((one) => textOf(one) !== (first && textOf(first)));
  if (first === undefined || other === undefined) return undefined;
  const [ours, theirs] = describeDifference(request, first, other);
  return { kind: "false", words: `${first.name} says ${ours}, ${other.name} says ${theirs}` };
}

/** Errors are worded by each node in its own way; that there is one is what they must agree on. */
function textOf({ answer, refusal }: Heard): string {
  return refusal ? "error" : JSON.stringify(answer);
}

/**
 * Why an answer cannot be used, in words: it is false or contested, there is none, or the chain answers with an error.
 * `less`: what the node said that wants to be asked in parts.
 */
export type Trouble = { kind: "false" | "missing" | "refused"; words: string; less?: Refusal };
