import { count } from "../../content/format.ts";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import type { Phase } from "@one-small-town/core/rules/enumerations.ts";
import { isOnSale } from "@one-small-town/core/shares/phases.ts";

type Props = { phase: Phase; sold: number; goal: number; cap: number };

/** How much of a sale is sold, with a mark at its goal; the words below say the same. */
export function SaleBar({ phase, sold, goal, cap }: Props) {
  const say = useSay();
  const most = phase === "country" || phase === "world" ? Math.max(goal, sold) : cap;
  const percent = (shares: number) => `${(shares / most) * 100}%`;
  return (
    <div>
      <div aria-hidden="true" className="bg-sunken forced-color-adjust-none relative h-3 overflow-hidden rounded-full">
        <div
          className="h-full"
          style={{ width: percent(sold), background: `var(--${isOnSale(phase) ? phase : "soft"})` }}
        />
        {goal < most && (
          <div className="border-ink absolute inset-y-0 border-s-3" style={{ insetInlineStart: percent(goal) }} />
        )}
      </div>
      <p className="figures mt-1 text-sm">{say(townWords.sold(count(sold), count(goal)))}</p>
    </div>
  );
}
