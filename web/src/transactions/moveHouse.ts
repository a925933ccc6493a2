import { moveHouse as moveStep } from "@one-small-town/core/members/steps.ts";
import { readOwnCase } from "../chain/decisions/ownCaseQuery.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** `toTown` is 0 for a place without a town; `place` names it, and is null for the present one, by which one stays. */
export type Move = { toTown: number; toCountry: number; place: string | null };

/** A person says where they move, so that the office there can confirm their home; or that they stay. */
export const moveHouse: Transaction<Move> = {
  title: titleOf,
  done: ({ place }) => (place === null ? decisionWords.moveStayed : decisionWords.moveDone(place)),

  async check({ system, address }, { toTown, toCountry, place }) {
    const { person } = await readOwnCase(system, address);
    if (person.country === 0) return decisionWords.moveUnknown;
    if (person.suspended) return decisionWords.moveSuspended;
    const isHere = toTown === person.town && toCountry === person.country;
    return isHere && place !== null ? decisionWords.moveSame : null;
  },

  steps: ({ system }, move) =>
    Promise.resolve([{ label: titleOf(move), step: moveStep(system.deployment, move.toTown, move.toCountry) }]),

  /** Where they move is written down; they live where they do until an office confirms it. */
  after: ["persons"],
};

function titleOf({ place }: Move) {
  return place === null ? decisionWords.moveStayTitle : decisionWords.moveTitle(place);
}
