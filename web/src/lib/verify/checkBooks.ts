import type { Books } from "./Books.ts";
import { checkCash } from "./checkCash.ts";
import { checkDividends } from "./checkDividends.ts";
import { checkFloor } from "./checkFloor.ts";
import { checkHeld } from "./checkHeld.ts";
import { checkMinted } from "./checkMinted.ts";
import { checkPaid } from "./checkPaid.ts";
import { checkShares } from "./checkShares.ts";
import { checkSupply } from "./checkSupply.ts";
import { type Finding, findingKeys, type FindingKey, type Row } from "./Finding.ts";
import { worstOf } from "./worstOf.ts";

const CHECKS: Record<FindingKey, (books: Books) => Row[] | null> = {
  ...{ held: checkHeld, minted: checkMinted, supply: checkSupply, shares: checkShares },
  ...{ cash: checkCash, dividends: checkDividends, paid: checkPaid, floor: checkFloor },
};

/** Every check of the books. One that cannot be made does not stop the others. */
export function checkBooks(books: Books): Finding[] {
  return findingKeys.map((key) => {
    const rows = attempt(() => CHECKS[key](books));
    return { key, rows, outcome: rows === null ? "unavailable" : worstOf(rows.map(({ outcome }) => outcome)) };
  });
}

/** What lacks its beginning, such as a sale without its terms, cannot be checked. */
function attempt(check: () => Row[] | null): Row[] | null {
  try {
    return check();
  } catch {
    return null;
  }
}
