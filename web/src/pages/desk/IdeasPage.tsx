import { Link } from "@tanstack/react-router";
import type { Town } from "../../chain/members/Town.ts";
import { Page } from "../../components/Page.tsx";
import { Plaque } from "../../components/Plaque.tsx";
import { useSay } from "../../content/useSay.ts";
import { ideasWords } from "../../content/words/ideas.ts";
import { IdeasBody } from "../../features/towns/ideas/IdeasBody.tsx";

/** What a town's members propose, for all to read; any of them brings another idea. */
export function IdeasPage({ town }: { town: Town }) {
  const say = useSay();
  const over = (
    <Link to="/town/$town" params={{ town: String(town.id) }}>
      {town.name}
    </Link>
  );
  const sign = <Plaque over={over} title={say(ideasWords.title(town.name))} under={say(ideasWords.help)} />;
  return (
    <Page title={say(ideasWords.title(town.name))} sign={sign}>
      <IdeasBody town={town} />
      <p>
        <Link to="/desk/{-$page}/{-$town}" params={{ page: "launch", town: String(town.id) }}>
          {say(ideasWords.toLaunch)}
        </Link>
      </p>
    </Page>
  );
}
