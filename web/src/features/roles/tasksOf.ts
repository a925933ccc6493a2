import type { OfficeKind } from "../../chain/roles/officesQuery.ts";
import type { MoveStanding, TownWork } from "../../chain/roles/townWorkQuery.ts";

/** Something that waits for who holds an office; `count` is how many of it, `until` a moment in seconds. */
export type Task =
  | { does: "addPeople" | "sendHours" | "confirmSuspensions" | "confirmMoves" | "confirmNamings"; count: number }
  | { does: "raiseLimit"; count: number; until: number }
  | { does: "watchReview"; until: number }
  | { does: "finishReview" }
  | { does: "fillOffice" };

/** What waits for an office in a town at a moment (seconds of the chain). A town at rest takes nothing new. */
export function tasksOf(kind: OfficeKind, work: TownWork, now: number): Task[] {
  if (kind === "registrar") return several("addPeople", work.isActive ? leftThisWeek(work) : 0);
  if (kind === "coordinator") return hoursTasks(work, now);
  if (kind === "townAmbassador")
    return [
      ...several("confirmSuspensions", work.isActive ? work.suspensions : 0),
      ...several("confirmMoves", work.moves.filter((move) => !move.byTown && isRipe(move, now)).length),
      ...reviewTasks(work, now),
    ];
  if (kind === "countryAmbassador")
    return [
      ...several("confirmNamings", work.namings.length),
      ...limitTasks(work),
      ...several("confirmMoves", work.moves.filter((move) => !move.byCountry && isRipe(move, now)).length),
      ...reviewTasks(work, now),
    ];
  return kind === "headOffice" && !work.isActive ? [{ does: "fillOffice" }] : [];
}

/** How many new people can still be added this week. */
function leftThisWeek({ limit, addedThisWeek }: Pick<TownWork, "limit" | "addedThisWeek">): number {
  return Math.max(0, limit.aWeek - addedThisWeek);
}

function several(does: Extract<Task, { count: number }>["does"], count: number): Task[] {
  return count === 0 || does === "raiseLimit" ? [] : [{ does, count }];
}

function isRipe({ from, until }: MoveStanding, now: number): boolean {
  return from > 0 && from <= now && now < until;
}

function limitTasks({ limit }: TownWork): Task[] {
  return limit.raise === null ? [] : [{ does: "raiseLimit", count: limit.raise.aWeek, until: limit.raise.until }];
}

/** One timesheet is under review at a time: until it is finished, no other week can be sent in. */
function hoursTasks(work: TownWork, now: number): Task[] {
  return work.reviewEnds === null ? several("sendHours", work.openWeeks.length) : reviewTasks(work, now);
}

function reviewTasks({ reviewEnds }: TownWork, now: number): Task[] {
  if (reviewEnds === null) return [];
  return now < reviewEnds ? [{ does: "watchReview", until: reviewEnds }] : [{ does: "finishReview" }];
}
