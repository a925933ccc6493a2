import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { duration } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { historyWords } from "../../content/words/history.ts";
import { type CheckedHistory, historyQuery } from "../../chain/history/historyQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { MonthChart } from "./MonthChart.tsx";
import { MonthTable } from "./MonthTable.tsx";

/** What an indexer knows of a town's months. Nothing is shown of one whose sums are not those of the chain. */
export function HistoryCard({ town, indexer }: { town: Town; indexer: string }) {
  const say = useSay();
  const query = useQuery(historyQuery(useSystem(), { indexer, town: town.id }));
  return (
    <Card title={say(historyWords.title)}>
      {query.isError && (
        <Notice kind="warn" title={say(historyWords.silent)}>
          {say(historyWords.silentHelp)}
        </Notice>
      )}
      {query.isPending && <Skeleton lines={8} />}
      {query.isSuccess && <Checked checked={query.data} unit={town.currency} />}
    </Card>
  );
}

function Checked({ checked, unit }: { checked: CheckedHistory; unit: Town["currency"] }) {
  const say = useSay();
  if (checked.state === "differs") {
    return (
      <Notice kind="bad" title={say(historyWords.differs)}>
        {say(historyWords.differsHelp(String(checked.block)))}
      </Notice>
    );
  }
  if (checked.state === "unchecked") {
    return (
      <Notice kind="warn" title={say(historyWords.unchecked)}>
        {say(historyWords.uncheckedHelp(String(checked.block)))}
      </Notice>
    );
  }
  const { block, months } = checked.history;
  if (months.length === 0) return <p className="text-soft">{say(historyWords.empty)}</p>;
  return (
    <div className="space-y-4">
      {checked.isBehind && <Notice kind="warn">{say(historyWords.behind(duration(checked.secondsBehind)))}</Notice>}
      <MonthChart months={months} unit={unit} />
      <MonthTable months={months} unit={unit} />
      <p className="text-soft text-sm">{say(historyWords.checked(String(block.number)))}</p>
    </div>
  );
}
