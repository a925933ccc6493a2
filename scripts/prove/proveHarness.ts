import { compile, type Source } from "./compiler.ts";
import { findProofs, type Proof, withWitnesses } from "./proofs.ts";
import type { Solver } from "./solver.ts";
import { judge, type Judged } from "./verdicts.ts";

const PARSING = { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } };

/** Arithmetic that fails reverts, and then no assertion is reached: so whether it can fail is asked as well. */
const TARGETS = ["assert", "overflow", "underflow", "divByZero"];

/**
 * Asks of each claim in a file whether anything refutes it: solc's model checker writes the questions, waits for the
 * solver's answer to each, and says what it means.
 */
export function proveHarness(source: Source, solver: Solver): Judged[] {
  const witnessed = withWitnesses(source, parse(source));
  const proofs = parse(witnessed);
  if (proofs.length === 0) return [];

  const settings = { outputSelection: {}, modelChecker: modelCheckerFor(source.file, proofs) };
  return judge(compile(witnessed, { settings, solver }), proofs);
}

function parse(source: Source): Proof[] {
  return findProofs(compile(source, { settings: PARSING }), source);
}

/**
 * Bounded model checking takes code without loops as it is, and leaves the solver one formula for each question. The
 * compiler calls it deprecated; its other engine finds no answer where two unknowns are multiplied.
 */
function modelCheckerFor(file: string, proofs: readonly Proof[]): object {
  return {
    engine: "bmc",
    solvers: ["smtlib2"],
    targets: TARGETS,
    contracts: { [file]: [...new Set(proofs.map(({ contract }) => contract))] },
    // The solver knows division; with products in its place it finds fewer answers.
    divModNoSlacks: true,
    showProvedSafe: true,
    showUnproved: true,
  };
}
