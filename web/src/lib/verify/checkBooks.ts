import type { Books } from "./Books.ts";
import { checkBenefits } from "./checkBenefits.ts";
import { checkCash } from "./checkCash.ts";
import { checkDeeds } from "./checkDeeds.ts";
import { checkDividends } from "./checkDividends.ts";
import { checkDivisions } from "./checkDivisions.ts";
import { checkEscrow } from "./checkEscrow.ts";
import { checkFloor } from "./checkFloor.ts";
import { checkFunds } from "./checkFunds.ts";
import { checkHeld } from "./checkHeld.ts";
import { checkKeys } from "./checkKeys.ts";
import { checkLocked } from "./checkLocked.ts";
import { checkMinted } from "./checkMinted.ts";
import { checkPaid } from "./checkPaid.ts";
import { checkPersons } from "./checkPersons.ts";
import { checkPhases } from "./checkPhases.ts";
import { checkPresence } from "./checkPresence.ts";
import { checkRefunds } from "./checkRefunds.ts";
import { checkScope } from "./checkScope.ts";
import { checkShares } from "./checkShares.ts";
import { checkSupply } from "./checkSupply.ts";
import { checkWeeks } from "./checkWeeks.ts";
import { type Finding, findingKeys, type FindingKey, type Row } from "./Finding.ts";
import { worstOf } from "./worstOf.ts";

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
