import { useState } from "react";
import { Field } from "../../components/Field.tsx";
import { demoWords } from "../../content/words/demo.ts";
import { deskWords } from "../../content/words/desk.ts";
import { useSay } from "../../content/useSay.ts";
import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import { PersonButton } from "./PersonButton.tsx";

type Props = { people: readonly DemoPerson[]; onChoose: (person: DemoPerson) => Promise<void> };

const KINDS = ["member", "resident", "country", "world", "stranger", "official"] as const;

/** Everybody of the demo by kind, to search by name or by what they can do. */
export function AllPeople({ people, onChoose }: Props) {
  const say = useSay();
  const [wanted, setWanted] = useState("");
  const fits = ({ name, office, next }: DemoPerson) =>
    [name, office === null ? "" : say(deskWords.offices[office]), ...next.map((step) => say(demoWords.next(step)))]
      .join(" ")
      .toLowerCase()
      .includes(wanted.toLowerCase());
  const found = people.filter(fits);
  return (
    <div className="space-y-4">
      <Field
        label={say(demoWords.search)}
        type="search"
        value={wanted}
        onChange={(event) => setWanted(event.target.value.trimStart())}
      />
      <p role="status" className="text-soft text-sm">
        {found.length === 0 && say(demoWords.nobody)}
      </p>
      {KINDS.map((kind) => ({ kind, group: found.filter((person) => person.kind === kind) })).map(
        ({ kind, group }) =>
          group.length > 0 && (
            <section key={kind} aria-label={say(demoWords.kinds[kind])} className="space-y-2">
              <h4 className="font-semibold">{say(demoWords.kinds[kind])}</h4>
              <ul className="space-y-2">
                {group.map((person) => (
                  <PersonButton key={person.address} person={person} onChoose={onChoose} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}
