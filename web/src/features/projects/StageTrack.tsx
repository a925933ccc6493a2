import { Card } from "../../components/Card.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { type ProjectStage, projectStages } from "@one-small-town/core/rules/enumerations.ts";

const STEPS = projectStages.slice(1);

/** The five steps of a project as a house that is built: done, now, and still to come. */
export function StageTrack({ stage }: { stage: ProjectStage }) {
  const say = useSay();
  const reached = STEPS.indexOf(stage);
  return (
    <Card>
      <h2 className="sr-only">{say(projectWords.stages)}</h2>
      <ol className="grid grid-cols-5">
        {STEPS.map((step, i) => (
          <li key={step} aria-current={i === reached ? "step" : undefined} className="min-w-0">
            <StepSign step={i} isReached={i <= reached} isNow={i === reached} />
            <span
              className={`font-sign block truncate text-center text-sm sm:text-base ${i === reached ? "text-ink font-bold" : "text-soft font-semibold"}`}
            >
              {say(projectWords.stage(step))}
              {i < reached && <span className="sr-only">, {say(projectWords.isDone)}</span>}
              {i === reached && <span className="sr-only">, {say(projectWords.isNow)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-soft mt-3 text-center text-sm">{say(projectWords.stageHelp(stage))}</p>
    </Card>
  );
}

/** A sign on an empty plot, walls, a roof, a lit house, a closed one. */
const SHAPES = [
  "M24 44V26M13 12h22v14H13z",
  "M12 42V26h24v16z",
  "M12 42V24l12-9 12 9v18",
  "M12 42V22L24 12l12 10v20z",
  "M12 42V22L24 12l12 10v20z",
];

function StepSign({ step, isReached, isNow }: { step: number; isReached: boolean; isNow: boolean }) {
  const isBuilt = step >= 3 && isReached;
  return (
    <svg aria-hidden="true" viewBox="0 0 48 52" preserveAspectRatio="xMidYMax meet" className="h-14 w-full">
      <path d="M-200 44h448" stroke={isReached ? "var(--link)" : "var(--line)"} strokeWidth="3" />
      <path
        d={SHAPES[step] ?? ""}
        fill={isBuilt ? "var(--link)" : "var(--card)"}
        stroke={isReached ? "var(--link)" : "var(--soft)"}
        strokeWidth="3"
        strokeLinejoin="round"
        strokeDasharray={isReached ? undefined : "4 4"}
      />
      {step === 3 && isBuilt && <path d="M20 42v-9h8v9z" fill="var(--color-sun)" />}
      {step === 4 && (
        <path d="m17 38 14-11M17 27l14 11" stroke={isBuilt ? "var(--card)" : "var(--soft)"} strokeWidth="2.5" />
      )}
      {isNow && (
        <g>
          <path d="M40 44V8" stroke="var(--ink)" strokeWidth="2" />
          <path d="M40 8h11l-3 4 3 4H40z" fill="var(--color-sun)" stroke="var(--ink)" strokeWidth="1" />
        </g>
      )}
    </svg>
  );
}
