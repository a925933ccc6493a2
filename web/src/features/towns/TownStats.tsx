import type { WeekHours } from "../../chain/hours/useWeekHours.ts";
import { Card } from "../../components/Card.tsx";
import { Stat, StatList } from "../../components/Stat.tsx";
import { count, hoursOf } from "../../content/format.ts";
import { weekRange } from "../../content/weeks.ts";
import { useSay } from "../../content/useSay.ts";
import { townWords } from "../../content/words/towns.ts";

type Props = { joined: number; weeks: readonly WeekHours[] };

/** A town in four figures; a dash stands for what cannot be said yet. */
export function TownStats({ joined, weeks }: Props) {
  const say = useSay();
  const last = weeks.at(-1);
  return (
    <Card>
      <StatList>
        <Stat name={say(townWords.joined)} value={count(joined)} />
        <Stat
          name={say(townWords.active)}
          value={last === undefined ? "–" : count(last.active)}
          note={last && weekRange(last.weekIndex)}
        />
        <Stat name={say(townWords.hours)} value={last?.totals === undefined ? "–" : hoursOf(last.totals.quarters)} />
        <Stat name={say(townWords.minted)} value={last?.totals === undefined ? "–" : count(last.totals.shifts)} />
      </StatList>
    </Card>
  );
}
