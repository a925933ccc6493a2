import type { Hex } from "viem";
import { contributionsAbi } from "../../abis/contributionsAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Document } from "../Document.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** A coordinator submits a week's hours: one byte a member, see `quartersToHex`. */
export function submitTimesheet(
  deployment: Deployment,
  sheet: { town: number; weekIndex: number; quarters: Hex; evidence: Document },
): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "submit", [
    sheet.town,
    sheet.weekIndex,
    sheet.quarters,
    sheet.evidence,
  ]);
}
