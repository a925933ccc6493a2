import type { MessageDescriptor } from "@lingui/core";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { eventSentences } from "../../content/receipts/eventSentences.ts";
import type { Known } from "../../content/receipts/Sentence.ts";
import { useSay } from "../../content/useSay.ts";
import { receiptWords } from "../../content/words/receipts.ts";
import type { Told } from "@one-small-town/core/receipt/decodeLogs.ts";

const PAGE = 50;

/** What each contract tells of the transaction, in its order. One that pays a whole town has hundreds of lines. */
export function ToldCard({ told, known }: { told: readonly Told[]; known: Known }) {
  const say = useSay();
  const [shown, setShown] = useState(PAGE);
  const rest = told.length - shown;
  return (
    <Card title={say(receiptWords.told)}>
      <p className="text-soft text-sm">{say(receiptWords.toldHelp)}</p>
      <ol className="divide-line divide-y">
        {told.slice(0, shown).map((each, i) => {
          const words = sentenceOf(each, known);
          return (
            <li key={i} className="py-3 first-letter:uppercase">
              {words === undefined ? each.eventName : say(words)}
            </li>
          );
        })}
      </ol>
      {rest > 0 && (
        <Button look="second" className="mt-4 w-full" onClick={() => setShown(shown + PAGE)}>
          {say(receiptWords.more(Math.min(rest, PAGE)))}
        </Button>
      )}
    </Card>
  );
}

type Say = (args: unknown, known: Known, at: string) => MessageDescriptor;

/** What a contract told, as a sentence. */
function sentenceOf({ teller, eventName, args, address }: Told, known: Known): MessageDescriptor | undefined {
  return (eventSentences[teller] as Record<string, Say>)[eventName]?.(args, known, address);
}
