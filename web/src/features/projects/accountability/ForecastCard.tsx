import { profitOf } from "@one-small-town/core/profit/splitProfit.ts";
import type { QuarterRow } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { yearQuarterAt } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { lazy, Suspense } from "react";
import type { Accountability } from "../../../chain/projects/accountability/Accountability.ts";
import { Card } from "../../../components/Card.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { money, type Unit } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import { dueDay, quarterName } from "./dates.ts";
import { ForecastChart } from "./ForecastChart.tsx";
import { QuarterTable } from "./QuarterTable.tsx";
import type { PlanReading } from "./usePlanReading.ts";

// Far down the page, and closed.
const AccountsList = lazy(async () => ({ default: (await import("./AccountsList.tsx")).AccountsList }));

/** Few visitors need these sentences. */
const PlanTrouble = lazy(async () => ({ default: (await import("./PlanTrouble.tsx")).PlanTrouble }));

type Props = { facts: Accountability; reading: PlanReading; rows: readonly QuarterRow[]; unit: Unit };

/** What was foreseen for each quarter, what came in, and whether its accounts did. */
export function ForecastCard({ facts, reading, rows, unit }: Props) {
  const say = useSay();
  return (
    <Card title={say(accountabilityWords.forecast)}>
      <div className="space-y-5">
        {"plan" in reading ? (
          <Comparison facts={facts} rows={rows} unit={unit} />
        ) : (
          <Suspense fallback={<Skeleton lines={3} />}>
            <PlanTrouble reading={reading} />
          </Suspense>
        )}
        <Suspense fallback={<div className="min-h-10" />}>
          <AccountsList deposits={facts.deposits} />
        </Suspense>
      </div>
    </Card>
  );
}

function Comparison({ facts: { now, deposits }, rows, unit }: Omit<Props, "reading">) {
  const say = useSay();
  const overdue = rows.filter(({ accounts }) => accounts === "overdue");
  const current = rows.findIndex(({ yearQuarter }) => yearQuarter === yearQuarterAt(now));
  const counted = rows.reduce((sum, { paidIn }) => sum + paidIn, 0n);
  const outside = deposits.reduce((sum, deposit) => sum + profitOf(deposit), 0n) - counted;
  return (
    <>
      {overdue.length > 0 && (
        <Notice kind="bad" title={say(accountabilityWords.overdueTitle)}>
          {overdue.map(({ yearQuarter, dueAt }) => (
            <p key={yearQuarter}>{say(accountabilityWords.overdue(quarterName(yearQuarter), dueDay(dueAt)))}</p>
          ))}
        </Notice>
      )}
      <ForecastChart rows={rows} current={current} />
      <QuarterTable rows={rows} unit={unit} />
      {outside > 0n && <p className="text-sm">{say(accountabilityWords.outside(money(outside, unit)))}</p>}
      <p className="text-soft text-sm">{say(accountabilityWords.rule)}</p>
    </>
  );
}
