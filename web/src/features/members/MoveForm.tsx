import { useMemo, useState } from "react";
import type { OwnCase } from "../../chain/decisions/ownCaseQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { Choice } from "../../components/Choice.tsx";
import { countryName } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { moveHouse } from "../../transactions/moveHouse.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";
import { countries } from "./countries.ts";

type Props = { own: OwnCase; towns: readonly Town[] };

/** Where somebody moves: to a town, or to a country; or that they stay after all. */
export function MoveForm({ own: { person, move }, towns }: Props) {
  const say = useSay();
  const [town, setTown] = useState("");
  const [country, setCountry] = useState(String(person.country));
  const all = useMemo(() => countries(), []);
  const isElsewhere = town === "0";
  const chosen = towns.find(({ id }) => String(id) === town);
  const elsewhere = { toTown: 0, toCountry: Number(country), place: countryName(Number(country)) };
  const input = chosen
    ? { toTown: chosen.id, toCountry: chosen.country, place: chosen.name }
    : isElsewhere
      ? elsewhere
      : null;
  return (
    <>
      <p>{say(decisionWords.movePlan)}</p>
      {move !== null && (
        <div className="space-y-3">
          <p className="font-semibold">{say(decisionWords.moveSaid(placeOf(move)))}</p>
          <TransactionButton
            look="second"
            transaction={moveHouse}
            input={{ toTown: person.town, toCountry: person.country, place: null }}
            label={say(decisionWords.moveStay)}
          />
        </div>
      )}
      <Choice
        label={say(decisionWords.moveWhere)}
        value={town}
        options={[
          ["", say(decisionWords.moveChoose)],
          ...towns.filter(({ id }) => id !== person.town).map(({ id, name }) => [String(id), name] as const),
          ["0", say(decisionWords.moveElsewhere)],
        ]}
        onChoose={setTown}
      />
      {isElsewhere && (
        <Choice
          label={say(decisionWords.moveCountry)}
          value={country}
          options={all.map(({ code, name }) => [String(code), name])}
          onChoose={setCountry}
        />
      )}
      <TransactionButton
        transaction={moveHouse}
        input={input}
        label={say(input === null ? decisionWords.moveWhere : decisionWords.moveSay(input.place))}
      />
    </>
  );

  function placeOf({ toTown, toCountry }: { toTown: number; toCountry: number }): string {
    return towns.find(({ id }) => id === toTown)?.name ?? countryName(toCountry);
  }
}
