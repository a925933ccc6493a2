import { LAUNCH_STEPS } from "@one-small-town/core/rules/TownRegistry.ts";
import type { LaunchPast } from "../../../chain/members/launchPastQuery.ts";
import type { Launch } from "../../../chain/members/launchQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { Card } from "../../../components/Card.tsx";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { launchWords } from "../../../content/words/launch.ts";
import { StepRow } from "./StepRow.tsx";

type Props = {
  town: Town;
  launch: Launch;
  /** Undefined while it is not read. */
  past: LaunchPast | undefined;
  isYours: boolean;
};

/** All steps of a launch in their order, and which of them are done. */
export function StepsCard({ town, launch: { evidence }, past, isYours }: Props) {
  const say = useSay();
  const done = evidence.filter((hash) => hash !== null).length;
  return (
    <Card title={say(launchWords.steps)}>
      <p className="text-soft max-w-prose text-sm">{say(launchWords.stepsHelp)}</p>
      <p className="mt-3 font-semibold">{say(launchWords.doneOf(count(done), count(LAUNCH_STEPS)))}</p>
      <div aria-hidden="true" className="bg-sunken forced-color-adjust-none mt-1 h-3 overflow-hidden rounded-full">
        <div className="bg-good h-full" style={{ width: `${(done / LAUNCH_STEPS) * 100}%` }} />
      </div>
      <ol className="divide-line mt-4 divide-y">
        {launchWords.names.map((name, i) => (
          <StepRow
            key={name.id}
            town={town}
            step={i + 1}
            name={say(name)}
            isDone={evidence[i] != null}
            // Where one was recorded again meanwhile, the older paper is not shown for the newer.
            told={past?.steps[i]?.evidence.hash === evidence[i] ? (past?.steps[i] ?? null) : null}
            isYours={isYours}
          />
        ))}
      </ol>
    </Card>
  );
}
