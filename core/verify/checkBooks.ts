import type { Books } from "./Books.ts";
import { checkBenefits } from "./checks/checkBenefits.ts";
import { checkCash } from "./checks/checkCash.ts";
import { checkDeeds } from "./checks/checkDeeds.ts";
import { checkDividends } from "./checks/checkDividends.ts";
import { checkDivisions } from "./checks/checkDivisions.ts";
import { checkElectors } from "./checks/checkElectors.ts";
import { checkEscrow } from "./checks/checkEscrow.ts";
import { checkFloor } from "./checks/checkFloor.ts";
import { checkFunds } from "./checks/checkFunds.ts";
import { checkHeld } from "./checks/checkHeld.ts";
import { checkMinted, checkSupply } from "./checks/checkInfinity.ts";
import { checkInsiders } from "./checks/checkInsiders.ts";
import { checkKeys } from "./checks/checkKeys.ts";
import { checkLocked } from "./checks/checkLocked.ts";
import { checkOrder } from "./checks/checkOrder.ts";
import { checkPaid } from "./checks/checkPaid.ts";
import { checkPersons } from "./checks/checkPersons.ts";
import { checkPhases } from "./checks/checkPhases.ts";
import { checkPresence } from "./checks/checkPresence.ts";
import { checkRefunds } from "./checks/checkRefunds.ts";
import { checkRoles } from "./checks/checkRoles.ts";
import { checkScope } from "./checks/checkScope.ts";
import { checkShares } from "./checks/checkShares.ts";
import { checkState } from "./checks/checkState.ts";
import { checkStreams } from "./checks/checkStreams.ts";
import { checkWeeks } from "./checks/checkWeeks.ts";
import { type Finding, type FindingKey, findingKeys, type Row, worstOf } from "./Finding.ts";

const CHECKS: Record<FindingKey, (books: Books) => Row[] | null> = {
  held: checkHeld,
  minted: checkMinted,
  supply: checkSupply,
  shares: checkShares,
  cash: checkCash,
  dividends: checkDividends,
  paid: checkPaid,
  phases: checkPhases,
  scope: checkScope,
  refunds: checkRefunds,
  floor: checkFloor,
  deeds: checkDeeds,
  weeks: checkWeeks,
  keys: checkKeys,
  persons: checkPersons,
  presence: checkPresence,
  benefits: checkBenefits,
  funds: checkFunds,
  escrow: checkEscrow,
  divisions: checkDivisions,
  locked: checkLocked,
  electors: checkElectors,
  streams: checkStreams,
  insiders: checkInsiders,
  order: checkOrder,
  roles: checkRoles,
  state: checkState,
};

/** Every check of the books. One that cannot be made does not stop the others. */
export function checkBooks(books: Books): Finding[] {
  return findingKeys.map((key) => {
    const rows = attempt(() => CHECKS[key](books))?.filter(({ town }) => isWanted(books, town)) ?? null;
    return { key, rows, outcome: rows === null ? "unavailable" : worstOf(rows.map(({ outcome }) => outcome)) };
  });
}

/** Of one town are wanted its own rows, and those of what it shares with the others. */
function isWanted({ town: only }: Books, town: number | null): boolean {
  return only === null || town === null || town === only;
}

/** What lacks its beginning, such as a sale without its terms, cannot be checked. */
function attempt(check: () => Row[] | null): Row[] | null {
  try {
    return check();
  } catch {
    return null;
  }
}
