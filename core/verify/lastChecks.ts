import { checkDivisions } from "./checks/checkDivisions.ts";
import { checkElectors } from "./checks/checkElectors.ts";
import { checkInsiders } from "./checks/checkInsiders.ts";
import { checkOffices } from "./checks/checkOffices.ts";
import { checkRoles } from "./checks/checkRoles.ts";
import { checkSpendings } from "./checks/checkSpendings.ts";
import { checkState } from "./checks/checkState.ts";
import { checkTold } from "./checks/checkTold.ts";
import { checkVoices } from "./checks/checkVoices.ts";
import { checkWaiting } from "./checks/checkWaiting.ts";
import type { FindingKey } from "./Finding.ts";
import type { Check } from "./makeChecks.ts";

/** The checks that a page makes after its first verdict, so that this comes soon on a slow line. */
export const lastChecks = {
  divisions: checkDivisions,
  electors: checkElectors,
  insiders: checkInsiders,
  offices: checkOffices,
  waiting: checkWaiting,
  voices: checkVoices,
  spendings: checkSpendings,
  told: checkTold,
  roles: checkRoles,
  state: checkState,
} satisfies Partial<Record<FindingKey, Check>>;
