import type { Books } from "./Books.ts";
import type { Row } from "./Finding.ts";
import { rowOf } from "./rowOf.ts";
import { sumOf } from "./sumOf.ts";

/** 2: the supply that the token states is what came into being less what holders burnt. */
export function checkSupply({ mints, burns, infinitySupply }: Books): Row[] {
  return [
    rowOf({
      name: null,
      unit: "infinity",
      figures: [infinitySupply, mints && sumOf(mints.map(({ units }) => units)), burns && sumOf(burns)],
      holds: (supply, minted, burnt) => supply === minted - burnt,
    }),
  ];
}
