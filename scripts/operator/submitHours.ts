import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Answers, TimesheetReading } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { readTimesheet } from "@one-small-town/core/hours/readTimesheet.ts";
import { submitTimesheet } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import type { ContractRunner, Signer, TransactionReceipt } from "ethers";
import { contractsOf } from "./contracts.ts";
import { documentOf } from "./documents.ts";
import { send } from "./send.ts";
import { sayProblem } from "./timesheet/sayProblem.ts";
import { sayQuestion } from "./timesheet/sayQuestion.ts";

/** A coordinator's file, CSV, .xlsx or .ods, of a town's week, and what they answered to its questions. */
export type HoursFile = { town: number; weekIndex: number; bytes: Uint8Array; answers?: Answers };

/** Reads a coordinator's file against what the chain says of the town: how many members, which one they are. */
export async function readHours(
  deployment: Deployment,
  { runner, coordinator }: { runner: ContractRunner; coordinator: string },
  { town, weekIndex, bytes, answers = {} }: HoursFile,
): Promise<TimesheetReading> {
  const { memberRegistry } = contractsOf(deployment, runner);
  const members = Number(await memberRegistry.memberCount(town));
  const self = await memberRegistry.personOf(coordinator);
  const ownMember = Number(self.town) === town ? Number(self.number) : 0;
  return readTimesheet(bytes, { weekIndex, members, ownMember }, { answers });
}

/** The transaction that hands in what was read. The evidence is the file itself: the hash is that of its bytes. */
export function stepOfHours(
  deployment: Deployment,
  { town, weekIndex, bytes, uri }: HoursFile & { uri: string },
  quarters: Uint8Array,
): Step {
  const evidence = documentOf(bytes, uri);
  return submitTimesheet(deployment, { town, weekIndex, quarters: quartersToHex(quarters), evidence });
}

/** A coordinator submits a week's file. Throws, with every bad row and open question in words, when it cannot be read. */
export async function submitHours(
  deployment: Deployment,
  coordinator: Signer,
  file: HoursFile & { uri: string },
): Promise<{ receipt: TransactionReceipt; quarters: Uint8Array }> {
  const self = { runner: coordinator, coordinator: await coordinator.getAddress() };
  const reading = await readHours(deployment, self, file);
  if (reading.kind !== "read") {
    const problems = reading.kind === "refused" ? reading.problems.map(sayProblem) : [];
    const sentences = [...problems, ...reading.questions.map(sayQuestion)];
    throw new Error(`The timesheet of week ${file.weekIndex} cannot be submitted:\n${sentences.join("\n")}`);
  }
  const { quarters } = reading;
  return { receipt: await send(coordinator, stepOfHours(deployment, file, quarters)), quarters };
}
