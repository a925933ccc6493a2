import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { connect, disconnect } from "wagmi/actions";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { commonWords } from "../../content/words/common.ts";
import { demoWords } from "../../content/words/demo.ts";
import { useSay } from "../../content/useSay.ts";
import { useSystem } from "../../chain/useSystem.ts";
import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import { wagmiOf } from "../../transactions/wallet/wagmi.ts";
import { AllPeople } from "./AllPeople.tsx";
import { demoConnector } from "./demoConnector.ts";
import { demoPeopleQuery } from "./demoPeopleQuery.ts";
import { isDemo } from "./savedPerson.ts";
import { PersonButton } from "./PersonButton.tsx";
import { selectPeople } from "./selectPeople.ts";

/** The people of the demo town, to act as: a few first, then all. */
export function DemoPeople() {
  const say = useSay();
  const system = useSystem();
  const { data, isError } = useQuery({ ...demoPeopleQuery(system), enabled: isDemo(system) });
  const [showsAll, setShowsAll] = useState(false);
  if (!isDemo(system)) return null;

  async function actAs(person: DemoPerson): Promise<void> {
    const config = wagmiOf(system);
    await disconnect(config);
    await connect(config, { connector: demoConnector(system, person) });
  }

  return (
    <section aria-labelledby="demo-people" className="border-link space-y-3 rounded-lg border-2 border-dashed p-4">
      <h3 id="demo-people">{say(demoWords.title)}</h3>
      <p className="text-soft text-sm">{say(demoWords.help)}</p>
      {isError && <Notice kind="bad">{say(demoWords.unreachable)}</Notice>}
      {data === undefined && !isError && <p role="status">{say(commonWords.loading)}</p>}
      {data !== undefined && showsAll && <AllPeople people={data} onChoose={actAs} />}
      {data !== undefined && !showsAll && (
        <>
          <ul className="space-y-2">
            {selectPeople(data).map((person) => (
              <PersonButton key={person.address} person={person} onChoose={actAs} />
            ))}
          </ul>
          <Button look="quiet" className="!px-0" onClick={() => setShowsAll(true)}>
            {say(demoWords.showAll(data.length))}
          </Button>
        </>
      )}
    </section>
  );
}
