import { useQuery } from "@tanstack/react-query";
import { zeroAddress } from "viem";
import type { Town } from "../../../chain/members/Town.ts";
import { projectsQuery } from "../../../chain/projects/projectsQuery.ts";
import { type Project, readProject } from "../../../chain/projects/readProject.ts";
import { officesQuery } from "../../../chain/roles/officesQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Meter } from "../../../components/Meter.tsx";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { ideasWords } from "../../../content/words/ideas.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { EarlierProjects } from "../EarlierProjects.tsx";
import { IdeaForm } from "./IdeaForm.tsx";
import { IdeaRow } from "./IdeaRow.tsx";

/** How many ideas the source documents ask of a town: at least, and about at most. */
const [LEAST, ENOUGH] = [50, 100];

/** A town's ideas, how many there are, and the way to one more; who acts as its ambassador plans them here. */
export function IdeasBody({ town }: { town: Town }) {
  const say = useSay();
  const system = useSystem();
  const wallet = useWallet();
  const query = useQuery(projectsQuery(system, town.id));
  const offices = useQuery(officesQuery(system, wallet?.address ?? zeroAddress)).data ?? [];
  const isYours = offices.some(
    ({ kind, scope, actsFrom }) => kind === "townAmbassador" && scope === town.id && actsFrom === null,
  );
  const rowsOf = (projects: readonly Project[]) =>
    projects.map((project) => <IdeaRow key={project.number} town={town} project={project} isYours={isYours} />);
  return (
    <>
      <Card title={say(ideasWords.all)}>
        <Loaded query={query} lines={6}>
          {(all) => {
            const ideas = all.projects.filter(({ stage }) => stage === "idea").toReversed();
            return (
              <>
                <Meter
                  label={say(ideasWords.meter(all.count))}
                  parts={[
                    {
                      name: say(ideasWords.all),
                      value: all.count,
                      color: "var(--good)",
                      figure: say(ideasWords.ofAsked(count(all.count))),
                    },
                  ]}
                  total={ENOUGH}
                  marks={[{ at: LEAST, name: count(LEAST) }]}
                />
                <p className="text-soft text-sm">{say(ideasWords.meterHelp)}</p>
                {ideas.length === 0 && <p className="text-soft mt-3">{say(ideasWords.none)}</p>}
                <ul className="divide-line mt-3 divide-y">{rowsOf(ideas)}</ul>
                {all.from > 1 && (
                  <EarlierProjects town={town.id} all={all} read={(id) => readProject(system, id)}>
                    {(some) => (
                      <ul className="divide-line divide-y">{rowsOf(some.filter(({ stage }) => stage === "idea"))}</ul>
                    )}
                  </EarlierProjects>
                )}
                <p className="text-soft mt-3 text-sm">{say(ideasWords.seeTown)}</p>
              </>
            );
          }}
        </Loaded>
      </Card>
      <Card title={say(ideasWords.propose)}>
        <IdeaForm town={town} />
      </Card>
    </>
  );
}
