import { Card } from "../../components/Card.tsx";
import { money, type Unit } from "../../content/format.ts";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import type { TownFigures } from "../../chain/members/townFiguresQuery.ts";

/** What the town has, what its members get next, and how profit is shared. */
export function FundsCard({ figures: { fund, running, carry }, unit }: { figures: TownFigures; unit: Unit }) {
  const say = useSay();
  const rows = [
    { amount: fund, name: townWords.fund, note: townWords.fundNote },
    { amount: running, name: townWords.running, note: townWords.runningNote },
    { amount: carry, name: townWords.carry, note: townWords.carryNote },
  ];
  return (
    <Card title={say(townWords.funds)}>
      <dl className="space-y-4">
        {rows.map(({ amount, name, note }) => (
          <div key={name.id} className="flex flex-col-reverse">
            <dt className="text-soft text-sm">
              {say(name)}, {say(note)}
            </dt>
            <dd className="font-sign figures text-xl font-bold">{money(amount, unit)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5">{say(townWords.split)}</h3>
      <p className="mt-1 text-sm">{say(townWords.splitHelp)}</p>
    </Card>
  );
}
