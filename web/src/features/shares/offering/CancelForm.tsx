import { useState } from "react";
import { ShareCount } from "../../../components/ShareCount.tsx";
import { count, dateTime, money, type Unit } from "../../../content/format.ts";
import { inputWords } from "../../../content/words/inputs.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { cancelUntil } from "@one-small-town/core/shares/phases.ts";
import { readShares } from "@one-small-town/core/shares/readShares.ts";
import { cancelPurchase } from "../../../transactions/cancelPurchase.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

type Props = { offering: Offering; unit: Unit; now: number; held: number };

/** The way back: shares for exactly what was paid, until a week before the phase ends. */
export function CancelForm({ offering, unit, now, held }: Props) {
  const say = useSay();
  const until = cancelUntil(offering);
  if (until === null) return null;
  return (
    <details className="border-line border-t pt-3">
      <summary className="font-sign min-h-11 py-2 text-lg font-bold">{say(shareWords.cancel)}</summary>
      {now >= until ? (
        <p>{say(shareWords.cancelOver(dateTime(until)))}</p>
      ) : (
        <OpenForm offering={offering} unit={unit} held={held} hint={say(shareWords.cancelHelp(dateTime(until)))} />
      )}
    </details>
  );
}

function OpenForm({ offering, unit, held, hint }: Omit<Props, "now"> & { hint: string }) {
  const say = useSay();
  const [text, setText] = useState(String(held));
  const reading = readShares(text);
  const shares = "shares" in reading && reading.shares <= held ? reading.shares : null;
  const amount = money(offering.price * BigInt(shares ?? 0), unit);
  return (
    <form className="space-y-4 pt-2" onSubmit={(event) => event.preventDefault()}>
      <p>{hint}</p>
      <ShareCount
        label={say(shareWords.cancelMany)}
        hint={say(shareWords.howManyHint(count(held)))}
        text={text}
        shares={shares}
        most={held}
        onChange={setText}
        problem={problemOf()}
      />
      <TransactionButton
        look="second"
        transaction={cancelPurchase}
        input={shares === null ? null : { offering, shares, unit }}
        label={shares === null ? say(shareWords.cancelNothing) : say(shareWords.cancelButton(shares, amount))}
      />
    </form>
  );

  function problemOf(): string | null {
    if ("problem" in reading) return say(inputWords.shares[reading.problem]);
    return reading.shares > held ? say(shareWords.cancelAboveHeld(count(held))) : null;
  }
}
