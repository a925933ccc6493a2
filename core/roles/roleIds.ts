import { type Hex, numberToHex } from "viem";

function roleId(kind: number, scope: number): Hex {
  return numberToHex((BigInt(kind) << 248n) | BigInt(scope), { size: 32 });
}

/** Role ids: the kind in the top byte, the scope (country code or town id) in the lowest, as in Roles.sol. */
export const roleIds = {
  countryAmbassador: (country: number) => roleId(1, country),
  townAmbassador: (town: number) => roleId(2, town),
  registrar: (town: number) => roleId(3, town),
  coordinator: (town: number) => roleId(4, town),
  steward: (town: number) => roleId(5, town),
  projectManager: (town: number) => roleId(6, town),
};
