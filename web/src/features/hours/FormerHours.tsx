import { useState } from "react";
import type { Membership } from "../../chain/hours/memberHoursQuery.ts";
import type { FormerNumber } from "../../chain/members/formerNumbersQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { ClaimForm } from "./ClaimCard.tsx";
import { useMemberWeeks } from "./useMemberWeeks.ts";
import { WeekRows } from "./WeekList.tsx";

/** So many weeks are shown of a number that has no new ones. */
const NEWEST = 4;

const NONE = [] as const;

type Props = { town: Town; member: Membership; former: FormerNumber };

/** The hours of an earlier home, or of somebody who died: what they still bring, and the newest weeks. */
export function FormerHours({ town, member, former }: Props) {
  const say = useSay();
  const [wanted, setWanted] = useState(NEWEST);
  const weeks = useMemberWeeks(member, wanted);
  const title = former.inherited ? hoursWords.inheritedTitle : hoursWords.formerTitle;
  return (
    <Card title={say(title(member.number, town.name))}>
      <p className="mb-4">{say(former.inherited ? hoursWords.inheritedHelp : hoursWords.formerHelp(town.name))}</p>
      <Loaded query={weeks}>
        {(data) => (
          <div className="space-y-4">
            <ClaimForm town={town} member={member} weeks={data} dividends={NONE} />
            <WeekRows town={town} weeks={data} showEarlier={() => setWanted(wanted + 26)} isOpened={false} />
          </div>
        )}
      </Loaded>
    </Card>
  );
}
