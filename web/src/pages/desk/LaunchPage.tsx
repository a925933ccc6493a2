import { Link } from "@tanstack/react-router";
import type { Town } from "../../chain/members/Town.ts";
import { Page } from "../../components/Page.tsx";
import { Plaque } from "../../components/Plaque.tsx";
import { useSay } from "../../content/useSay.ts";
import { deskWords } from "../../content/words/desk.ts";
import { launchWords } from "../../content/words/launch.ts";
import { LaunchBody } from "../../features/members/launch/LaunchBody.tsx";

/** A town's plan for twelve months and the steps of its launch, for all to read; its ambassador writes them down. */
export function LaunchPage({ town }: { town: Town }) {
  const say = useSay();
  const over = (
    <Link to="/town/$town" params={{ town: String(town.id) }}>
      {town.name}
    </Link>
  );
  const sign = <Plaque over={over} title={say(deskWords.launch)} under={say(launchWords.help)} />;
  return (
    <Page title={say(launchWords.title(town.name))} sign={sign}>
      <LaunchBody town={town} />
    </Page>
  );
}
