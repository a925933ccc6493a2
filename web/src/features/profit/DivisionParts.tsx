import type { TownDecisions } from "../../chain/decisions/townDecisionsQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { Card } from "../../components/Card.tsx";
import { money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { claimDivision } from "../../transactions/claimDivision.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";

type Props = { town: Town; number: number } & Pick<TownDecisions, "divisions" | "keptParts">;

/** A member's parts of what a town without keys left, each with its button; nothing where there are none. */
export function DivisionParts({ town, number, divisions, keptParts }: Props) {
  const say = useSay();
  const kept = keptParts > 0n ? [{ id: null, amount: keptParts }] : [];
  const parts = [...divisions, ...kept];
  if (parts.length === 0) return null;
  return (
    <Card title={say(decisionWords.divided(town.name))}>
      <p className="mb-3">{say(decisionWords.dividedHelp)}</p>
      <div className="max-w-md space-y-3">
        {parts.map(({ id, amount }) => (
          <TransactionButton
            key={String(id)}
            transaction={claimDivision}
            input={{ town, number, division: id, amount }}
            label={say(decisionWords.claimPart(money(amount, town.currency)))}
          />
        ))}
      </div>
    </Card>
  );
}
