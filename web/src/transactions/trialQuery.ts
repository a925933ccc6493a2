import type { MessageDescriptor } from "@lingui/core";
import type { Step } from "@one-small-town/core/Step.ts";
import { queryOptions } from "@tanstack/react-query";
import { encodeFunctionData } from "viem";
import { keyOf } from "../chain/keys.ts";
import type { Actor } from "./Transaction.ts";

/**
 * Tries a step on the chain without sending it: null where the chain would take it now, else why not, in words.
 * @param name of what the step holds: the same for the same arguments.
 */
export function trialQuery({ system, address }: Actor, name: string, step: Step) {
  return queryOptions({
    queryKey: keyOf(system, "trial", address, name),
    queryFn: async (): Promise<MessageDescriptor | null> => {
      const call = { from: address, to: step.address, data: encodeFunctionData(step) };
      try {
        await system.client.request({ method: "eth_call", params: [call, "latest"] });
        return null;
      } catch (error) {
        const { describeError } = await import("../content/errors/describeError.ts");
        return describeError(error);
      }
    },
  });
}
