import { townOfProject } from "../../projects/projects.ts";
import { COMMUNITY_FLOOR, INVESTORS_CEILING, WHOLE } from "../../rules/Deeds.ts";
import type { Books } from "../Books.ts";
import { eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

type Parts = { investors: bigint; members: bigint; fund: bigint; country: bigint };

/** 10: of every deposit of profit the community, members and town fund, got at least the floor, and investors at most the ceiling. */
export function checkFloor({ profits, towns }: Books): Row[] | null {
  if (profits === null || towns === null) return null;
  const founded = townsOf(towns);
  const deposits = eventsNamed(profits, "ProfitDeposited").map(({ args }) => args);
  return [...groupBy(deposits, ({ business }) => townOfProject(business))].map(([town, parts]) => {
    const { name, currency } = founded.get(town);
    return rowOf({
      name,
      town,
      unit: currency,
      figures: [
        sumOf(parts.map(wholeOf)),
        sumOf(parts.map(communityOf)),
        sumOf(parts.map(({ investors }) => investors)),
      ],
      holds: () => parts.every(keepsFloor),
    });
  });
}

function wholeOf({ investors, members, fund, country }: Parts): bigint {
  return investors + members + fund + country;
}

function communityOf({ members, fund }: Parts): bigint {
  return members + fund;
}

function keepsFloor(parts: Parts): boolean {
  const whole = wholeOf(parts);
  const hasAtLeast = (units: bigint, part: number) => units * BigInt(WHOLE) >= whole * BigInt(part);
  const hasAtMost = (units: bigint, part: number) => units * BigInt(WHOLE) <= whole * BigInt(part);
  return hasAtLeast(communityOf(parts), COMMUNITY_FLOOR) && hasAtMost(parts.investors, INVESTORS_CEILING);
}
