import { Link, useParams } from "@tanstack/react-router";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { projectWords } from "../content/words/projects.ts";
import { useSay } from "../content/useSay.ts";
import { ProjectBody } from "../features/projects/ProjectBody.tsx";
import { ProjectFound } from "../features/projects/ProjectFound.tsx";
import { PastLine } from "./past/PastLine.tsx";
import { readId } from "@one-small-town/core/text.ts";

/** A project or business: what it is, how far it has come, what was promised, and what it has earned. */
export function ProjectPage() {
  const say = useSay();
  const { project: text } = useParams({ from: "/project/$project" });
  return (
    <ProjectFound id={readId(text)}>
      {(project, town) => {
        const title = project.metadata?.title ?? say(projectWords.untitled(project.number));
        const way = (
          <Link to="/town/$town" params={{ town: String(town.id) }} className="inline-block py-1">
            {town.name}
          </Link>
        );
        return (
          <Page title={title} sign={<Plaque over={way} title={title} under={say(projectWords.kind(project.kind))} />}>
            <PastLine />
            <ProjectBody project={project} town={town} />
          </Page>
        );
      }}
    </ProjectFound>
  );
}
