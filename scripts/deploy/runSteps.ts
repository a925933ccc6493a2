import hre from "hardhat";
import type { Hex } from "viem";
import { Mistake } from "../commands/Mistake.mjs";
import { type Creation, creationsOf, ignitionModuleOf } from "./creations.ts";
import { type Connection, keepPlan, type Plan } from "./makeOrReadPlan.ts";
import type { NetworkParameters } from "./networks.ts";
import { contracts } from "./steps.ts";

type Handlers = Parameters<typeof hre.hooks.registerHandlers<"network">>[1];

/** What a transaction that is about to be sent says; numbers are hexadecimal. */
type Sending = { nonce?: string; data?: string; to?: string };

/** Why a transaction was not sent: it would have created its contract where nobody looks for it. */
export class Astray extends Mistake {}

/** Sends what is left of a deployment: all of it, or of its first `count` contracts. Gives the plan with what was sent. */
export async function runSteps(
  connection: Connection,
  { confirmations }: Pick<NetworkParameters, "confirmations">,
  plan: Plan,
  count = contracts.length,
): Promise<Plan> {
  const creations = await creationsOf(plan);
  let astray: Astray | null = null;
  let kept = plan;
  const handlers: Handlers = {
    onRequest: async (context, asked, request, next) => {
      if (asked.id !== connection.id || request.method !== "eth_sendTransaction") return next(context, asked, request);
      const due = dueOf(creations, (request.params as [Sending])[0]);
      if (due instanceof Astray) throw (astray = due);
      await keepPlan(connection, kept);
      const answer = await next(context, asked, request);
      if ("result" in answer) kept = { ...kept, sent: [...kept.sent, { name: due.name, hash: answer.result as Hex }] };
      await keepPlan(connection, kept);
      return answer;
    },
  };
  hre.hooks.registerHandlers("network", handlers);
  try {
    await connection.ignition.deploy(ignitionModuleOf(plan, count), {
      defaultSender: plan.deployer,
      config: { requiredConfirmations: confirmations },
    });
  } catch (error) {
    throw astray ?? error; // whatever has been made of it on the way
  } finally {
    hre.hooks.unregisterHandlers("network", handlers);
  }
  return kept;
}

/** What a transaction creates; or why it is another than the plan has for its nonce. */
function dueOf(creations: readonly Creation[], { nonce, data, to }: Sending): Creation | Astray {
  const due = creations.find((creation) => creation.data === data && to === undefined);
  if (due !== undefined && due.nonce === Number(nonce)) return due;
  return new Astray(
    `${due?.name ?? "What these sources do not have"} would have been sent with the nonce ${Number(nonce)}, but is due ` +
      `at ${due?.nonce ?? "none"}: the deployer has sent something else meanwhile, and this was not sent.`,
  );
}
