import type { Hex } from "viem";
import { roleIds } from "../../roles/roleIds.ts";
import { DEFAULT_ATTESTATION_LIMIT } from "../../rules/TownRegistry.ts";
import { kindOfRole } from "../roles/kindOfRole.ts";
import type { World } from "../replay/World.ts";
import { isBeside, type MakeRules } from "./Telling.ts";

/** Countries open and towns are founded once, with the ambassador who is appointed then; limits change by who is in office. */
export const townsTold: MakeRules = () => {
  const opened = new Set<number>();
  let count = 0;
  const plans = new Map<number, number>();
  const limits = new Map<Hex, number>();
  const proposed = new Map<Hex, number>();
  const limitOf = (office: Hex) => limits.get(office) ?? DEFAULT_ATTESTATION_LIMIT;
  return {
    CountryOpened: ({ country, ambassador }, moment) => {
      const isNew = !opened.has(country);
      opened.add(country);
      const role = roleIds.countryAmbassador(country);
      return (
        isNew && isBeside(moment, "AmbassadorAppointed", (args) => args.role === role && args.wallet === ambassador)
      );
    },
    TownFounded: ({ town, ambassador }, moment) => {
      const role = roleIds.townAmbassador(town);
      const isAppointed = (args: { role: Hex; wallet: Hex }) => args.role === role && args.wallet === ambassador;
      return town === ++count && isBeside(moment, "AmbassadorAppointed", isAppointed);
    },
    PlanSet: ({ town, version }) => {
      const before = plans.get(town) ?? 0;
      plans.set(town, version);
      return version === before + 1;
    },
    AttestationLimitProposed: ({ office, aWeek, by }, { world }) => {
      proposed.set(office, aWeek);
      return world.roles.acts(office, by, world.now) && aWeek > limitOf(office);
    },
    AttestationLimitTakenBack: ({ office, by }, { world }) =>
      proposed.delete(office) && world.roles.acts(office, by, world.now),
    AttestationLimitSet: ({ office, aWeek, by }, { world }) => {
      const before = limitOf(office);
      const asked = proposed.get(office);
      proposed.delete(office);
      limits.set(office, aWeek);
      if (aWeek < before) return world.roles.acts(office, by, world.now);
      return aWeek > before && asked === aWeek && by === secondKeyOf(office, world);
    },
  };
};

/** Who confirms what an ambassador wants: of a town its country's, of a country head office. */
function secondKeyOf(office: Hex, { countryKey, roles }: World) {
  const { kind, scope = 0 } = kindOfRole(office) ?? {};
  return kind === "townAmbassador" ? countryKey(scope) : roles.headOffice;
}
