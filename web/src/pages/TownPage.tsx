import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { VerifyInvite } from "../components/VerifyInvite.tsx";
import { countryName } from "../content/format.ts";
import { townWords } from "../content/words/towns.ts";
import { useSay } from "../content/useSay.ts";
import { weeksQuery } from "../chain/hours/weeksQuery.ts";
import { townFiguresQuery } from "../chain/members/townFiguresQuery.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { projectsQuery } from "../chain/projects/projectsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { TownBody } from "../features/towns/TownBody.tsx";

/** A town: who is at work in it, what it owns, and who holds its keys. */
export function TownPage() {
  const say = useSay();
  const { town: id } = useParams({ from: "/town/$town" });
  const system = useSystem();
  const query = useQuery(townsQuery(system));
  // All of it is asked for at once, before it is known how the town is called.
  const town = /^\d{1,9}$/.test(id) ? Number(id) : 0;
  usePrefetchQuery(townFiguresQuery(system, town));
  usePrefetchQuery(weeksQuery(system, town));
  usePrefetchQuery(projectsQuery(system, town));
  return (
    <Loaded query={query} lines={8}>
      {(towns) => {
        const found = towns.find((each) => String(each.id) === id);
        if (found === undefined) return <NothingHere title={say(townWords.noTown)} help={say(townWords.noTownHelp)} />;
        const sign = <Plaque over={say(townWords.town)} title={found.name} under={countryName(found.country)} />;
        return (
          <Page title={found.name} sign={sign}>
            <TownBody key={found.id} town={found} />
            <Link to="/town/$town/notice" params={{ town: id }} className="inline-block py-2">
              {say(townWords.notice)}
            </Link>
            <VerifyInvite town={found.id} />
          </Page>
        );
      }}
    </Loaded>
  );
}
