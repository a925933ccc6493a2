import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What went wrong and what to do, for whatever a read, a simulation, a wallet or the chain threw. */
export function describeError(error: unknown): MessageDescriptor {
  return msg`Something went wrong: ${String(error)}`;
}
