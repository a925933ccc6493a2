import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import type { QuarterRow } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { nameYearQuarter } from "@one-small-town/core/projects/plans/yearQuarters.ts";

/** As many as a phone has room for: most of the past, and what comes next. */
const MOST = 6;
const AHEAD = 2;

const WIDTH = 60;
const HEIGHT = 140;

/** What was foreseen beside what came in, one pair of bars for each quarter; whoever uses it has a table as well. */
export function ForecastChart({ rows, current }: { rows: readonly QuarterRow[]; current: number }) {
  const say = useSay();
  const shown = rows.slice(Math.max(0, Math.min(rows.length, current + 1 + AHEAD) - MOST)).slice(0, MOST);
  const values = shown.flatMap(({ forecast, paidIn }) => [Number(forecast?.profit ?? 0n), Number(paidIn)]);
  const [top, bottom] = [Math.max(1, ...values), Math.min(0, ...values)];
  const y = (value: number) => ((top - value) / (top - bottom)) * HEIGHT;
  return (
    <figure className="space-y-2">
      <figcaption className="sr-only">{say(accountabilityWords.chart)}</figcaption>
      <div aria-hidden="true">
        <svg
          viewBox={`0 -4 ${shown.length * WIDTH} ${HEIGHT + 8}`}
          preserveAspectRatio="none"
          className="h-40 w-full rtl:-scale-x-100"
        >
          {shown.map(({ yearQuarter, forecast, paidIn }, i) => (
            <g key={yearQuarter} transform={`translate(${i * WIDTH} 0)`}>
              <Bar x={10} from={y(0)} to={y(Number(forecast?.profit ?? 0n))} />
              <Bar x={32} from={y(0)} to={y(Number(paidIn))} isFact />
            </g>
          ))}
          <path d={`M0 ${y(0)}H${shown.length * WIDTH}`} stroke="var(--ink)" vectorEffect="non-scaling-stroke" />
        </svg>
        <ul className="text-soft flex text-xs">
          {shown.map(({ yearQuarter, accounts }) => (
            <li
              key={yearQuarter}
              className={`figures flex-1 text-center ${accounts === "overdue" ? "text-bad font-bold" : ""}`}
            >
              {nameYearQuarter(yearQuarter).replace("-", " ")}
              {accounts === "overdue" && " ✘"}
            </li>
          ))}
        </ul>
      </div>
      <ul className="flex flex-wrap gap-x-5 text-sm" aria-hidden="true">
        <Legend name={say(accountabilityWords.foreseen)} className="border-soft border-2 border-dashed" />
        <Legend name={say(accountabilityWords.paidIn)} className="bg-link" />
      </ul>
    </figure>
  );
}

function Bar({ x, from, to, isFact = false }: { x: number; from: number; to: number; isFact?: boolean }) {
  const look = isFact
    ? { fill: "var(--link)" }
    : { fill: "var(--sunken)", stroke: "var(--soft)", strokeWidth: 2, strokeDasharray: "5 4" };
  return (
    <rect
      x={x}
      y={Math.min(from, to)}
      width={18}
      height={Math.abs(from - to)}
      {...look}
      vectorEffect="non-scaling-stroke"
    />
  );
}

function Legend({ name, className }: { name: string; className: string }) {
  return (
    <li className="flex items-center gap-2">
      <span className={`forced-color-adjust-none size-3 shrink-0 rounded-sm ${className}`} />
      {name}
    </li>
  );
}
