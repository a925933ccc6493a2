import { type Outcome, worstOf } from "@one-small-town/core/verify/Finding.ts";
import { linkTo, type VerifyRoute } from "@one-small-town/core/verify/VerifyRoute.ts";
import { type ComponentProps, type ReactNode, Suspense } from "react";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { Button } from "../../components/Button.tsx";
import { Plaque } from "../../components/Plaque.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { commonWords } from "../../content/words/common.ts";
import { proofWords } from "../../content/words/proof.ts";
import { verifyWords } from "../../content/words/verify.ts";
import type { Check } from "./useCheck.ts";
import { whenLoaded } from "./whenLoaded.tsx";

// Nearly always there is none.
const ObstacleWords = whenLoaded(() => import("./ObstacleWords.tsx").then((file) => file.ObstacleWords));

type Props = {
  check: Check;
  route: VerifyRoute;
  town: string | null;
  again: () => void;
  network: Settings["network"];
  /** Whether a history beside the page told the past. */
  hasHistory: boolean;
};

/** The sign on top: in one sentence whether the books are right. Room for it is kept, so that nothing jumps. */
export function Verdict({ check, route, town, again, network, hasHistory }: Props) {
  const say = useSay();
  const node = URL.canParse(network.rpcUrl) ? new URL(network.rpcUrl).host : network.rpcUrl;
  return (
    <div className="space-y-3">
      <div role="status">
        <Plaque
          over={say(town === null ? verifyWords.page : proofWords.pageOf(town))}
          title={
            <>
              <span className="block min-h-[2lh] sm:min-h-0">{useVerdict(check)}</span>{" "}
              <span className="mt-1 block font-sans text-base font-semibold tracking-normal break-words sm:text-lg">
                {say(hasHistory ? verifyWords.toldWithHistory(node) : verifyWords.told(node))}
              </span>
            </>
          }
          under={
            <div className="min-h-[1.5lh]">
              <Under check={check} />
            </div>
          }
          aside={<BigMark outcome={outcomeOf(check)} />}
        />
      </div>
      <p className="max-w-prose">{say(verifyWords.cannotSee)}</p>
      <div className="flex flex-col items-start justify-between gap-3 sm:flex-row sm:items-center">
        <p className="text-soft figures min-h-[2lh] text-sm sm:min-h-0">
          {check.state === "done" &&
            say(
              verifyWords.readAt(
                String(check.checked.block.number),
                network.name,
                dateTime(check.checked.block.timestamp),
              ),
            )}
          {check.state === "reading" && say(verifyWords.part(check.done, check.all))}
        </p>
        <Button
          onClick={again}
          isBusy={check.state === "reading" || (check.state === "done" && check.checked.isLooking)}
        >
          {say(verifyWords.again)}
        </Button>
      </div>
      <Elsewhere route={route} />
    </div>
  );
}

/** From an old block to the newest, and from one town to all. */
function Elsewhere({ route: { block, town } }: { route: VerifyRoute }) {
  const say = useSay();
  if (block === null && town === null) return null;
  return (
    <p className="flex flex-wrap gap-x-6">
      {block !== null && (
        <a href={linkTo("", { block: null, town, poster: null }) || "#"} className="py-2">
          {say(proofWords.newest)}
        </a>
      )}
      {town !== null && (
        <a href={linkTo("", { block, town: null, poster: null }) || "#"} className="py-2">
          {say(proofWords.allTowns)}
        </a>
      )}
    </p>
  );
}

/** Null while nobody can say. */
function outcomeOf(check: Check): Outcome | null {
  if (check.state === "reading") return null;
  if (check.state === "failed") return "unavailable";
  return worstOf(check.checked.findings.map(({ outcome }) => outcome));
}

function useVerdict(check: Check): ReactNode {
  const say = useSay();
  if (check.state === "reading") return say(verifyWords.reading);
  if (check.state === "failed") return <WhyNot obstacle={check.obstacle} part="title" />;
  const { findings } = check.checked;
  const worst = worstOf(findings.map(({ outcome }) => outcome));
  return say(verifyWords.verdicts[worst](findings.filter(({ outcome }) => outcome === worst).length));
}

function WhyNot(props: ComponentProps<typeof ObstacleWords>) {
  return (
    <Suspense>
      <ObstacleWords {...props} />
    </Suspense>
  );
}

function Under({ check }: { check: Check }) {
  const say = useSay();
  if (check.state === "reading") {
    return (
      <progress
        aria-label={say(commonWords.loading)}
        max={check.all}
        value={check.done}
        className="accent-sun mt-1 h-2 w-full max-w-sm"
      />
    );
  }
  if (check.state === "failed") return <WhyNot obstacle={check.obstacle} part="help" />;
  if (check.checked.isLooking) return say(verifyWords.looking);
  return say(verifyWords.advice[outcomeOf(check) ?? "unavailable"](check.checked.findings.length));
}

const MARKS: Record<Outcome, { ink: string; sign: string }> = {
  holds: { ink: "text-good", sign: "✔" },
  broken: { ink: "text-bad", sign: "✘" },
  unavailable: { ink: "text-warn", sign: "?" },
};

function BigMark({ outcome }: { outcome: Outcome | null }) {
  const { ink, sign } = outcome === null ? { ink: "text-link animate-pulse", sign: "…" } : MARKS[outcome];
  return (
    <span
      aria-hidden="true"
      className={`grid size-16 place-items-center rounded-full bg-card text-3xl font-bold sm:size-20 ${ink}`}
    >
      {sign}
    </span>
  );
}
