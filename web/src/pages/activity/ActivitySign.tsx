import type { Activity } from "@one-small-town/core/activity/Activity.ts";

type Direction = "in" | "out" | "waits";

const DIRECTIONS: Record<Activity["kind"], Direction> = {
  bought: "out",
  cancelled: "in",
  refunded: "in",
  refundKept: "waits",
  keptRefundPaid: "in",
  dividend: "in",
  claimed: "in",
  cashKept: "waits",
  keptCashPaid: "in",
  infinityIn: "in",
  infinityOut: "out",
  sharesIn: "in",
  sharesOut: "out",
};

const LOOKS: Record<Direction, { look: string; sign: string }> = {
  in: { look: "bg-good-soft text-good", sign: "↓" },
  out: { look: "bg-info-soft text-link", sign: "↑" },
  waits: { look: "bg-warn-soft text-warn", sign: "…" },
};

/** Whether something came in or went out, at a glance; the sentence beside it says the same. */
export function ActivitySign({ kind }: { kind: Activity["kind"] }) {
  const { look, sign } = LOOKS[DIRECTIONS[kind]];
  return (
    <span aria-hidden="true" className={`grid size-9 shrink-0 place-items-center rounded-full font-bold ${look}`}>
      {sign}
    </span>
  );
}
