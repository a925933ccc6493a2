import { Link } from "@tanstack/react-router";
import type { Town } from "../../chain/members/Town.ts";
import { Page } from "../../components/Page.tsx";
import { Plaque } from "../../components/Plaque.tsx";
import { useSay } from "../../content/useSay.ts";
import { deskWords } from "../../content/words/desk.ts";
import { timesheetWords } from "../../content/words/timesheet.ts";
import { TimesheetDesk } from "../../features/hours/timesheet/TimesheetDesk.tsx";

/** Where a town's coordinator sends in the hours of a week, and anybody sees it counted and paid. */
export function HoursDesk({ town }: { town: Town }) {
  const say = useSay();
  const over = (
    <Link to="/town/$town" params={{ town: String(town.id) }}>
      {town.name}
    </Link>
  );
  const sign = <Plaque over={over} title={say(deskWords.hours)} under={say(timesheetWords.help)} />;
  return (
    <Page title={say(timesheetWords.pageTitle(town.name))} sign={sign}>
      <TimesheetDesk town={town} />
    </Page>
  );
}
