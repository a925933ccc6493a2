import { claimHours, finaliseTimesheet, fundMembers, submitTimesheet } from "@one-small-town/core/hours/steps.ts";
import { quartersToHex } from "@one-small-town/core/hours/timesheet.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import type { Address } from "viem";
import { MOST_WEEKS } from "@one-small-town/core/rules/Contributions.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { contractsOf } from "../../operator/contracts.ts";
import { documentOf } from "../../operator/documents.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { send } from "../../operator/send.ts";
import { type BigTown, openBigTown } from "./openBigTown.ts";

const FUNDED = 10n ** 16n;
const BATCH = 200;

type Wanted = {
  members: number;
  weeks: number;
  /** After how many weeks everybody claims; 1 gives one claim for every week of every member. */
  claimEvery: number;
  port?: number;
};

/**
 * A town in which many worked for long, on a local chain of this process: for measuring how long the public's sums take.
 * Every week has hours of nearly everybody, and everybody claims now and then.
 */
export async function playBigTown(
  { members, weeks, claimEvery, port }: Wanted,
  say: (done: string) => void,
): Promise<BigTown> {
  const big = await openBigTown(members, port);
  const { chain, deployment, currency, town } = big;
  const { payer } = chain.officials;
  say(`${members} members`);
  await currency.mint(payer.address, FUNDED);
  await send(payer, allow((await currency.getAddress()) as Address, deployment.addresses.Contributions, FUNDED));
  await send(payer, fundMembers(deployment, town, FUNDED, MOST_WEEKS));
  const first = weekIndexOf(await chain.connection.networkHelpers.time.latest()) + 1;
  for (let i = 0; i < weeks; i++) {
    await playWeek(big, first + i);
    if ((i + 1) % claimEvery === 0) await claimAll(big, i + 1);
    say(`week ${i + 1} of ${weeks}`);
  }
  return big;
}

/** Members worked between none and twelve quarters and a half; the coordinator writes none of their own. */
async function playWeek({ chain, deployment, town, members, coordinator }: BigTown, weekIndex: number): Promise<void> {
  await chain.goTo(weekEnd(weekIndex) + 60);
  const quarters = Uint8Array.from({ length: members }, (_, i) =>
    (i * 7 + weekIndex) % 11 === 0 ? 5 : SHIFT + (i % 14),
  );
  quarters[1] = 0;
  const evidence = documentOf(`week ${weekIndex}`, "ipfs://week");
  const sheet = { town, weekIndex, quarters: quartersToHex(quarters), evidence };
  await send(coordinator, submitTimesheet(deployment, sheet));
  const { payer } = chain.officials;
  const { reviewEnds } = await contractsOf(deployment, payer).contributions.pendingOf(town);
  await chain.goTo(Number(reviewEnds));
  await send(payer, finaliseTimesheet(deployment, town));
}

async function claimAll({ chain, deployment, town, members }: BigTown, upTo: number): Promise<void> {
  const numbers = Array.from({ length: members }, (_, i) => i + 1);
  for (const batch of inBatches(numbers, BATCH)) {
    await send(chain.officials.payer, claimHours(deployment, town, batch, upTo));
  }
}
