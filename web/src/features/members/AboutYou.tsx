import { objectToSuccessionWithSignature } from "@one-small-town/core/members/steps.ts";
import { successionObjectionToSign } from "@one-small-town/core/members/signedWords.ts";
import { useBlockTime } from "../../chain/blockQuery.ts";
import type { OpenSuccession, OwnCase } from "../../chain/decisions/ownCaseQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { CalendarButton } from "../../components/CalendarButton.tsx";
import { Card } from "../../components/Card.tsx";
import { Notice } from "../../components/Notice.tsx";
import { dateTime, duration } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { reminderWords } from "../../content/words/reminders.ts";
import { objectToSuccession } from "../../transactions/objectToSuccession.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";
import { SignInstead } from "../../transactions/wallet/SignInstead.tsx";
import { useWallet } from "../../transactions/wallet/walletStore.ts";

/** What others ask for about a person: another wallet in their place, or their suspension. */
export function AboutYou({ own: { succession, suspension } }: { own: OwnCase }) {
  const say = useSay();
  return (
    <Card title={say(decisionWords.about)}>
      {succession === null && suspension === null && (
        <p className="text-soft text-sm">{say(decisionWords.nothingAbout)}</p>
      )}
      <div className="space-y-4">
        {succession !== null && <SuccessionCase succession={succession} />}
        {suspension !== null && (
          <Notice kind="warn">{say(decisionWords.suspensionAsked(dateTime(suspension.until)))}</Notice>
        )}
      </div>
    </Card>
  );
}

function SuccessionCase({ succession }: { succession: OpenSuccession }) {
  const say = useSay();
  const { deployment } = useSystem();
  const wallet = useWallet();
  const now = useBlockTime() ?? 0;
  const { id, successor, isDeath, isSecond, objectUntil } = succession;
  const mayObject = !isSecond && now < objectUntil;
  return (
    <div className="space-y-3">
      <Notice kind="bad" title={say((isDeath ? decisionWords.deathAsked : decisionWords.moveAsked)(successor))}>
        {mayObject && <p>{say(decisionWords.moveHelp)}</p>}
        {mayObject && <p>{say(decisionWords.until(dateTime(objectUntil), duration(objectUntil - now)))}</p>}
        {isSecond && <p>{say(decisionWords.moveSecond)}</p>}
        {!isSecond && !mayObject && <p>{say(decisionWords.moveOver)}</p>}
      </Notice>
      {mayObject && wallet !== null && (
        <div className="max-w-md space-y-2">
          <TransactionButton
            transaction={objectToSuccession}
            input={succession}
            label={say(decisionWords.objectMove)}
          />
          <SignInstead
            word={{
              word: successionObjectionToSign(deployment, id),
              stepWith: (signature) => objectToSuccessionWithSignature(deployment, wallet.address, id, signature),
              until: objectUntil,
            }}
          />
          <CalendarButton
            reminders={[
              {
                id: `succession-${id}`,
                at: objectUntil,
                title: say(reminderWords.succession),
                details: say(reminderWords.successionHelp),
                page: "/decisions",
              },
            ]}
            origin={deployment.startBlockHash}
          />
        </div>
      )}
    </div>
  );
}
