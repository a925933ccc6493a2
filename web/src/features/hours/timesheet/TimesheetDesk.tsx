import { useQuery } from "@tanstack/react-query";
import { type TimesheetDesk as Desk, timesheetDeskQuery } from "../../../chain/hours/timesheetDeskQuery.ts";
import { unpaidQuery } from "../../../chain/hours/unpaidQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { PayCard } from "./PayCard.tsx";
import { PendingCard } from "./PendingCard.tsx";
import { SheetCard } from "./SheetCard.tsx";
import { TaskList } from "./TaskList.tsx";

/** A town's hours: what has to be done, the week under review, the way to send in the next, and who is to be paid. */
export function TimesheetDesk({ town }: { town: Town }) {
  const system = useSystem();
  const wallet = useWallet();
  const query = useQuery(timesheetDeskQuery(system, town.id, wallet?.address ?? null));
  return (
    <Loaded query={query} lines={16}>
      {(desk) => (
        <>
          <Tasks town={town} desk={desk} />
          {desk.pending !== null && <PendingCard town={town} desk={desk} pending={desk.pending} />}
          <Sending town={town} desk={desk} />
          {desk.timesheets > 0 && <PayCard town={town} isSmall={isSmall(desk)} />}
        </>
      )}
    </Loaded>
  );
}

/** Of so few members who is unpaid is read without being asked for. */
const FEW = 500;

function isSmall({ members, timesheets }: Desk): boolean {
  return timesheets > 0 && members <= FEW;
}

function Tasks({ town, desk }: { town: Town; desk: Desk }) {
  const { data } = useQuery({ ...unpaidQuery(useSystem(), town.id), enabled: isSmall(desk) });
  return <TaskList desk={desk} unpaid={data?.ready.length ?? 0} />;
}

function Sending({ town, desk }: { town: Town; desk: Desk }) {
  const say = useSay();
  if (!desk.self.isCoordinator)
    return (
      <Card title={say(timesheetWords.onlyCoordinators)}>
        <p>{say(timesheetWords.onlyCoordinatorsHelp)}</p>
      </Card>
    );
  if (!desk.hasPower) return <Notice kind="warn">{say(timesheetWords.noPower)}</Notice>;
  return <SheetCard town={town} desk={desk} />;
}
