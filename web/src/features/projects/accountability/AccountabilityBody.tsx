import { lazy, Suspense } from "react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { dateTime, type Unit } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import { projectWords } from "../../../content/words/projects.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { usePast } from "../../../chain/past/usePast.ts";
import { type AccountabilityNow, withPast } from "../../../chain/projects/accountability/Accountability.ts";
import { accountabilityPastQuery } from "../../../chain/projects/accountability/accountabilityPastQuery.ts";
import { accountabilityQuery } from "../../../chain/projects/accountability/accountabilityQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { compareWithPlan } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { profitOf } from "@one-small-town/core/profit/splitProfit.ts";
import { DeedFacts } from "../DeedFacts.tsx";
import { ProjectDocument } from "../ProjectDocument.tsx";
import { RiskCard } from "./RiskCard.tsx";
import { risksOf } from "./risksOf.ts";
import { usePlanReading } from "./usePlanReading.ts";
import { WhoCard } from "./WhoCard.tsx";

/** The past comes after the present, and what shows it with it. */
const DoneCards = lazy(async () => ({ default: (await import("./DoneCards.tsx")).DoneCards }));

/** What a business promised, what it did, and who can do what about it. */
export function AccountabilityBody({ business, town }: { business: bigint; town: Town }) {
  const query = useQuery(accountabilityQuery(useSystem(), business));
  return (
    <Loaded query={query} lines={24}>
      {(present) => <Facts key={present.plan?.hash ?? ""} business={business} present={present} unit={town.currency} />}
    </Loaded>
  );
}

/** What is promised and who may do what stands there at once; what was done comes later, below it. */
function Facts({ business, present, unit }: { business: bigint; present: AccountabilityNow; unit: Unit }) {
  const say = useSay();
  const past = usePast(accountabilityPastQuery(useSystem(), business, present));
  const { block, now, plan, pack } = present;
  const facts = withPast(present, past.data);
  const { reading, open } = usePlanReading(plan, unit);
  const profits = facts.deposits.map((deposit) => ({ ...deposit, profit: profitOf(deposit) }));
  const rows =
    "plan" in reading && past.data ? compareWithPlan(reading.plan, { profits, atWork: facts.atWork }, now) : [];
  return (
    <>
      <p className="max-w-prose">{say(accountabilityWords.intro)}</p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <WhoCard keys={facts.keys} />
        <div className="space-y-4">
          <Card title={say(projectWords.deed)}>
            <DeedFacts deed={facts.deed} />
          </Card>
          <Card title={say(projectWords.documents)}>
            <div className="space-y-4">
              {plan === null && pack === null && <p className="text-soft">{say(projectWords.noDocuments)}</p>}
              {plan !== null && <ProjectDocument title={say(projectWords.plan)} document={plan} onPromised={open} />}
              {pack !== null && <ProjectDocument title={say(projectWords.pack)} document={pack} />}
            </div>
          </Card>
        </div>
      </div>
      <RiskCard risks={risksOf(facts, rows)} unit={unit} isWhole={past.data !== undefined} />
      <Loaded query={past} lines={24}>
        {() => (
          <Suspense fallback={<Skeleton lines={24} />}>
            <DoneCards facts={facts} reading={reading} rows={rows} unit={unit} />
          </Suspense>
        )}
      </Loaded>
      <p className="text-soft text-sm">{say(accountabilityWords.readAt(String(block), dateTime(now)))}</p>
    </>
  );
}
