import { type Hex, numberToHex } from "viem";
import {
  COORDINATOR,
  COUNTRY_AMBASSADOR,
  PROJECT_MANAGER,
  REGISTRAR,
  STEWARD,
  TOWN_AMBASSADOR,
} from "../rules/Roles.ts";

function roleId(kind: number, scope: number): Hex {
  return numberToHex((BigInt(kind) << 248n) | BigInt(scope), { size: 32 });
}

/** Role ids: the kind in the top byte, the scope (country code or town id) in the lowest, as in Roles.sol. */
export const roleIds = {
  countryAmbassador: (country: number) => roleId(COUNTRY_AMBASSADOR, country),
  townAmbassador: (town: number) => roleId(TOWN_AMBASSADOR, town),
  registrar: (town: number) => roleId(REGISTRAR, town),
  coordinator: (town: number) => roleId(COORDINATOR, town),
  steward: (town: number) => roleId(STEWARD, town),
  projectManager: (town: number) => roleId(PROJECT_MANAGER, town),
};
