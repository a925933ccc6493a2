import type { Project } from "../../chain/projects/readProject.ts";
import { StageBadge } from "../../components/StageBadge.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { ProjectName } from "./ProjectName.tsx";

/** Projects in a line each: what they are, and how far they have come. */
export function ProjectRows({ projects }: { projects: readonly Project[] }) {
  const say = useSay();
  return (
    <ul className="divide-line divide-y">
      {projects.map((project) => (
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
  );
}
