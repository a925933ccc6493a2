import type { Town } from "../../chain/members/Town.ts";
import type { Office } from "../../chain/roles/officesQuery.ts";

/** Whether an office acts in a town now. */
export function actsIn({ kind, scope, actsFrom }: Office, { id, country }: Town): boolean {
  if (actsFrom !== null) return false;
  return kind === "headOffice" || scope === (kind === "countryAmbassador" ? country : id);
}
