import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { readTimesheet, type TimesheetReading } from "@one-small-town/core/hours/readTimesheet.ts";
import { submitTimesheet } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import type { Signer, TransactionReceipt } from "ethers";
import { contractsOf } from "./contracts.ts";
import { documentOf } from "./documents.ts";
import { send } from "./send.ts";

export type CsvTimesheet = { town: number; weekIndex: number; text: string; uri: string; confirmedRows?: number[] };

/** Reads a coordinator's CSV file against what the chain says of the town: how many members, which one they are. */
export async function readCsv(
  deployment: Deployment,
  coordinator: Signer,
  { town, weekIndex, text, confirmedRows }: Omit<CsvTimesheet, "uri">,
): Promise<TimesheetReading> {
  const { memberRegistry } = contractsOf(deployment, coordinator);
  const members = Number(await memberRegistry.memberCount(town));
  const self = await memberRegistry.personOf(await coordinator.getAddress());
  const ownMember = Number(self.town) === town ? Number(self.number) : 0;
  return readTimesheet(text, { weekIndex, members, ownMember }, confirmedRows);
}

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
