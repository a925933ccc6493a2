import { checkChain } from "../audit/checkChain.ts";
import { checkEnd } from "./checkEnd.ts";
import { checkRefusedFiles } from "./checkRefusedFiles.ts";
import { openScenarioTown } from "./openScenarioTown.ts";
import { playStep } from "./playStep.ts";
import { readScenario } from "./readScenario.ts";
import { check, type Tally } from "./Tally.ts";

/**
 * Replays a scenario's folder on a fresh local chain through the functions that operators use, and compares everything
 * it expects with the chain.
 * @param log told what is going on.
 */
export async function replayScenario(dir: string, log: (line: string) => void = () => {}): Promise<Tally> {
  const scenario = readScenario(dir);
  const tally: Tally = { passed: 0, differences: [] };
  const town = await openScenarioTown(scenario, log);
  try {
    await checkRefusedFiles(town, scenario, tally);
    const { steps } = scenario.history;
    for (const [i, step] of steps.entries()) {
      log(`step ${i + 1} of ${steps.length}: ${step.do}`);
      await playStep(town, scenario, step, tally);
    }
    log("comparing the end");
    await checkEnd(town, scenario, tally);
    log("doing the public's sums");
    for (const { key, outcome } of await checkChain(town.chain.connection.provider, town.deployment)) {
      check(tally, `the public's check "${key}"`, "holds", outcome);
    }
  } finally {
    await town.chain.connection.close();
  }
  return tally;
}
