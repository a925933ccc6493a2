import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useBlockTime } from "../../chain/blockQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import type { Office } from "../../chain/roles/officesQuery.ts";
import { townWorkQuery } from "../../chain/roles/townWorkQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { InPages } from "../../components/InPages.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { Notice } from "../../components/Notice.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { deskWords } from "../../content/words/desk.ts";
import { OfficeLinks } from "./OfficeLinks.tsx";
import { placeOf, townsOf } from "./officePlace.ts";
import { sayTask } from "./sayTask.ts";
import { tasksOf } from "./tasksOf.ts";

const TOWNS_AT_ONCE = 10;

/** An office, and what waits in each of its towns. */
export function OfficeCard({ office, towns }: { office: Office; towns: readonly Town[] }) {
  const say = useSay();
  const place = placeOf(office, towns);
  const name = say(deskWords.offices[office.kind]);
  const its = townsOf(office, towns);
  return (
    <Card title={place === null ? name : say(deskWords.officeOf(name, place))}>
      {office.actsFrom !== null && <Notice kind="warn">{say(deskWords.startsAt(dateTime(office.actsFrom)))}</Notice>}
      {its.length === 0 && <p>{say(deskWords.noTowns)}</p>}
      <InPages items={its} page={TOWNS_AT_ONCE}>
        {(shown) => (
          <ul className="divide-line divide-y">
            {shown.map((town) => (
              <TownTasks key={town.id} office={office} town={town} isNamed={place !== town.name} />
            ))}
          </ul>
        )}
      </InPages>
    </Card>
  );
}

function TownTasks({ office, town, isNamed }: { office: Office; town: Town; isNamed: boolean }) {
  const say = useSay();
  const now = useBlockTime();
  const query = useQuery(townWorkQuery(useSystem(), town.id));
  return (
    <li className="space-y-3 py-3 first:pt-0 last:pb-0">
      {isNamed && (
        <h3>
          <Link to="/town/$town" params={{ town: String(town.id) }}>
            {town.name}
          </Link>
        </h3>
      )}
      <Loaded query={{ ...query, data: now === undefined ? undefined : query.data }} lines={2}>
        {(work) => {
          const tasks = tasksOf(office.kind, work, now ?? 0);
          if (tasks.length === 0) return <p className="text-soft">{say(deskWords.nothing)}</p>;
          return (
            <ul className="list-disc space-y-1 ps-5">
              {tasks.map((task) => (
                <li key={task.does}>{say(sayTask(task))}</li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <OfficeLinks kind={office.kind} town={town} />
    </li>
  );
}
