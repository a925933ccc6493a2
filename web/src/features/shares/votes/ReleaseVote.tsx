import type { MessageDescriptor } from "@lingui/core";
import { WINDING_UP_PART } from "@one-small-town/core/rules/Releases.ts";
import { releaseObjectionToSign, windUpToSign } from "@one-small-town/core/shares/signedWords.ts";
import { objectToReleaseWithSignature, voteWindUpWithSignature } from "@one-small-town/core/shares/steps.ts";
import { Link } from "@tanstack/react-router";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import type { ReleaseDecision } from "../../../chain/decisions/releaseDecisionsQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { CalendarButton } from "../../../components/CalendarButton.tsx";
import { count, dateTime, money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { decisionWords } from "../../../content/words/decisions.ts";
import { reminderWords } from "../../../content/words/reminders.ts";
import { objectToRelease } from "../../../transactions/objectToRelease.ts";
import { voiceIn } from "../../../transactions/releaseVoices.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { voteWindUp } from "../../../transactions/voteWindUp.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { SignInstead, type Word } from "../../../transactions/wallet/SignInstead.tsx";
import { withdrawVoice } from "../../../transactions/withdrawVoice.ts";

/** How long a signed vote counts. */
const SIGNED_FOR = 7 * 86_400;

/** One business: what is asked for, how the votes stand, and what the person's own shares say. */
export function ReleaseVote({ decision }: { decision: ReleaseDecision }) {
  const say = useSay();
  const { startBlockHash } = useSystem().deployment;
  const { token, held, request, isInsider, isPledged, left, windUpFrom } = decision;
  const voice = voiceIn(decision);
  const words = useSignedWords(decision);
  const payableFrom = request.asked?.payableFrom ?? null;
  const part = count(request.tranche + 1);
  return (
    <li className="space-y-3 py-4">
      <p>
        <Link to="/offering/$offering" params={{ offering: String(token.offering) }} className="text-lg font-bold">
          {token.name}
        </Link>
        <span className="text-soft block text-sm">{say(decisionWords.left(money(left, token.currency)))}</span>
      </p>
      {windUpFrom > 0 ? (
        <p>{say(decisionWords.ending(dateTime(windUpFrom)))}</p>
      ) : (
        <ul className="figures list-disc space-y-1 ps-5 text-sm">
          <li>{say(askedWords(decision))}</li>
          {tallyWords(decision).map((line) => (
            <li key={line.id}>{say(line)}</li>
          ))}
        </ul>
      )}
      {isInsider && <p className="text-sm">{say(decisionWords.insider)}</p>}
      {voice.objecting > 0 && <p className="font-semibold">{say(decisionWords.youSaidNo(voice.objecting))}</p>}
      {voice.windingUp > 0 && <p className="font-semibold">{say(decisionWords.youWantEnd(voice.windingUp))}</p>}
      <div className="max-w-md space-y-3">
        {voice.mayObject && (
          <>
            <TransactionButton
              transaction={objectToRelease}
              input={{ token, tranche: request.tranche }}
              label={say(decisionWords.objectPart(held))}
            />
            <SignInstead word={words?.objection ?? null} />
          </>
        )}
        {voice.mayVoteWindUp && (
          <>
            <TransactionButton
              look="second"
              transaction={voteWindUp}
              input={token}
              label={say(decisionWords.voteEnd(held))}
            />
            <SignInstead word={words?.windUp ?? null} />
          </>
        )}
        {isPledged && (
          <>
            <p className="text-soft text-sm">{say(decisionWords.pledged)}</p>
            <TransactionButton
              look="second"
              transaction={withdrawVoice}
              input={token}
              label={say(decisionWords.takeBack)}
            />
          </>
        )}
      </div>
      {payableFrom !== null && windUpFrom === 0 && (
        <CalendarButton
          reminders={[
            {
              id: `offering-${token.offering}-tranche-${request.tranche}`,
              at: payableFrom,
              title: say(reminderWords.tranche(token.name, part)),
              details: say(reminderWords.trancheHelp),
              page: "/decisions",
            },
          ]}
          origin={startBlockHash}
        />
      )}
    </li>
  );
}

function askedWords({ request: { tranche, asked, askableFrom } }: ReleaseDecision): MessageDescriptor {
  const part = count(tranche + 1);
  if (asked?.payableFrom != null) return decisionWords.part(part, dateTime(asked.payableFrom));
  if (asked !== null) return decisionWords.partWaits(part, dateTime(asked.until));
  return askableFrom > 0 ? decisionWords.partStopped(part, dateTime(askableFrom)) : decisionWords.partNone;
}

function tallyWords({ request: { objecting, windingUp, votable, blockingPart } }: ReleaseDecision) {
  const toBlock = Math.max(1, Math.ceil(votable / blockingPart));
  const toWindUp = Math.floor(votable / WINDING_UP_PART) + 1;
  return [
    decisionWords.saidNo(count(objecting), count(votable), count(toBlock)),
    decisionWords.wantEnd(count(windingUp), count(votable), count(toWindUp)),
  ];
}

/** What the person can sign in place of sending it; null until the chain's time is known. */
function useSignedWords({ token, request, vote }: ReleaseDecision): { objection: Word; windUp: Word } | null {
  const { deployment } = useSystem();
  const wallet = useWallet();
  const now = useBlockTime();
  if (wallet === null || now === undefined) return null;
  const { offering, business } = token;
  const { address: holder } = wallet;
  // Whole days, so that it stays the same while the page is read.
  const until = Math.ceil(now / 86_400) * 86_400 + SIGNED_FOR;
  const deadline = BigInt(until);
  const tranche = BigInt(request.tranche);
  const { nonce } = vote;
  const signed = (signature: `0x${string}`) => ({ offering, holder, deadline, signature });
  return {
    objection: {
      word: releaseObjectionToSign(deployment, { offering, business, tranche, holder, nonce, deadline }),
      stepWith: (signature) => objectToReleaseWithSignature(deployment, tranche, signed(signature)),
      until,
    },
    windUp: {
      word: windUpToSign(deployment, { offering, business, holder, nonce, deadline }),
      stepWith: (signature) => voteWindUpWithSignature(deployment, signed(signature)),
      until,
    },
  };
}
