import type { MessageDescriptor } from "@lingui/core";
import type { Signable } from "@one-small-town/core/Signable.ts";
import { signedCallText } from "@one-small-town/core/signedCall.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import { useState } from "react";
import type { Hex } from "viem";
import { useSystem } from "../../chain/useSystem.ts";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Notice } from "../../components/Notice.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { transactionWords } from "../../content/words/transactions.ts";
import { useWallet } from "./walletStore.ts";

/** What is signed, and the call that carries the signature; `until` in seconds, where it ends before its matter does. */
export type Word = { word: Signable; stepWith: (signature: Hex) => Step; until: number | null };

type Props = {
  /** What is to be signed now; null while nothing is chosen. */
  word: Word | null;
};

/** The way for who cannot pay the fee: they sign what they say, and anybody sends it. */
export function SignInstead({ word }: Props) {
  const say = useSay();
  const system = useSystem();
  const wallet = useWallet();
  const [isBusy, setIsBusy] = useState(false);
  const [signed, setSigned] = useState<{ text: string; until: number | null } | null>(null);
  const [trouble, setTrouble] = useState<MessageDescriptor | null>(null);

  async function sign(): Promise<void> {
    if (word === null || wallet === null) return;
    setIsBusy(true);
    setTrouble(null);
    try {
      const { signWords } = await import("./signWords.ts");
      const signature = await signWords(system, wallet.address, word.word);
      if (signature === null) setTrouble(transactionWords.notSigned);
      else setSigned({ text: signedCallText(system.deployment, word.stepWith(signature)), until: word.until });
    } catch (error) {
      const { describeSigning } = await import("./describeSigning.ts");
      setTrouble(describeSigning(error));
    }
    setIsBusy(false);
  }

  return (
    <details className="text-sm">
      <summary className="text-link min-h-11 py-2 font-semibold">{say(decisionWords.sign)}</summary>
      <div className="space-y-3 pt-1">
        <p>{say(decisionWords.signHelp)}</p>
        <Button look="second" isBusy={isBusy} disabled={word === null} onClick={() => void sign()}>
          {say(decisionWords.signButton)}
        </Button>
        {trouble !== null && (
          <Notice kind="bad" isLive>
            {say(trouble)}
          </Notice>
        )}
        {signed !== null && (
          <div role="status" className="bg-sunken space-y-2 rounded-lg p-3">
            <p className="flex flex-wrap items-center justify-between gap-x-3">
              <b>{say(decisionWords.signed)}</b>
              <CopyButton text={signed.text} name={say(decisionWords.signedText)} />
            </p>
            <p className="figures max-h-40 overflow-auto text-xs break-all" dir="ltr">
              {signed.text}
            </p>
            {signed.until !== null && <p>{say(decisionWords.signedUntil(dateTime(signed.until)))}</p>}
          </div>
        )}
      </div>
    </details>
  );
}
