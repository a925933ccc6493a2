import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { accountabilityWords } from "../content/words/accountability.ts";
import { projectWords } from "../content/words/projects.ts";
import { useSay } from "../content/useSay.ts";
import type { Town } from "../contracts/members/Town.ts";
import { townsQuery } from "../contracts/members/townsQuery.ts";
import { projectsQuery } from "../contracts/projects/projectsQuery.ts";
import { useSystem } from "../contracts/useSystem.ts";
import { AccountabilityBody } from "../features/projects/accountability/AccountabilityBody.tsx";
import { townOfProject } from "../lib/projects/projectIds.ts";
import { readId } from "../lib/readId.ts";

/** A business and its word: what it promised, and what it did. */
export function AccountabilityPage() {
  const { project: text } = useParams({ from: "/project/$project/accounts" });
  const query = useQuery(townsQuery(useSystem()));
  const id = readId(text);
  return (
    <Loaded query={query} lines={8}>
      {(towns) => {
        const town = towns.find((each) => each.id === townOfProject(id));
        return town === undefined ? <NoProject /> : <AccountabilityOf key={text} id={id} town={town} />;
      }}
    </Loaded>
  );
}

function AccountabilityOf({ id, town }: { id: bigint; town: Town }) {
  const say = useSay();
  const query = useQuery(projectsQuery(useSystem(), town.id));
  return (
    <Loaded query={query} lines={8}>
      {(projects) => {
        const project = projects.find((each) => each.id === id);
        if (project === undefined) return <NoProject />;
        if (project.kind !== "community" && project.kind !== "cornerstone") return <NoBusiness />;
        const name = project.metadata?.title ?? say(projectWords.untitled(project.number));
        const title = say(accountabilityWords.title(name));
        const way = (
          <Link to="/project/$project" params={{ project: String(id) }} className="inline-block py-1">
            {name}
          </Link>
        );
        return (
          <Page title={title} sign={<Plaque over={way} title={title} under={town.name} />}>
            <AccountabilityBody business={id} town={town} />
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

function NoBusiness() {
  const say = useSay();
  return <NothingHere title={say(accountabilityWords.notBusiness)} help={say(accountabilityWords.notBusinessHelp)} />;
}
