import { useState } from "react";
import type { Address } from "viem";
import type { Membership } from "../../chain/hours/memberHoursQuery.ts";
import type { FormerNumber } from "../../chain/members/formerNumbersQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { formerWords } from "../../content/words/former.ts";
import { ClaimForm } from "./ClaimCard.tsx";
import { useMemberWeeks } from "./useMemberWeeks.ts";
import { WeekRows } from "./WeekList.tsx";

/** So many weeks are shown of a number that has no new ones. */
const NEWEST = 4;

const NONE = [] as const;

type Props = { towns: readonly Town[]; wallet: Address; former: FormerNumber };

/** The hours of an earlier home, or of somebody who died: what they still bring, and the newest weeks. */
export function FormerHours({ towns, wallet, former }: Props) {
  const town = towns.find(({ id }) => id === former.town);
  if (town === undefined) return null;
  const member = { town: town.id, number: former.number, wallet };
  return <HoursOf town={town} member={member} inherited={former.inherited} />;
}

function HoursOf({ town, member, inherited }: { town: Town; member: Membership; inherited: boolean }) {
  const say = useSay();
  const [wanted, setWanted] = useState(NEWEST);
  const weeks = useMemberWeeks(member, wanted);
  const title = inherited ? formerWords.inheritedTitle : formerWords.formerTitle;
  return (
    <Card title={say(title(member.number, town.name))}>
      <p className="mb-4">{say(inherited ? formerWords.inheritedHelp : formerWords.formerHelp(town.name))}</p>
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
