import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { readNow } from "../readNow.ts";

/** A person's record; `country` 0 when nobody has attested the wallet, `number` 0 for one who has not joined. */
export type Person = {
  town: number;
  country: number;
  residentUntil: number;
  number: number;
  /** Whether they left the contribution force. */
  left: boolean;
  suspended: boolean;
  /** The wallet to which everything of this one belongs by now; null when this one is in use. */
  successor: Address | null;
};

export function personQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "person", wallet),
    queryFn: async (): Promise<Person> => {
      const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
      const [person, successor] = await readNow(system, [
        { ...registry, functionName: "personOf", args: [wallet] },
        { ...registry, functionName: "successorOf", args: [wallet] },
      ]);
      return { ...person, successor: successor === zeroAddress ? null : successor };
    },
  });
}
