import { useQuery } from "@tanstack/react-query";
import type { Town } from "../../chain/members/Town.ts";
import { officesQuery } from "../../chain/roles/officesQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Loaded } from "../../components/Loaded.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { peopleWords } from "../../content/words/people.ts";
import { useSay } from "../../content/useSay.ts";
import { AddForm } from "../../features/members/desk/AddForm.tsx";
import { BatchForm } from "../../features/members/desk/BatchForm.tsx";
import { BookCard } from "../../features/members/desk/BookCard.tsx";
import { ConcernedPeople } from "../../features/members/desk/ConcernedPeople.tsx";
import { LimitCard } from "../../features/members/desk/LimitCard.tsx";
import { PersonSearch } from "../../features/members/desk/PersonSearch.tsx";
import { useWallet } from "../../transactions/wallet/walletStore.ts";
import { zeroAddress } from "viem";
import { actsIn } from "./actsIn.ts";

/** Who lives in a town and who joins, for its registrars; its ambassadors decide here about a person. */
export function PeoplePage({ town }: { town: Town }) {
  const say = useSay();
  const wallet = useWallet();
  const query = useQuery(officesQuery(useSystem(), wallet?.address ?? zeroAddress));
  return (
    <Page title={say(peopleWords.title(town.name))}>
      <Loaded query={query} lines={4}>
        {(all) => {
          const offices = all.filter((office) => actsIn(office, town)).map(({ kind }) => kind);
          return (
            <>
              {offices.length === 0 && <Notice kind="info">{say(peopleWords.notYours(town.name))}</Notice>}
              {offices.includes("registrar") && (
                <>
                  <LimitCard town={town.id} />
                  <BookCard />
                  <AddForm town={town} />
                  <BatchForm town={town} />
                </>
              )}
              {offices.length > 0 && <ConcernedPeople town={town} offices={offices} />}
              <PersonSearch town={town} offices={offices} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
