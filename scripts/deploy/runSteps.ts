import hre from "hardhat";
import { Mistake } from "../commands/Mistake.mjs";
import { type Creation, creationsOf, ignitionModuleOf } from "./creations.ts";
import { type Connection, keepPlan, type Plan } from "./makeOrReadPlan.ts";
import type { NetworkParameters } from "./networks.ts";
import { contracts } from "./steps.ts";

type Handlers = Parameters<typeof hre.hooks.registerHandlers<"network">>[1];

/** What a transaction that is about to be sent says; numbers are hexadecimal. */
type Sending = { nonce?: string; data?: string; to?: string };

/** Sends what is left of a deployment: all of it, or of its first `count` contracts. */
export async function runSteps(
  connection: Connection,
  { confirmations }: Pick<NetworkParameters, "confirmations">,
  plan: Plan,
  count = contracts.length,
): Promise<void> {
  const creations = await creationsOf(plan);
  const handlers: Handlers = {
    onRequest: async (context, asked, request, next) => {
      if (asked.id === connection.id && request.method === "eth_sendTransaction") {
        requireForeseen(creations, (request.params as [Sending])[0]);
        await keepPlan(connection, plan);
      }
      return next(context, asked, request);
    },
  };
  hre.hooks.registerHandlers("network", handlers);
  try {
    await connection.ignition.deploy(ignitionModuleOf(plan, count), {
      defaultSender: plan.deployer,
      config: { requiredConfirmations: confirmations },
    });
  } finally {
    hre.hooks.unregisterHandlers("network", handlers);
  }
}

/** Throws when a transaction is another than the plan has for its nonce, so that none of them lands astray. */
function requireForeseen(creations: readonly Creation[], { nonce, data, to }: Sending): void {
  const due = creations.find((creation) => creation.data === data && to === undefined);
  if (due !== undefined && due.nonce === Number(nonce)) return;
  throw new Mistake(
    `${due?.name ?? "What these sources do not have"} would have been sent with the nonce ${Number(nonce)}, but is due ` +
      `at ${due?.nonce ?? "none"}: the deployer has sent something else meanwhile, and this was not sent.`,
  );
}
