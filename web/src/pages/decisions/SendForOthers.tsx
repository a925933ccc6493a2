import { readSignedCall } from "@one-small-town/core/signedCall.ts";
import { useState } from "react";
import { useSystem } from "../../chain/useSystem.ts";
import { Field } from "../../components/Field.tsx";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { sendSignedWord } from "../../transactions/sendSignedWord.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";

/** Sends what somebody has signed who cannot pay the fee. */
export function SendForOthers() {
  const say = useSay();
  const { deployment } = useSystem();
  const [text, setText] = useState("");
  const read = readSignedCall(deployment, text.trim());
  const problem = text.trim() !== "" && "problem" in read ? say(decisionWords.sendProblem[read.problem]) : null;
  return (
    <details className="bg-card border-line rounded-xl border p-4 sm:p-6">
      <summary className="font-sign min-h-11 py-2 text-lg font-bold">{say(decisionWords.sendOther)}</summary>
      <div className="max-w-md space-y-4 pt-2">
        <p>{say(decisionWords.sendHelp)}</p>
        <Field
          label={say(decisionWords.sendField)}
          value={text}
          spellCheck={false}
          problem={problem}
          onChange={(event) => setText(event.target.value)}
        />
        <TransactionButton
          transaction={sendSignedWord}
          input={"step" in read ? read.step : null}
          label={say(decisionWords.sendButton)}
          onDone={() => setText("")}
        />
      </div>
    </details>
  );
}
