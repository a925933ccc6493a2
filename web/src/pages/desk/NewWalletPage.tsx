import type { MessageDescriptor } from "@lingui/core";
import { readAddress } from "@one-small-town/core/members/addresses.ts";
import { newWalletToSign } from "@one-small-town/core/members/signedWords.ts";
import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { WORD_LASTS } from "@one-small-town/core/rules/Succession.ts";
import { useState } from "react";
import type { Address } from "viem";
import { readBlock } from "../../chain/readBlock.ts";
import type { System } from "../../chain/System.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { QrCode } from "../../components/qr/QrCode.tsx";
import { describeError } from "../../content/errors/describeError.ts";
import { peopleWords } from "../../content/words/people.ts";
import { useSay } from "../../content/useSay.ts";
import { WalletField } from "../../features/members/desk/WalletField.tsx";
import { Obstacle } from "../../transactions/Obstacle.ts";
import { chooseWallet, useWallet } from "../../transactions/wallet/walletStore.ts";

/** Somebody who lost their wallet signs here with the new one, and takes the text to a registrar. */
export function NewWalletPage() {
  const say = useSay();
  const system = useSystem();
  const you = useWallet();
  const [old, setOld] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<MessageDescriptor | null>(null);
  const [text, setText] = useState<string | null>(null);
  const read = readAddress(old);

  async function sign(wallet: Address): Promise<void> {
    if (you === null) return chooseWallet();
    setIsBusy(true);
    setProblem(null);
    try {
      const signed = await signMove(system, wallet, you.address);
      setText(signed);
      if (signed === null) setProblem(peopleWords.notSigned);
    } catch (error) {
      setProblem(error instanceof Obstacle ? error.words : describeError(error));
    }
    setIsBusy(false);
  }

  return (
    <Page title={say(peopleWords.lostSign)}>
      <Card>
        <div className="space-y-4">
          <p className="max-w-prose">{say(peopleWords.lostSignHelp)}</p>
          <WalletField label={say(peopleWords.lostOld)} value={old} onChange={setOld} />
          <Button
            isBusy={isBusy}
            disabled={"problem" in read}
            onClick={() => "address" in read && void sign(read.address)}
          >
            {say(peopleWords.lostSignNow)}
          </Button>
          {problem !== null && (
            <Notice kind="warn" isLive>
              {say(problem)}
            </Notice>
          )}
          {text !== null && (
            <div className="space-y-3 text-center">
              <QrCode text={text} name={say(peopleWords.lostText)} />
              <p className="figures text-xs break-all">{text}</p>
              <CopyButton text={text} name={say(peopleWords.lostText)} />
            </div>
          )}
        </div>
      </Card>
    </Page>
  );
}

/** Null where the wallet gives no signature; throws what it says. */
async function signMove(system: System, wallet: Address, newWallet: Address): Promise<string | null> {
  const [{ signWords }, { timestamp }] = await Promise.all([
    import("../../transactions/wallet/signWords.ts"),
    readBlock(system.client),
  ]);
  const deadline = timestamp + WORD_LASTS - 1;
  const words = newWalletToSign(system.deployment, { wallet, newWallet, deadline: BigInt(deadline) });
  const signature = await signWords(system, newWallet, words);
  if (signature === null) return null;
  return writeQr({ kind: "newwallet", chainId: system.deployment.chainId, wallet, newWallet, deadline, signature });
}
