import { busyTown } from "../../fixture/busyTown.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { townAtWork } from "../../fixture/townAtWork.ts";
import { readChainBooks } from "../../fixture/readChainBooks.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { calledOff, rareDivision, rareSales, rareTown, woundUp } from "./rareTowns.ts";

/** Towns in which together every event there is was told. */
export const HISTORIES = [rareTown, busyTown, townAtWork, rareSales, calledOff, woundUp, rareDivision] as const;

/** A town, and its books as they are. */
export async function honestBooks(history: (typeof HISTORIES)[number]) {
  const { deployment } = await networkHelpers.loadFixture<{ deployment: Deployment }>(history);
  await networkHelpers.mine(); // a node may not have all of its newest block
  return { deployment, books: await readChainBooks(deployment) };
}
