import { Refusal } from "./Ask.ts";

/**
 * What a node means by a refusal: ask again later · ask for less · it has not got what was asked for, yet or any more ·
 * the contract refuses · anything else.
 */
export type Kind = "wait" | "less" | "missing" | "revert" | "other";

type Row = { kind: Kind; words?: RegExp; codes?: readonly number[]; statuses?: readonly number[] };

/**
 * The first row that fits decides. Nodes word the same in many ways and put it under any code, so words come before codes,
 * and what is clearer before what is vaguer: a rate is named "limit" as well, and a block out of reach "range".
 */
const ROWS: readonly Row[] = [
  { kind: "wait", statuses: [429] },
  { kind: "other", codes: [-32_601] },
  { kind: "revert", words: /revert|vm exception|invalid opcode/i, codes: [3] },
  {
    kind: "wait",
    words:
      /\brate|throttl|too many( concurrent)? (request|call|connection)|requests? (limit|count)|(\bper|\/) ?(s|sec|second|minute|hour|day|month)\b|\b(rps|qps|cups?)\b|compute units|credits?\b|quota|throughput|capacity|concurren|slow down|try again (later|in)|retry (later|in|after)|overloaded|\bbusy\b|no backend|temporarily|usage limit|daily|monthly/i,
  },
  {
    kind: "missing",
    words:
      /(header|block|state|histor\w*|receipts?|body|data)\b[^.]{0,48}(not (be )?(found|available|exist|ready|indexed)|unavailable|unknown|missing|pruned)|missing ?trie ?node|unknown block|no state|cannot be found|pruned|historical state|historic state|archiv|(beyond|after|past|above|ahead of)[^.]{0,24}(head|latest|last accepted|tip)|block ?out ?of ?range|block[^.]{0,12}out of range|future block|unfinalized|proof window|not yet/i,
    codes: [-32_001],
  },
  {
    kind: "less",
    words:
      /range|too (many|large|big|wide|long|high|much)|more than|limit|\bmax|exceed|\bsize\b|timed? ?-?out|deadline|took too long|cancell?ed|narrow|reduce|fewer|at most|up to|out of gas/i,
    codes: [-32_614],
    statuses: [413, 408, 504],
  },
  { kind: "wait", codes: [429, 15, -32_007, -32_016, -32_029, -32_090, -32_097] },
];

/** JSON-RPC's code for a limit of whatever kind. Without words it is one of blocks or of questions, as one was asked. */
const LIMIT_EXCEEDED = -32_005;
const SAYS_NOTHING = /^\W*(request )?(limit exceeded|exceeds (defined )?limit)?\W*$/i;

/** What a node means. `isDivisible`: whether the question was one that can be asked in parts. */
export function kindOf({ code, message, data, status }: Refusal, isDivisible = true): Kind {
  const said = [message, ...stringsIn(data)].join(". ").replace(/https?:\/\/\S+/g, "");
  if (code === LIMIT_EXCEEDED && SAYS_NOTHING.test(said)) return isDivisible ? "less" : "wait";
  const fits = ({ words, codes, statuses }: Row) =>
    words?.test(said) || codes?.includes(code) || statuses?.includes(status);
  return ROWS.find(fits)?.kind ?? "other";
}

/** What was said to what threw: some libraries wrap it. Null where nothing was said. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : null;
}

/** Some nodes say the reason in an object beside the message. What it quotes of the question says nothing. */
function stringsIn(data: unknown, depth = 3): string[] {
  if (typeof data === "string") return data.startsWith("0x") ? [] : [data];
  if (typeof data !== "object" || data === null || depth === 0) return [];
  return Object.entries(data).flatMap(([key, value]) => (/request|body/i.test(key) ? [] : stringsIn(value, depth - 1)));
}
