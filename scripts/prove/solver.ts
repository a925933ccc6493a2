import { init } from "z3-solver";
import { withoutBitVectors } from "./withoutBitVectors.ts";

/** Answers a query in SMT-LIB 2: "sat", "unsat" or "unknown" on the first line, values behind it. */
export type Solver = (query: string) => string;

/** How long it thinks about one query, in its own steps: as many on every machine, a few seconds on most. */
const MOST_STEPS = 1_000_000;

type Module = { ccall(name: string, returns: "string", types: string[], values: unknown[]): string };

/** Z3 as WebAssembly. The compiler waits for each answer, so it is called without the threads that it could use. */
export async function openSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const z3 = em as Module;

  return (query) => {
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    Z3.del_config(config);
    try {
      const script = `(set-option :rlimit ${MOST_STEPS})\n${withoutBitVectors(query)}`;
      return z3.ccall("Z3_eval_smtlib2_string", "string", ["number", "string"], [context, script]);
    } finally {
      Z3.del_context(context);
    }
  };
}
