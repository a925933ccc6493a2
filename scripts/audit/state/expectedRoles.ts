import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { holdersAfter, roleChanges } from "@one-small-town/core/verify/replay/RoleHolders.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { type Hex, zeroAddress, zeroHash } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** Who is in which office, and since when they may act. */
export function expectedRoles({ roles, towns }: Known): Expectation[] {
  const say = expectedOf("Authority");
  const held = holdersAfter(roleChanges(roles)).all();
  const holderOf = (role: Hex) => held.find((one) => one.role === role)?.account ?? zeroAddress;
  const office = (role: Hex, town: number | null) => {
    const appointed = eventsNamed(roles, "AmbassadorAppointed").filter(({ args }) => args.role === role);
    return say("ambassadorOf", [role], [holderOf(role), appointed.at(-1)?.args.actsFrom ?? 0n], town);
  };
  const countries = eventsNamed(towns, "CountryOpened").map(({ args }) => args.country);
  return [
    say("headOffice", [], holderOf(zeroHash)),
    ...countries.map((country) => office(roleIds.countryAmbassador(country), null)),
    ...townsOf(towns).all.map(({ id }) => office(roleIds.townAmbassador(id), id)),
  ];
}
