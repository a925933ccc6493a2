import { Card } from "../../components/Card.tsx";
import { StageBadge } from "../../components/StageBadge.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { ProjectName } from "./ProjectName.tsx";

/** Projects for everyone, gardens and ideas; those that have come furthest first, closed ones last. */
export function OtherProjects({ projects }: { projects: readonly Project[] }) {
  const say = useSay();
  const order = (stage: Project["stage"]) => (stage === "closed" ? 0 : projectStages.indexOf(stage));
  return (
    <Card title={say(townWords.projects)}>
      {projects.length === 0 && <p className="text-soft">{say(townWords.noProjects)}</p>}
      <ul className="divide-line divide-y">
        {projects
          .toSorted((a, b) => order(b.stage) - order(a.stage))
          .map((project) => (
            <li key={project.number} className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
              <div className="min-w-0">
                <h3>
                  <ProjectName project={project} />
                </h3>
                <p className="text-soft text-sm">
                  {[say(projectWords.kind(project.kind)), project.metadata?.sector].filter(Boolean).join(" · ")}
                </p>
              </div>
              <StageBadge stage={project.stage} />
            </li>
          ))}
      </ul>
    </Card>
  );
}
