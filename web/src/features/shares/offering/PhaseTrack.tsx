import { dateTime, duration } from "../../../content/format.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";

type Stop = { phase: "local" | "country" | "world"; begins: number; ends: number };

const ORDER = ["local", "country", "world"] as const;

/** The street of a sale: three houses, one for each phase, with a flag on the one whose turn it is. */
export function PhaseTrack({ offering, now }: { offering: Offering; now: number }) {
  const say = useSay();
  return (
    <ol className="grid grid-cols-[repeat(auto-fit,minmax(min(5rem,100%),1fr))]">
      {stopsOf(offering).map((stop) => {
        const state = stateOf(stop, offering, now);
        return (
          <li key={stop.phase} aria-current={state === "now" ? "step" : undefined} className="flex flex-col">
            <House stop={stop} state={state} share={partOf(stop, now)} />
            <div className={`pe-2 pt-2 ${state === "now" ? "" : "text-soft"}`}>
              <b
                className="font-sign block text-lg leading-6"
                style={{ color: state === "now" ? `var(--${stop.phase})` : undefined }}
              >
                {say(shareWords.tier(stop.phase))}
              </b>
              <span className="block text-sm">{say(clockWords(stop, state, { offering, now }))}</span>
              {(state === "now" || state === "next") && (
                <span className="block text-xs">{say(shareWords.until(dateTime(stop.ends)))}</span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type State = "past" | "now" | "next" | "absent" | "notNeeded";

function stopsOf({ opens, localEnds, countryEnds, worldEnds }: Offering): Stop[] {
  return [
    { phase: "local", begins: opens, ends: localEnds },
    { phase: "country", begins: localEnds, ends: countryEnds },
    { phase: "world", begins: countryEnds || localEnds, ends: worldEnds },
  ];
}

function stateOf({ phase, ends }: Stop, offering: Offering, now: number): State {
  if (ends === 0) return "absent";
  if (offering.phase === phase) return "now";
  const running = ORDER.indexOf(offering.phase as Stop["phase"]);
  if (running !== -1) return ORDER.indexOf(phase) < running ? "past" : "next";
  return ends <= now && !wasSpared(phase, offering) ? "past" : "notNeeded";
}

/** A sale that succeeded never opened the phases after the one in which it did. */
function wasSpared(phase: Stop["phase"], { scope }: Offering): boolean {
  const reached = ORDER.indexOf(scope as Stop["phase"]);
  return reached !== -1 && ORDER.indexOf(phase) > reached;
}

function clockWords({ begins, ends }: Stop, state: State, { offering, now }: { offering: Offering; now: number }) {
  if (state === "now" && now < offering.opens) return shareWords.opensIn(duration(offering.opens - now));
  if (state === "now") return shareWords.endsIn(duration(ends - now));
  if (state === "past") return shareWords.isPast;
  if (state === "absent") return shareWords.absent;
  return state === "notNeeded" ? shareWords.notNeeded : shareWords.from(dateTime(begins));
}

function partOf({ begins, ends }: Stop, now: number): number {
  return Math.min(1, Math.max(0, (now - begins) / (ends - begins)));
}

/** A house that fills from the ground as its phase goes by. */
function House({ stop, state, share }: { stop: Stop; state: State; share: number }) {
  const filled = state === "past" ? 1 : state === "now" ? share : 0;
  const color = `var(--${stop.phase})`;
  const roof = "M4 44V20L30 4l26 16v24z";
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 48"
      preserveAspectRatio="xMinYMax meet"
      className="h-14 w-full rtl:-scale-x-100"
    >
      <defs>
        <clipPath id={`house-${stop.phase}`}>
          <path d={roof} />
        </clipPath>
      </defs>
      <path d="M0 46h300" stroke="var(--line)" strokeWidth="3" />
      <path
        d={roof}
        fill="var(--sunken)"
        stroke={state === "absent" ? "var(--line)" : color}
        strokeWidth="2.5"
        strokeDasharray={state === "absent" || state === "notNeeded" ? "4 4" : undefined}
      />
      <rect
        x="0"
        y={44 - 40 * filled}
        width="60"
        height={40 * filled}
        fill={color}
        clipPath={`url(#house-${stop.phase})`}
        opacity={state === "past" ? 0.45 : 1}
      />
      {state === "now" && (
        <g>
          <path d="M30 4V-1" stroke="var(--ink)" strokeWidth="2" />
          <path d="M70 10v30" stroke="var(--ink)" strokeWidth="2.5" />
          <path d="M70 10h18l-4 5 4 5H70z" fill="var(--color-sun)" stroke="var(--ink)" strokeWidth="1" />
        </g>
      )}
    </svg>
  );
}
