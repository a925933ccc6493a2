import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { Loaded } from "../../components/Loaded.tsx";
import { NothingHere } from "../../components/NothingHere.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { combined } from "../../chain/combined.ts";
import type { Town } from "../../chain/members/Town.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { type Project, projectsQuery } from "../../chain/projects/projectsQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";

type Show = (project: Project, town: Town) => ReactNode;

/** What is to be shown of a project, with its town; or words when there is no such project. */
export function ProjectFound({ id, children }: { id: bigint; children: Show }) {
  const system = useSystem();
  const towns = useQuery(townsQuery(system));
  const projects = useQuery(projectsQuery(system, townOfProject(id)));
  return (
    <Loaded query={combined([towns, projects])} lines={8}>
      {([allTowns, ofTown]) => {
        const town = allTowns.find((each) => each.id === townOfProject(id));
        const project = ofTown.find((each) => each.id === id);
        if (town === undefined || project === undefined) return <NoProject />;
        return <Fragment key={String(id)}>{children(project, town)}</Fragment>;
      }}
    </Loaded>
  );
}

function NoProject() {
  const say = useSay();
  return <NothingHere title={say(projectWords.noProject)} help={say(projectWords.noProjectHelp)} />;
}
