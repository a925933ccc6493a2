import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import { submitTimesheet } from "@one-small-town/core/hours/steps.ts";
import { attestResidents } from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { OPEN_WEEKS } from "@one-small-town/core/rules/Contributions.ts";
import { MAX_MEMBERS, SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { documentOf } from "../operator/documents.ts";
import { giveKey } from "../operator/keys.ts";
import { send } from "../operator/send.ts";
import { attestation, type GasTown, signer } from "./openGasTown.ts";
import { pretendAbsences, pretendMembers } from "./pretend.ts";

const LEAVER = 30;
const AMENDER = 31;

/**
 * The town pretends to have given all its numbers, and that everybody went away in the running week: of an open week as
 * far back as there is, each of them has to be looked for in all weeks since.
 */
export async function measureLargest({ chain, contracts, deployment, town }: GasTown) {
  const { connection, people, officials } = chain;
  const { memberRegistry, contributions } = contracts;
  await pretendMembers(connection, memberRegistry, town, MAX_MEMBERS - 1);
  const last = { ...attestation([officials.payout.address], 0, "last"), residentUntil: await inOneYear() };
  await send(signer(people, 2), attestResidents(deployment, town, [last]));
  await memberRegistry.connect(signer(people, LEAVER)).resign();
  const absences = await pretendAbsences(connection, memberRegistry, { town, count: MAX_MEMBERS, away: LEAVER + 1 });
  const role = roleIds.coordinator(town);
  const ambassadors = { townAmbassador: signer(people, 0), countryAmbassador: officials.countryAmbassador };
  await giveKey(deployment, { ...ambassadors, role, wallet: signer(people, AMENDER) });

  const weekIndex = weekIndexOf(await connection.networkHelpers.time.latest());
  await chain.goTo(weekEnd(weekIndex + OPEN_WEEKS - 1) + 60);
  await absences.away();
  await absences.went(weekIndex + OPEN_WEEKS);
  const quarters = new Uint8Array(MAX_MEMBERS).fill(SHIFT);
  quarters[1] = 0;
  const evidence = documentOf("the largest week", "ipfs://week");
  const sheet = { town, weekIndex, quarters: quartersToHex(quarters), evidence };
  const submitted = await send(signer(people, 1), submitTimesheet(deployment, sheet));
  const amendment = await contributions.connect(signer(people, AMENDER)).amend(town, [MAX_MEMBERS], "0x0d");
  return { submit: submitted.gasUsed, amend: (await amendment.wait())?.gasUsed ?? 0n };

  async function inOneYear(): Promise<number> {
    return (await connection.networkHelpers.time.latest()) + 365 * 86_400;
  }
}
