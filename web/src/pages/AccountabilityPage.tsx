import { usePrefetchQuery } from "@tanstack/react-query";
import { accountabilityQuery } from "../chain/projects/accountability/accountabilityQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Link, useParams } from "@tanstack/react-router";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { accountabilityWords } from "../content/words/accountability.ts";
import { projectWords } from "../content/words/projects.ts";
import { useSay } from "../content/useSay.ts";
import { AccountabilityBody } from "../features/projects/accountability/AccountabilityBody.tsx";
import { ProjectFound } from "../features/projects/ProjectFound.tsx";
import { isBusiness } from "@one-small-town/core/projects/projects.ts";
import { PastLine } from "./past/PastLine.tsx";
import { readId } from "@one-small-town/core/text.ts";

/** A business and its word: what it promised, and what it did. */
export function AccountabilityPage() {
  const say = useSay();
  const { project: text } = useParams({ from: "/project/$project/accounts" });
  const id = readId(text);
  usePrefetchQuery(accountabilityQuery(useSystem(), id));
  return (
    <ProjectFound id={id}>
      {(project, town) => {
        if (!isBusiness(project.kind)) return <NoBusiness />;
        const name = project.metadata?.title ?? say(projectWords.untitled(project.number));
        const title = say(accountabilityWords.title(name));
        const way = (
          <Link to="/project/$project" params={{ project: String(id) }} className="inline-block py-1">
            {name}
          </Link>
        );
        return (
          <Page title={title} sign={<Plaque over={way} title={title} under={town.name} />}>
            <PastLine />
            <AccountabilityBody business={id} town={town} />
          </Page>
        );
      }}
    </ProjectFound>
  );
}

function NoBusiness() {
  const say = useSay();
  return <NothingHere title={say(accountabilityWords.notBusiness)} help={say(accountabilityWords.notBusinessHelp)} />;
}
