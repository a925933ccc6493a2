import { encode } from "@one-small-town/core/enumerations.ts";
import { writeBenefitWords } from "@one-small-town/core/hours/benefits.ts";
import { listBenefit } from "@one-small-town/core/hours/steps.ts";
import { benefitKinds } from "@one-small-town/core/rules/enumerations.ts";
import { send } from "../operator/send.ts";
import { type DemoTown, personAt } from "./DemoTown.ts";

const STEWARD = 11;

/** The steward puts lunch on the town's list: five plates for each active week, to be fetched for four weeks. */
export async function listLunch({ chain, deployment, town }: DemoTown): Promise<void> {
  const terms = { kind: encode(benefitKinds, "meal"), perShift: false, units: 5, validWeeks: 4 };
  const words = { title: "Lunch", place: "Community hall, 4 Market Street", times: "Monday to Saturday, noon to two" };
  await send(personAt(chain, STEWARD), listBenefit(deployment, town, terms, writeBenefitWords(words)));
}
