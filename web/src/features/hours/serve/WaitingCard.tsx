import type { Kitchen } from "../../../chain/hours/Kitchen.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { redeemServings } from "../../../transactions/redeemServings.ts";
import { forgetServings, type Serving } from "../../../transactions/servings.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { nameOfBenefit } from "../benefits/nameOfBenefit.ts";
import { firstEnd, type Standing, standingOf } from "./standingOf.ts";

type Props = { town: Town; kitchen: Kitchen; servings: readonly Serving[]; now: number };
type Row = { serving: Serving; standing: Standing };

/** What was handed out and is not on the chain yet: one tap sends it; and what the chain would not take, with the reason. */
export function WaitingCard({ town, kitchen, servings, now }: Props) {
  const say = useSay();
  const rows = servings.map((serving) => ({ serving, standing: standingOf(serving, kitchen, now) }));
  const waiting = rows.filter(({ standing }) => standing.at === "waiting");
  const refused = rows.filter(({ standing }) => standing.at === "refused");
  const units = waiting.reduce((sum, { serving }) => sum + serving.units, 0);
  const ends = firstEnd(
    waiting.map(({ serving }) => serving),
    kitchen,
  );
  return (
    <Card title={say(serveWords.waiting)}>
      <div className="space-y-4">
        <p>{say(units === 0 ? serveWords.nothingWaits : serveWords.waitingHelp(units))}</p>
        {ends < Infinity && <p className="font-semibold">{say(serveWords.sendBefore(dateTime(ends)))}</p>}
        {waiting.length > 0 && (
          <details>
            <summary className="py-2">{say(serveWords.lookAt)}</summary>
            <RowList rows={waiting} kitchen={kitchen} />
          </details>
        )}
        <TransactionButton
          transaction={redeemServings}
          input={units === 0 ? null : { town, servings: waiting.map(({ serving }) => serving) }}
          label={say(units === 0 ? serveWords.nothingToSend : serveWords.send(units))}
        />
        {refused.length > 0 && (
          <>
            <h3>{say(serveWords.refused)}</h3>
            <p>{say(serveWords.refusedHelp)}</p>
            <RowList rows={refused} kitchen={kitchen} forgetIn={town} />
          </>
        )}
      </div>
    </Card>
  );
}

function RowList({ rows, kitchen, forgetIn }: { rows: readonly Row[]; kitchen: Kitchen; forgetIn?: Town }) {
  const say = useSay();
  const system = useSystem();
  const nameOf = (id: number) => {
    const benefit = kitchen.benefits.find((one) => one.id === id);
    return benefit === undefined ? `#${id}` : nameOfBenefit(benefit, say);
  };
  return (
    <ul className="divide-line divide-y">
      {rows.map(({ serving, standing }) => {
        const { benefit, weekIndex, number, cumulativeUnits, units } = serving;
        return (
          <li key={`${benefit} ${weekIndex} ${number} ${cumulativeUnits}`} className="py-2">
            {say(serveWords.row(units, nameOf(benefit), number))}
            {standing.words !== null && <p className="text-warn text-sm font-medium">{say(standing.words)}</p>}
            {forgetIn !== undefined && (
              <Button
                look="quiet"
                className="!px-0 text-sm"
                onClick={() => forgetServings(system, forgetIn.id, [serving])}
              >
                {say(serveWords.forget)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
