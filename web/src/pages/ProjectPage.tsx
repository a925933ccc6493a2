import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { projectWords } from "../content/words/projects.ts";
import { useSay } from "../content/useSay.ts";
import { projectsQuery } from "../contracts/projects/projectsQuery.ts";
import type { Town } from "../contracts/members/Town.ts";
import { townsQuery } from "../contracts/members/townsQuery.ts";
import { useSystem } from "../contracts/useSystem.ts";
import { ProjectBody } from "../features/projects/ProjectBody.tsx";
import { townOfProject } from "../lib/projects/projectIds.ts";
import { readId } from "../lib/readId.ts";

/** A project or business: what it is, how far it has come, what was promised, and what it has earned. */
export function ProjectPage() {
  const { project: text } = useParams({ from: "/project/$project" });
  const query = useQuery(townsQuery(useSystem()));
  const id = readId(text);
  return (
    <Loaded query={query} lines={8}>
      {(towns) => {
        const town = towns.find((each) => each.id === townOfProject(id));
        return town === undefined ? <NoProject /> : <ProjectOf key={text} id={id} town={town} />;
      }}
    </Loaded>
  );
}

function ProjectOf({ id, town }: { id: bigint; town: Town }) {
  const say = useSay();
  const query = useQuery(projectsQuery(useSystem(), town.id));
  return (
    <Loaded query={query} lines={8}>
      {(projects) => {
        const project = projects.find((each) => each.id === id);
        if (project === undefined) return <NoProject />;
        const title = project.metadata?.title ?? say(projectWords.untitled(project.number));
        const way = (
          <Link to="/town/$town" params={{ town: String(town.id) }} className="inline-block py-1">
            {town.name}
          </Link>
        );
        return (
          <Page title={title} sign={<Plaque over={way} title={title} under={say(projectWords.kind(project.kind))} />}>
            <ProjectBody project={project} town={town} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function NoProject() {
  const say = useSay();
  return <NothingHere title={say(projectWords.noProject)} help={say(projectWords.noProjectHelp)} />;
}
