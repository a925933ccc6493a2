import type { Node, Output, Range, Source } from "./compiler.ts";

/** What a comment says, and the assertions below it. */
type Claim = { words: string; assertions: Range[] };

/** One function of a harness: it assumes, calls what is to be proved, and asserts. */
export type Proof = {
  contract: string;
  name: string;
  /** What it assumes, in plain words: the function's @notice. */
  words: string;
  range: Range;
  claims: Claim[];
  /** The assertion that must fail: see `withWitnesses`. Undefined when it has none yet. */
  witness: Range | undefined;
  /** The names of its arguments and variables. */
  names: string[];
};

/**
 * Behind everything that a function assumes and does. Where the solver finds no way to get there, nothing fulfils what
 * the function assumes, and all it asserts is proved of nothing.
 */
const WITNESS = "assert(false);";

const COMMENT_BEFORE = /((?:[ \t]*\/\/ .*\n)+)[ \t]*$/;

/** The functions of a harness file whose names begin with "prove". */
export function findProofs(output: Output, { file, content }: Source): Proof[] {
  const bytes = Buffer.from(content);
  return nodesIn(output.sources?.[file]?.ast, "ContractDefinition").flatMap((contract) =>
    nodesIn(contract, "FunctionDefinition")
      .filter(({ name }) => String(name).startsWith("prove"))
      .map((definition) => proofOf({ file, bytes, contract, definition })),
  );
}

/** The same file with a witness at the end of each proof. */
export function withWitnesses(source: Source, proofs: readonly Proof[]): Source {
  let bytes = Buffer.from(source.content);
  // From the last to the first, so that the places of the others stay.
  for (const end of proofs.map(({ range }) => range.end - 1).sort((a, b) => b - a)) {
    bytes = Buffer.concat([bytes.subarray(0, end), Buffer.from(WITNESS), bytes.subarray(end)]);
  }
  return { folder: source.folder, file: source.file, content: bytes.toString() };
}

type Place = { file: string; bytes: Buffer; contract: Node; definition: Node };

function proofOf({ file, bytes, contract, definition }: Place): Proof {
  const range = rangeOf(file, definition);
  const assertions = nodesIn(definition, "FunctionCall")
    .filter(({ expression }) => (expression as Node)["name"] === "assert")
    .map((call) => rangeOf(file, call));
  const isWitness = ({ end }: Range) =>
    bytes.subarray(end - WITNESS.length + 1, range.end).toString() === `${WITNESS}}`;

  return {
    contract: String(contract["name"]),
    name: String(definition["name"]),
    words: noticeOf(definition),
    range,
    claims: claimsOf(
      assertions.filter((assertion) => !isWitness(assertion)),
      bytes,
    ),
    witness: assertions.find(isWitness),
    names: nodesIn(definition, "VariableDeclaration").map(({ name }) => String(name)),
  };
}

/** The words of a claim stand right above it; an assertion that follows on another belongs to the same claim. */
function claimsOf(assertions: readonly Range[], bytes: Buffer): Claim[] {
  const textOf = (start: number, end: number) => bytes.subarray(start, end).toString();
  const claims: Claim[] = [];
  for (const [index, assertion] of assertions.entries()) {
    const follows = /^;\s*$/.test(textOf(assertions[index - 1]?.end ?? 0, assertion.start));
    const own = textOf(assertion.start, assertion.end);
    if (follows) claims.at(-1)?.assertions.push(assertion);
    else claims.push({ words: commentBefore(textOf(0, assertion.start)) ?? own, assertions: [assertion] });
  }
  return claims;
}

function commentBefore(source: string): string | undefined {
  return COMMENT_BEFORE.exec(source)?.[1]
    ?.replaceAll(/^[ \t]*\/\/ /gm, "")
    .trim()
    .replaceAll("\n", " ");
}

function noticeOf({ name, documentation }: Node): string {
  const text = (documentation as { text?: string } | null | undefined)?.text ?? "";
  return /@notice\s+([^@]+)/.exec(text)?.[1]?.trim().replaceAll(/\s+/g, " ") ?? String(name);
}

function rangeOf(file: string, { src }: Node): Range {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return { file, start, end: start + length };
}

/** Every node of a type in a tree, in the order of the source. */
function nodesIn(tree: unknown, nodeType: string): Node[] {
  if (typeof tree !== "object" || tree === null) return [];

  const inside = Object.values(tree).flatMap((child) => nodesIn(child, nodeType));
  return (tree as Partial<Node>).nodeType === nodeType ? [tree as Node, ...inside] : inside;
}
