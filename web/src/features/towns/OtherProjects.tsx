import { projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import type { TownProjects } from "../../chain/projects/projectsQuery.ts";
import { type Project, readProject } from "../../chain/projects/readProject.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import { ProjectRows } from "./ProjectRows.tsx";

// Few towns have so many.
const EarlierProjects = lazy(() =>
  import("./EarlierProjects.tsx").then((module) => ({ default: module.EarlierProjects })),
);

type Props = { town: number; all: TownProjects; projects: readonly Project[] };

/** Projects for everyone, gardens and ideas; those that have come furthest first, closed ones last, then the newest. */
export function OtherProjects({ town, all, projects }: Props): ReactNode {
  const say = useSay();
  const system = useSystem();
  const order = ({ stage }: Project) => (stage === "closed" ? 0 : projectStages.indexOf(stage));
  return (
    <Card title={say(townWords.projects)}>
      {projects.length === 0 && all.from === 1 && <p className="text-soft">{say(townWords.noProjects)}</p>}
      <ProjectRows projects={projects.toSorted((a, b) => order(b) - order(a) || b.number - a.number)} />
      {all.from > 1 && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <EarlierProjects town={town} all={all} read={(id) => readProject(system, id)}>
            {(some) => <ProjectRows projects={some} />}
          </EarlierProjects>
        </Suspense>
      )}
      <p className="mt-3 flex flex-wrap gap-x-6">
        <Link to="/desk/{-$page}/{-$town}" params={{ page: "ideas", town: String(town) }}>
          {say(townWords.bringIdea)}
        </Link>
        <Link to="/desk/{-$page}/{-$town}" params={{ page: "launch", town: String(town) }}>
          {say(townWords.launch)}
        </Link>
      </p>
    </Card>
  );
}
