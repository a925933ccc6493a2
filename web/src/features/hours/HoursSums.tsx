import { INFINITY_DECIMALS } from "@one-small-town/core/hours/timesheet.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Stat, StatList } from "../../components/Stat.tsx";
import { count, hoursOf, infinity } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { WatchTokenButton } from "../../transactions/wallet/WatchTokenButton.tsx";
import type { MemberWeeks } from "./useMemberWeeks.ts";

/** What all the shown weeks come to, and the INFINITY that the wallet holds. */
export function HoursSums({ weeks: { account, earnings, hasEarlier } }: { weeks: MemberWeeks }) {
  const say = useSay();
  const { InfinityToken } = useSystem().deployment.addresses;
  const active = earnings.filter(({ isActive }) => isActive).length;
  const quarters = earnings.reduce((sum, week) => sum + week.quarters, 0);
  return (
    <Card>
      <StatList>
        <Stat name={say(hoursWords.inWallet)} value={infinity(account.balance)} />
        {!hasEarlier && (
          <>
            <Stat name={say(hoursWords.weeksDone)} value={count(earnings.length)} />
            <Stat name={say(hoursWords.weeksActive)} value={count(active)} />
            <Stat name={say(hoursWords.hoursInAll)} value={hoursOf(quarters)} />
          </>
        )}
      </StatList>
      <WatchTokenButton token={{ address: InfinityToken, symbol: "INFINITY", decimals: INFINITY_DECIMALS }} />
    </Card>
  );
}
