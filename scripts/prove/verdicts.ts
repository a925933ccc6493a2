import type { Message, Output, Range } from "./compiler.ts";
import type { Proof } from "./proofs.ts";

type Outcome = "proved" | "refuted" | "undecided";

/** What became of one claim, or of the arithmetic or the assumptions of its proof. Reasons say why it is not proved. */
export type Verdict = { words: string; outcome: Outcome; reasons: string[] };

export type Judged = { proof: Proof; verdicts: Verdict[] };

/** What the model checker says of one thing that could go wrong in a place, reached through the calls of `stack`. */
type Finding = { kind: string; outcome: Outcome; place: Range; stack: Range[]; values: string[] };

const ASSERTION = "Assertion violation";
const FINDING = /^BMC: (.+?) (check is safe!|happens here\.|might happen here\.)/;
const OUTCOMES: Record<string, Outcome> = {
  "check is safe!": "proved",
  "happens here.": "refuted",
  "might happen here.": "undecided",
};

/** What the model checker's messages say of each proof. */
export function judge(output: Output, proofs: readonly Proof[]): Judged[] {
  const all = (output.errors ?? []).flatMap(findingOf);
  return proofs.map((proof) => {
    const findings = all.filter(({ place, stack }) => [place, ...stack].some((range) => isInside(range, proof.range)));
    const verdicts = [...assumptionsOf(proof, findings), ...claimsOf(proof, findings), arithmeticOf(proof, findings)];
    return { proof, verdicts };
  });
}

/** Only worth a word when something is wrong with them: the witness of a proof must be refuted. */
function assumptionsOf({ witness, claims }: Proof, findings: readonly Finding[]): Verdict[] {
  if (claims.length === 0) return [{ words: "It claims something.", outcome: "refuted", reasons: ["It does not."] }];

  const words = "Something fulfils what is assumed.";
  const found = findings.find((finding) => witness !== undefined && isAbout(finding, witness))?.outcome;
  if (found === "refuted") return [];
  if (found === "proved") return [{ words, outcome: "refuted", reasons: ["Nothing does: nothing is proved."] }];
  return [{ words, outcome: "undecided", reasons: ["The solver gave up."] }];
}

function claimsOf(proof: Proof, findings: readonly Finding[]): Verdict[] {
  return proof.claims.map(({ words, assertions }) => {
    const found = assertions.map((assertion) => findings.filter((finding) => isAbout(finding, assertion)));
    const isSilent = found.some((ofAssertion) => ofAssertion.length === 0);
    return verdictOn(words, proof, found.flat(), isSilent ? ["The model checker says nothing of it."] : []);
  });
}

function arithmeticOf(proof: Proof, findings: readonly Finding[]): Verdict {
  const words = "Nothing in it overflows, falls below zero or divides by zero.";
  const arithmetic = findings.filter(({ kind }) => kind !== ASSERTION);
  return verdictOn(words, proof, arithmetic, []);
}

function verdictOn(words: string, proof: Proof, findings: readonly Finding[], doubts: readonly string[]): Verdict {
  const having = (outcome: Outcome) =>
    findings.filter((finding) => finding.outcome === outcome).map((finding) => explain(finding, proof));
  const refuted = having("refuted");
  if (refuted.length > 0) return { words, outcome: "refuted", reasons: refuted };

  const undecided = [...having("undecided"), ...doubts];
  return { words, outcome: undecided.length > 0 ? "undecided" : "proved", reasons: undecided };
}

function explain({ kind, outcome, values, place }: Finding, { range, names }: Proof): string {
  const where = isInside(place, range) ? "" : ` in ${place.file}`;
  if (outcome === "undecided") return `${kind}${where}: the solver gave up.`;

  const known = values.filter((value) => names.includes(value.split(" = ")[0] ?? ""));
  return `${kind}${where}${known.length > 0 ? ` with ${known.join(", ")}` : ""}.`;
}

function findingOf({ message, sourceLocation, secondarySourceLocations = [] }: Message): Finding[] {
  const [, kind, words = ""] = FINDING.exec(message) ?? [];
  const outcome = OUTCOMES[words];
  if (kind === undefined || outcome === undefined || sourceLocation === undefined) return [];

  const example = secondarySourceLocations.find((place) => place.message.startsWith("Counterexample:"))?.message ?? "";
  const values = example.split("\n").slice(1);
  const stack = secondarySourceLocations.filter((place): place is Range & { message: string } => "file" in place);
  return [{ kind, outcome, place: sourceLocation, stack, values: values.map((value) => value.trim()) }];
}

function isAbout({ kind, place }: Finding, assertion: Range): boolean {
  return kind === ASSERTION && place.file === assertion.file && place.start === assertion.start;
}

function isInside(inner: Range, outer: Range): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
