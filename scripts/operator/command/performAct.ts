import { Mistake } from "../../commands/Mistake.mjs";
import type { Act } from "../acts/Act.ts";
import { revertOf } from "../send.ts";
import { carryOut } from "./carryOut.ts";
import { explainRefusal } from "./explainRefusal.ts";
import { type Errand, tellerOf } from "./Errand.ts";
import { sign } from "./sign.ts";

/** Does one act with what was read of its arguments. Returns the exit code. */
export async function performAct(act: Act, values: Record<string, unknown>, errand: Errand): Promise<number> {
  await requireDeployment(errand);
  try {
    return await performNow(act, values, errand);
  } catch (failure) {
    // What is asked before anything is sent is refused too: a town that there is not has no currency.
    const error = revertOf(failure);
    if (error === null) throw failure;
    const refusal = explainRefusal(error);
    if (errand.isJson) errand.terminal.say(JSON.stringify({ refusal }));
    tellerOf(errand)(`✘ The contract refuses this: ${refusal}`);
    return 1;
  }
}

async function performNow(act: Act, values: Record<string, unknown>, errand: Errand): Promise<number> {
  const { context, isJson, terminal, network } = errand;
  if (act.kind === "performs") return act.performs(errand, values);
  if (act.kind === "signs") return sign(errand, await act.signs(context, values));
  if (act.kind === "tells") {
    const told = await act.tells(context, values, network.name);
    if (isJson) terminal.say(JSON.stringify(told.map(({ facts }) => facts)));
    else for (const { line } of told) terminal.say(line);
    return 0;
  }
  const { missing, isRepeatable = false } = act;
  const plan = await act.steps(context, values);
  if (missing === undefined) return carryOut(errand, plan, { isRepeatable });
  return carryOut(errand, plan, { isRepeatable, missing: async () => missing(context, values) });
}

/** Throws where the contracts that the file names are not on this chain. */
async function requireDeployment({ context, network }: Errand): Promise<void> {
  const { deployment, provider } = context;
  const { chainId } = await provider.getNetwork();
  if (Number(chainId) !== deployment.chainId)
    throw new Mistake(
      `deployments/${network.name}.json is of chain ${deployment.chainId}, and the node answers for chain ${chainId}.`,
    );
  if ((await provider.getCode(deployment.addresses.Authority)) === "0x")
    throw new Mistake(
      `There are no contracts where deployments/${network.name}.json says: the file is of another chain than the node's.`,
    );
}
