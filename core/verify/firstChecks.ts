import { checkBenefits } from "./checks/checkBenefits.ts";
import { checkCash } from "./checks/checkCash.ts";
import { checkDeeds } from "./checks/checkDeeds.ts";
import { checkDividends } from "./checks/checkDividends.ts";
import { checkEscrow } from "./checks/checkEscrow.ts";
import { checkFloor } from "./checks/checkFloor.ts";
import { checkFunds } from "./checks/checkFunds.ts";
import { checkHeld } from "./checks/checkHeld.ts";
import { checkMinted, checkSupply } from "./checks/checkInfinity.ts";
import { checkKeys } from "./checks/checkKeys.ts";
import { checkLocked } from "./checks/checkLocked.ts";
import { checkOrder } from "./checks/checkOrder.ts";
import { checkPaid } from "./checks/checkPaid.ts";
import { checkPersons } from "./checks/checkPersons.ts";
import { checkPhases } from "./checks/checkPhases.ts";
import { checkPresence } from "./checks/checkPresence.ts";
import { checkRefunds } from "./checks/checkRefunds.ts";
import { checkScope } from "./checks/checkScope.ts";
import { checkShares } from "./checks/checkShares.ts";
import { checkStreams } from "./checks/checkStreams.ts";
import { checkWeeks } from "./checks/checkWeeks.ts";
import type { FindingKey } from "./Finding.ts";
import type { Check } from "./makeChecks.ts";

/** The checks by which there is a first verdict. */
export const firstChecks = {
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
  locked: checkLocked,
  streams: checkStreams,
  order: checkOrder,
} satisfies Partial<Record<FindingKey, Check>>;
