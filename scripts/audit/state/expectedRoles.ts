import { zeroAddress } from "viem";
import type { RoleEvent } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { replayRoles } from "../roles/replayRoles.ts";
import type { Expectation } from "./Expectation.ts";
import { expectedOf } from "./expectedOf.ts";
import type { Known } from "./Known.ts";

const HEAD_OFFICE = `0x${"0".repeat(64)}`;

/** Who is in which office, and since when they may act. */
export function expectedRoles({ roles, towns }: Known): Expectation[] {
  const say = expectedOf("Authority");
  const held = replayRoles(given(roles));
  const holderOf = (role: string) => held.find((one) => one.role === role)?.account ?? zeroAddress;
  const office = (role: `0x${string}`, town: number | null) => {
    const appointed = eventsNamed(roles, "AmbassadorAppointed").filter(({ args }) => args.role === role);
    return say("ambassadorOf", [role], [holderOf(role), appointed.at(-1)?.args.actsFrom ?? 0n], town);
  };
  const countries = eventsNamed(towns, "CountryOpened").map(({ args }) => args.country);
  return [
    say("headOffice", [], holderOf(HEAD_OFFICE)),
    ...countries.map((country) => office(roleIds.countryAmbassador(country), null)),
    ...townsOf(towns).all.map(({ id }) => office(roleIds.townAmbassador(id), id)),
  ];
}

function given(roles: readonly RoleEvent[]) {
  return roles.flatMap(({ eventName: name, args, blockNumber: block }) =>
    name === "RoleGranted" || name === "RoleRevoked" ? [{ name, ...args, block }] : [],
  );
}
