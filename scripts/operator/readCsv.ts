import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { readTimesheet, type TimesheetReading } from "@one-small-town/core/hours/readTimesheet.ts";
import type { Signer } from "ethers";
import { contractsOf } from "./contractsOf.ts";

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
