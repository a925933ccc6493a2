import { projectWords } from "../content/words/projects.ts";
import { useSay } from "../content/useSay.ts";
import type { ProjectStage } from "@one-small-town/core/rules/enumerations.ts";

const LOOKS: Partial<Record<ProjectStage, string>> = {
  funding: "bg-warn-soft text-warn",
  operating: "bg-good-soft text-good",
  closed: "bg-sunken text-soft",
};

/** How far a project has come, in a word. */
export function StageBadge({ stage }: { stage: ProjectStage }) {
  const say = useSay();
  return (
    <span
      className={`rounded px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${LOOKS[stage] ?? "bg-info-soft text-link"}`}
    >
      {say(projectWords.stage(stage))}
    </span>
  );
}
