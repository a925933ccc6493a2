import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "../../components/Field.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { countryName } from "../../content/format.ts";
import { homeWords } from "../../content/words/home.ts";
import { useSay } from "../../content/useSay.ts";
import { salesQuery } from "../../chain/shares/salesQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import { TownCard } from "./TownCard.tsx";

/** So many are seen at a glance; more need a search. */
const AT_A_GLANCE = 6;

/** All towns, with a search once there are many. */
export function TownList() {
  const say = useSay();
  const query = useQuery(townsQuery(useSystem()));
  return (
    <section className="space-y-4">
      <h2>{say(homeWords.towns)}</h2>
      <Loaded query={query} lines={5}>
        {(towns) => (towns.length === 0 ? <p>{say(homeWords.noTowns)}</p> : <FoundTowns towns={towns} />)}
      </Loaded>
    </section>
  );
}

function FoundTowns({ towns }: { towns: readonly Town[] }) {
  const say = useSay();
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const found = towns.filter(({ name, country }) =>
    `${name} ${countryName(country)}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <>
      {towns.length > AT_A_GLANCE && (
        <Field
          type="search"
          label={say(homeWords.find)}
          hint={say(homeWords.findHint)}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <p role="status" className={found.length === 0 ? "" : "sr-only"}>
        {found.length === 0 && say(homeWords.noneFound(text))}
      </p>
      <TownCards towns={found} />
    </>
  );
}

function TownCards({ towns }: { towns: readonly Town[] }) {
  const sales = useQuery(salesQuery(useSystem()));
  return (
    <Loaded query={sales} lines={5}>
      {(all) => (
        <ul className={`grid gap-4 ${towns.length > 1 ? "md:grid-cols-2" : ""}`}>
          {towns.map((town) => (
            <TownCard
              key={town.id}
              town={town}
              sales={all.filter(({ town: id, phase }) => id === town.id && isOnSale(phase))}
            />
          ))}
        </ul>
      )}
    </Loaded>
  );
}
