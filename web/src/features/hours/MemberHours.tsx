import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Page } from "../../components/Page.tsx";
import { Plaque } from "../../components/Plaque.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { Unreachable } from "../../components/Unreachable.tsx";
import { weekDate } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import type { Membership } from "../../chain/hours/memberHoursQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { ClaimCard } from "./ClaimCard.tsx";
import { HoursChart } from "./HoursChart.tsx";
import { HoursSums } from "./HoursSums.tsx";
import { useMemberWeeks } from "./useMemberWeeks.ts";
import { WeekList } from "./WeekList.tsx";

// Far down the page.
const TryHours = lazy(() => import("./TryHours.tsx").then((part) => ({ default: part.TryHours })));

const HALF_A_YEAR = 26;

type Props = { town: Town; member: Membership; notice?: ReactNode; children?: ReactNode };

/** A member's page: what they can claim, their hours, and the working of each week; at its end `children`. */
export function MemberHours({ town, member, notice, children }: Props) {
  const say = useSay();
  const [wanted, setWanted] = useState(HALF_A_YEAR);
  const { data, isError, refetch } = useMemberWeeks(member, wanted);
  const title = say(hoursWords.title);
  const sign = (
    <Plaque
      over={
        <Link to="/town/$town" params={{ town: String(town.id) }}>
          {say(hoursWords.member(member.number, town.name))}
        </Link>
      }
      title={title}
      under={data && say(hoursWords.since(weekDate(weekStart(data.account.joinedIn))))}
    />
  );
  return (
    <Page title={title} sign={sign}>
      {notice}
      {isError && <Unreachable retry={() => void refetch()} />}
      {!isError && data === undefined && <Skeleton lines={8} />}
      {data !== undefined && (
        <>
          <ClaimCard town={town} member={member} weeks={data} />
          <Link to="/benefits" className="inline-block py-2 font-semibold">
            {say(hoursWords.toBenefits)}
          </Link>
          <HoursSums weeks={data} />
          <HoursChart weeks={data} />
          <WeekList town={town} weeks={data} showEarlier={() => setWanted(wanted + HALF_A_YEAR)} />
          <Suspense>
            <TryHours town={town} last={data.earnings.at(-1)} />
          </Suspense>
          {children}
        </>
      )}
    </Page>
  );
}
