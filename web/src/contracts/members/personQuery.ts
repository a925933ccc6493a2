import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { memberRegistryAbi } from "../../lib/abis/memberRegistryAbi.ts";
import { keyOf } from "../keyOf.ts";
import type { System } from "../System.ts";
import { readOne } from "../readOne.ts";

/** A person's record; `country` 0 when nobody has attested the wallet, `number` 0 for one who has not joined. */
export type Person = { town: number; country: number; residentUntil: number; number: number };

export function personQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "person", wallet),
    queryFn: (): Promise<Person> =>
      readOne(system.client, {
        address: system.deployment.addresses.MemberRegistry,
        abi: memberRegistryAbi,
        functionName: "personOf",
        args: [wallet],
      }),
  });
}
