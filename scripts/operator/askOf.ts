import { type Ask, Refusal } from "@one-small-town/core/asking/Ask.ts";
import type { Provider } from "ethers";

/** As the providers of Hardhat and of nodes are asked. */
type Asked = { send: (method: string, params: unknown[]) => Promise<unknown> };

type Said = { error?: Said; message?: unknown; code?: unknown; data?: unknown };

/** A provider's node as core asks it: what it refuses comes as its own words. */
export function askOf(provider: Provider): Ask {
  const { send } = provider as Provider & Asked;
  return async ({ method, params }) => {
    try {
      return await send.call(provider, method, params as unknown[]);
    } catch (failure) {
      const wrapped = failure as Said;
      const { message, code, data } = wrapped.error ?? wrapped;
      if (typeof message !== "string") throw failure;
      throw new Refusal(message, typeof code === "number" ? code : 0, data);
    }
  };
}
