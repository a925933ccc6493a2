import { useQuery } from "@tanstack/react-query";
import type { Town } from "../../../chain/members/Town.ts";
import type { OfficeKind } from "../../../chain/roles/officesQuery.ts";
import { townWorkQuery } from "../../../chain/roles/townWorkQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { InPages } from "../../../components/InPages.tsx";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { useOpenBook } from "./book.ts";
import { PersonCard } from "./PersonCard.tsx";

const AT_ONCE = 5;

/** Those of a town whom a suspension or another wallet is asked for; nothing is shown while there is nobody. */
export function ConcernedPeople({ town, offices }: { town: Town; offices: readonly OfficeKind[] }) {
  const say = useSay();
  const opened = useOpenBook();
  const { data } = useQuery(townWorkQuery(useSystem(), town.id));
  if (data === undefined || data.concerned.length === 0) return null;
  return (
    <section className="space-y-4" aria-label={say(peopleWords.concerned)}>
      <h2>{say(peopleWords.concerned)}</h2>
      <InPages items={data.concerned} page={AT_ONCE}>
        {(shown) =>
          shown.map((wallet) => (
            <PersonCard key={wallet} town={town} wallet={wallet} offices={offices} name={opened?.book.names[wallet]} />
          ))
        }
      </InPages>
    </section>
  );
}
