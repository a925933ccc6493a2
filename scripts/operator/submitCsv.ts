import type { Signer, TransactionReceipt } from "ethers";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import { submitTimesheet } from "@one-small-town/core/hours/steps.ts";
import { documentOf } from "./documentOf.ts";
import { type CsvTimesheet, readCsv } from "./readCsv.ts";
import { send } from "./send.ts";

/** A coordinator submits a week's CSV file, whose own bytes are the evidence. Throws, naming every bad row. */
export async function submitCsv(
  deployment: Deployment,
  coordinator: Signer,
  sheet: CsvTimesheet,
): Promise<{ receipt: TransactionReceipt; quarters: Uint8Array }> {
  const reading = await readCsv(deployment, coordinator, sheet);
  if (!reading.ok) {
    const rows = reading.errors.map(({ row, code }) => `row ${row}: ${code}`);
    throw new Error(`The timesheet of week ${sheet.weekIndex} cannot be read:\n${rows.join("\n")}`);
  }
  const evidence = documentOf(sheet.text, sheet.uri);
  const { town, weekIndex } = sheet;
  const quarters = quartersToHex(reading.quarters);
  const receipt = await send(coordinator, submitTimesheet(deployment, { town, weekIndex, quarters, evidence }));
  return { receipt, quarters: reading.quarters };
}
