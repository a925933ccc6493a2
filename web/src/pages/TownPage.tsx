import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { Page } from "../components/Page.tsx";
import { Plaque } from "../components/Plaque.tsx";
import { VerifyInvite } from "../components/VerifyInvite.tsx";
import { countryName } from "../content/format.ts";
import { townWords } from "../content/words/towns.ts";
import { useSay } from "../content/useSay.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { TownBody } from "../features/towns/TownBody.tsx";

/** A town: who is at work in it, what it owns, and who holds its keys. */
export function TownPage() {
  const say = useSay();
  const { town: id } = useParams({ from: "/town/$town" });
  const query = useQuery(townsQuery(useSystem()));
  return (
    <Loaded query={query} lines={8}>
      {(towns) => {
        const town = towns.find((each) => String(each.id) === id);
        if (town === undefined) return <NothingHere title={say(townWords.noTown)} help={say(townWords.noTownHelp)} />;
        const sign = <Plaque over={say(townWords.town)} title={town.name} under={countryName(town.country)} />;
        return (
          <Page title={town.name} sign={sign}>
            <TownBody key={town.id} town={town} />
            <Link to="/town/$town/notice" params={{ town: id }} className="inline-block py-2">
              {say(townWords.notice)}
            </Link>
            <VerifyInvite town={town.id} />
          </Page>
        );
      }}
    </Loaded>
  );
}
