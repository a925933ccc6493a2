import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { Loaded } from "../../components/Loaded.tsx";
import { NothingHere } from "../../components/NothingHere.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { combined } from "../../chain/combined.ts";
import type { Town } from "../../chain/members/Town.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { projectQuery } from "../../chain/projects/projectQuery.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";

type Show = (project: Project, town: Town) => ReactNode;

/** What is to be shown of a project, with its town; or words when there is no such project. */
export function ProjectFound({ id, children }: { id: bigint; children: Show }) {
  const system = useSystem();
  const towns = useQuery(townsQuery(system, townOfProject(id)));
  const found = useQuery(projectQuery(system, id));
  return (
    <Loaded query={combined([towns, found])} lines={8}>
      {([allTowns, project]) => {
        const town = allTowns.find((each) => each.id === townOfProject(id));
        if (town === undefined || project === null) return <NoProject />;
        return <Fragment key={String(id)}>{children(project, town)}</Fragment>;
      }}
    </Loaded>
  );
}

function NoProject() {
  const say = useSay();
  return <NothingHere title={say(projectWords.noProject)} help={say(projectWords.noProjectHelp)} />;
}
