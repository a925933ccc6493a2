import { objectToSpendingsWithSignature } from "@one-small-town/core/profit/steps.ts";
import { spendingObjectionToSign } from "@one-small-town/core/profit/signedWords.ts";
import { useState } from "react";
import { useBlockTime } from "../../chain/blockQuery.ts";
import type { SpendingDecision } from "../../chain/decisions/townDecisionsQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { projectWords } from "../../content/words/projects.ts";
import { objectToSpendings, voiceOf } from "../../transactions/objectToSpendings.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";
import { SignInstead } from "../../transactions/wallet/SignInstead.tsx";
import { SpendingRow } from "./SpendingRow.tsx";

type Props = { town: Town; number: number; spendings: readonly SpendingDecision[] };

/** The payments out of the town's money that are asked for, and the way to say no to several at once. */
export function SpendingVotes({ town, number, spendings }: Props) {
  const say = useSay();
  const { deployment } = useSystem();
  const now = useBlockTime() ?? 0;
  const [chosen, setChosen] = useState<ReadonlySet<bigint>>(new Set());
  const named = spendings.map((spending) => ({ spending, name: nameOf(spending), voice: voiceOf(spending, now) }));
  const open = named.filter(({ voice }) => voice === "open");
  // What was chosen may have ended while the page was open.
  const picked = open.filter(({ spending }) => open.length === 1 || chosen.has(spending.id));
  const ids = picked.map(({ spending }) => spending.id);
  const input = { town, number, spendings: picked.map(({ spending: { id }, name }) => ({ id, name })) };

  function nameOf({ amount, fromOffice, project: { metadata, number: place } }: SpendingDecision): string {
    const project = metadata?.title ?? say(projectWords.untitled(place));
    return say((fromOffice ? decisionWords.fromOffice : decisionWords.fromFund)(money(amount, town.currency), project));
  }

  function toggle(id: bigint): void {
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  }

  return (
    <Card title={say(decisionWords.spendings(town.name))}>
      <p className="text-soft mb-2 text-sm">
        {say(spendings.length === 0 ? decisionWords.noSpendings : decisionWords.spendingsHelp)}
      </p>
      <ul className="divide-line divide-y">
        {named.map(({ spending, name, voice }) => (
          <SpendingRow
            key={spending.id}
            town={town}
            spending={spending}
            name={name}
            voice={voice}
            now={now}
            choice={
              voice === "open" && open.length > 1
                ? { isChosen: chosen.has(spending.id), toggle: () => toggle(spending.id) }
                : null
            }
          />
        ))}
      </ul>
      {open.length > 0 && (
        <div className="max-w-md space-y-2 pt-3">
          <TransactionButton
            transaction={objectToSpendings}
            input={picked.length === 0 ? null : input}
            label={say(picked.length === 0 ? decisionWords.chooseFirst : decisionWords.objectTo(picked.length))}
            onDone={() => setChosen(new Set())}
          />
          <SignInstead
            key={ids.join()}
            word={
              picked.length === 0
                ? null
                : {
                    word: spendingObjectionToSign(deployment, { town: town.id, number, spendings: ids }),
                    stepWith: (signature) =>
                      objectToSpendingsWithSignature(deployment, { town: town.id, number, spendings: ids }, signature),
                    until: Math.min(...picked.map(({ spending }) => spending.payableFrom ?? 0)),
                  }
            }
          />
        </div>
      )}
    </Card>
  );
}
