import { claimBatches } from "@one-small-town/core/hours/claimBatches.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type UnpaidMembers, unpaidQuery } from "../../../chain/hours/unpaidQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { infinity, listOf, money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { useJournal } from "../../../transactions/journal.ts";
import { payMembers } from "../../../transactions/payMembers.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

/**
 * Who has something to come of all that was counted, and the button with which anybody pays them. In towns that are not
 * small somebody taps first: something is read of each member.
 */
export function PayCard({ town, isSmall }: { town: Town; isSmall: boolean }) {
  const say = useSay();
  const [isWanted, setIsWanted] = useState(isSmall);
  return (
    <Card title={say(timesheetWords.pay)}>
      <div className="space-y-4">
        <p>{say(timesheetWords.payHelp)}</p>
        {isWanted ? (
          <Unpaid town={town} />
        ) : (
          <Button look="second" onClick={() => setIsWanted(true)}>
            {say(timesheetWords.payLook)}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Unpaid({ town }: { town: Town }) {
  const query = useQuery(unpaidQuery(useSystem(), town.id));
  return (
    <Loaded query={query} lines={4}>
      {(unpaid) => <PayForm town={town} unpaid={unpaid} />}
    </Loaded>
  );
}

function PayForm({ town, unpaid: { ready, waiting } }: { town: Town; unpaid: UnpaidMembers }) {
  const say = useSay();
  const { id, name, currency } = town;
  const underWay = useJournal(useSystem()).flatMap(({ outcome, call }) => (outcome === "waiting" ? [call] : []));
  const sums = {
    infinity: ready.reduce((sum, each) => sum + each.infinity, 0n),
    cash: ready.reduce((sum, each) => sum + each.cash, 0n),
  };
  const what = [`${infinity(sums.infinity)} INFINITY`, ...(sums.cash > 0n ? [money(sums.cash, currency)] : [])];
  const longest = Math.max(0, ...ready.map(({ timesheets }) => timesheets));
  const batches = claimBatches(
    ready.map(({ number }) => number),
    longest,
  ).length;
  return (
    <div className="space-y-4">
      {ready.length === 0 ? (
        <p>{say(timesheetWords.payNobody)}</p>
      ) : (
        <div>
          <p className="font-semibold">{say(timesheetWords.paySum(ready.length, listOf(what)))}</p>
          <p className="text-soft text-sm">{say(timesheetWords.payParts(batches))}</p>
        </div>
      )}
      {waiting.length > 0 && (
        <p className="text-sm">{say(timesheetWords.payWaiting(waiting.length, listOf(waiting.map(String))))}</p>
      )}
      {ready.length > 0 && (
        <TransactionButton
          transaction={payMembers}
          input={{ town: { id, name }, underWay }}
          label={say(timesheetWords.payButton(ready.length))}
        />
      )}
    </div>
  );
}
