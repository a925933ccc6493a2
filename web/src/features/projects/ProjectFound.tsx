import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loaded } from "../../components/Loaded.tsx";
import { NothingHere } from "../../components/NothingHere.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import type { Town } from "../../chain/members/Town.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { type Project, projectsQuery } from "../../chain/projects/projectsQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";

type Show = (project: Project, town: Town) => ReactNode;

/** What is to be shown of a project, with its town; or words when there is no such project. */
export function ProjectFound({ id, children }: { id: bigint; children: Show }) {
  const query = useQuery(townsQuery(useSystem()));
  return (
    <Loaded query={query} lines={8}>
      {(towns) => {
        const town = towns.find((each) => each.id === townOfProject(id));
        return town === undefined ? <NoProject /> : <InTown key={String(id)} id={id} town={town} children={children} />;
      }}
    </Loaded>
  );
}

function InTown({ id, town, children }: { id: bigint; town: Town; children: Show }) {
  const query = useQuery(projectsQuery(useSystem(), town.id));
  return (
    <Loaded query={query} lines={8}>
      {(projects) => {
        const project = projects.find((each) => each.id === id);
        return project === undefined ? <NoProject /> : children(project, town);
      }}
    </Loaded>
  );
}

function NoProject() {
  const say = useSay();
  return <NothingHere title={say(projectWords.noProject)} help={say(projectWords.noProjectHelp)} />;
}
