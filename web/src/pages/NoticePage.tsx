import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Loaded } from "../components/Loaded.tsx";
import { NothingHere } from "../components/NothingHere.tsx";
import { useSay } from "../content/useSay.ts";
import { commonWords } from "../content/words/common.ts";
import { townNoticeWords } from "../content/words/townNotice.ts";
import { TownNotice } from "./notice/TownNotice.tsx";

/** What a town hangs on its board each week, on one sheet of paper. */
export function NoticePage() {
  const say = useSay();
  const { town: id } = useParams({ from: "/town/$town/notice" });
  const query = useQuery(townsQuery(useSystem()));
  return (
    <Loaded query={query} lines={8}>
      {(towns) => {
        const town = towns.find((each) => String(each.id) === id);
        if (town === undefined)
          return <NothingHere title={say(townNoticeWords.noTown)} help={say(commonWords.notFoundHelp)} />;
        return <TownNotice key={town.id} town={town} />;
      }}
    </Loaded>
  );
}
