import type { WeekHours } from "../../chain/hours/useWeekHours.ts";
import { Card } from "../../components/Card.tsx";
import { Stat, StatList } from "../../components/Stat.tsx";
import { count, hoursOf } from "../../content/format.ts";
import { weekRange } from "../../content/weeks.ts";
import { useSay } from "../../content/useSay.ts";
import { townWords } from "../../content/words/towns.ts";

type Props = { members: number; weeks: readonly WeekHours[]; shifts: number };

/** A town in four figures; a dash stands for what cannot be said yet. */
export function TownStats({ members, weeks, shifts }: Props) {
  const say = useSay();
  const last = weeks.at(-1);
  return (
    <Card>
      <StatList>
        <Stat name={say(townWords.members)} value={count(members)} />
        <Stat
          name={say(townWords.active)}
          value={last === undefined ? "–" : count(last.active)}
          note={last && weekRange(last.weekIndex)}
        />
        <Stat name={say(townWords.hours)} value={last?.quarters === undefined ? "–" : hoursOf(last.quarters)} />
        <Stat name={say(townWords.minted)} value={count(shifts)} />
      </StatList>
    </Card>
  );
}
