import { claimHours, finaliseTimesheet, fundMembers, submitTimesheet } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { MOST_WEEKS } from "@one-small-town/core/rules/Contributions.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import type { Address } from "viem";
import { documentOf } from "../operator/documents.ts";
import { send } from "../operator/send.ts";
import { type GasTown, MEMBERS, signer } from "./openGasTown.ts";

type Hours = Record<"publish" | "finalise" | "claimCold" | "claimRepeat" | "claim4" | "claim52" | "batch", bigint>;

/** Everybody is active in every week, the coordinator excepted. */
export async function measureHours(gasTown: GasTown): Promise<Hours> {
  const { chain, deployment, currency, town } = gasTown;
  const { payer } = chain.officials;
  await currency.mint(payer.address, 10n ** 18n);
  await send(payer, allow((await currency.getAddress()) as Address, deployment.addresses.Contributions, 10n ** 18n));
  for (let i = 0; i < 2; i++) await send(payer, fundMembers(deployment, town, 10n ** 16n, MOST_WEEKS));

  const now = await chain.connection.networkHelpers.time.latest();
  const first = weekIndexOf(now) + 1;
  const claim = async (numbers: number[], upTo: number) =>
    (await send(payer, claimHours(deployment, town, numbers, upTo))).gasUsed;

  const one = await week(gasTown, first, MEMBERS);
  const claimCold = await claim([4_992], 1);
  await claim([10], 1);
  await claim([1_001, ...range(3_001, 200)], 1);
  const two = await week(gasTown, first + 1, MEMBERS);
  const claimRepeat = await claim([10], 2);
  const batch = (await claim(range(3_001, 200), 2)) / 200n;
  for (let i = 2; i < 52; i++) await week(gasTown, first + i, 60);
  await claim([14], 48);
  const claim4 = await claim([14], 52);
  const claim52 = await claim([12], 52);
  return { publish: two.publish, finalise: one.finalise, claimCold, claimRepeat, claim4, claim52, batch };
}

/** Submits and finalises a week in which members 1 to `members` worked a shift. */
async function week({ chain, contracts, deployment, town }: GasTown, weekIndex: number, members: number) {
  await chain.goTo(weekEnd(weekIndex) + 60);
  const quarters = new Uint8Array(members).fill(SHIFT);
  quarters[1] = 0;
  const evidence = documentOf(`week ${weekIndex}`, "ipfs://week");
  const coordinator = signer(chain.people, 1);
  const submitted = await send(
    coordinator,
    submitTimesheet(deployment, { town, weekIndex, quarters: quartersToHex(quarters), evidence }),
  );
  await chain.goTo(Number((await contracts.contributions.pendingOf(town)).reviewEnds));
  const finalised = await send(chain.officials.payer, finaliseTimesheet(deployment, town));
  return { publish: submitted.gasUsed / BigInt(members), finalise: finalised.gasUsed };
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
