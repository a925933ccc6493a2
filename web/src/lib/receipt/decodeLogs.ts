import { type Abi, type Address, decodeEventLog, type Hex } from "viem";
import { eventAbis, type Teller } from "./eventAbis.ts";
import { type Ours, tellerOf } from "./tellerOf.ts";

type Log = { address: Address; topics: readonly Hex[]; data: Hex };

/** An event of ours: who told it, what, and with which values. */
export type Told = { teller: Teller; address: Address; eventName: string; args: Record<string, unknown> };

/** What a transaction did, as our contracts and the towns' currencies tell it, in its order; strangers are left out. */
export function decodeLogs(logs: readonly Log[], ours: Ours): Told[] {
  return logs.flatMap(({ address, topics, data }) => {
    const teller = tellerOf(address, ours);
    if (teller === null) return [];
    const decoded = decode(eventAbis[teller], topics, data);
    return decoded === null ? [] : [{ teller, address, ...decoded }];
  });
}

/** Null for an event that is none of the contract's own, such as those that some currencies have besides. */
function decode(abi: Abi, topics: readonly Hex[], data: Hex): Pick<Told, "eventName" | "args"> | null {
  try {
    const { eventName, args = {} } = decodeEventLog({ abi, topics: topics as [Hex, ...Hex[]], data });
    return eventName === undefined ? null : { eventName, args: args as unknown as Told["args"] };
  } catch {
    return null;
  }
}
