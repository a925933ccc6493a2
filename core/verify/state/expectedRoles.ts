import { inOrder } from "../../position.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { eventsNamed } from "../events.ts";
import { Roles } from "../replay/Roles.ts";
import { townsOf } from "../replay/towns.ts";
import { type Hex, zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** Who is in which office, and since when they may act; and who takes over. */
export function expectedRoles({ roles, towns, times, block }: Known): Expectation[] {
  const say = expectedOf("Authority");
  const held = new Roles();
  for (const event of inOrder([...roles])) held.apply(event, times.get(event.blockNumber) ?? 0);
  const office = (role: Hex, town: number | null) => {
    const { holder, actsFrom, next, nextActsFrom } = held.officeOf(role, block.timestamp);
    return [
      say("ambassadorOf", [role], [holder ?? zeroAddress, BigInt(actsFrom)], town),
      say("nextAmbassadorOf", [role], [next ?? zeroAddress, BigInt(nextActsFrom)], town),
    ];
  };
  const countries = eventsNamed(towns, "CountryOpened").map(({ args }) => args.country);
  return [
    say("headOffice", [], held.headOffice ?? zeroAddress),
    ...countries.flatMap((country) => office(roleIds.countryAmbassador(country), null)),
    ...townsOf(towns).all.flatMap(({ id }) => office(roleIds.townAmbassador(id), id)),
  ];
}
