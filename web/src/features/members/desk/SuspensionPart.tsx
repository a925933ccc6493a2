import { isAddressEqual, type Hex, sha256 } from "viem";
import { useState } from "react";
import type { PersonCase } from "../../../chain/members/personCaseQuery.ts";
import type { OfficeKind } from "../../../chain/roles/officesQuery.ts";
import { Notice } from "../../../components/Notice.tsx";
import { dateTime } from "../../../content/format.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";
import { confirmSuspension } from "../../../transactions/confirmSuspension.ts";
import { proposeSuspension } from "../../../transactions/proposeSuspension.ts";
import { reinstatePerson } from "../../../transactions/reinstatePerson.ts";
import { takeBackSuspension } from "../../../transactions/takeBackSuspension.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { FileInput } from "../../../components/FileInput.tsx";

type Props = { person: PersonCase; offices: readonly OfficeKind[] };

/** Suspending takes two keys, and ending it a third: each office sees its own button. */
export function SuspensionPart({ person, offices }: Props) {
  const say = useSay();
  const { wallet, suspended, suspension } = person;
  if (suspended)
    return (
      <Notice kind="warn" title={say(peopleWords.suspended)}>
        {offices.includes("countryAmbassador") ? (
          <TransactionButton
            transaction={reinstatePerson}
            input={{ wallet }}
            label={say(peopleWords.reinstate)}
            look="second"
          />
        ) : (
          say(peopleWords.reinstateHelp)
        )}
      </Notice>
    );
  if (suspension !== null) return <Asked person={person} suspension={suspension} offices={offices} />;
  return offices.includes("registrar") ? <Ask person={person} /> : null;
}

type AskedProps = Props & { suspension: NonNullable<PersonCase["suspension"]> };

function Asked({ person: { wallet }, suspension: { proposer, reason, until }, offices }: AskedProps) {
  const say = useSay();
  const you = useWallet();
  return (
    <Notice kind="warn" title={say(peopleWords.suspendWaits(dateTime(until)))}>
      <div className="space-y-3">
        <p className="text-sm">
          {say(peopleWords.reasonMark)}: <span className="figures break-all">{reason}</span>
        </p>
        {offices.includes("townAmbassador") && (
          <TransactionButton
            transaction={confirmSuspension}
            input={{ wallet, reason }}
            label={say(peopleWords.confirmSuspend)}
          />
        )}
        {you !== null && isAddressEqual(you.address, proposer) && (
          <TransactionButton
            transaction={takeBackSuspension}
            input={{ wallet }}
            label={say(peopleWords.takeBack)}
            look="second"
          />
        )}
      </div>
    </Notice>
  );
}

function Ask({ person: { wallet } }: { person: PersonCase }) {
  const say = useSay();
  const [reason, setReason] = useState<Hex | null>(null);
  return (
    <details>
      <summary className="cursor-pointer font-semibold">{say(peopleWords.suspend)}</summary>
      <div className="mt-3 space-y-3">
        <p className="max-w-prose">{say(peopleWords.suspendHelp)}</p>
        <FileInput
          label={say(peopleWords.reasonFile)}
          onFile={(file) =>
            void file.arrayBuffer().then(
              (bytes) => setReason(sha256(new Uint8Array(bytes))),
              () => setReason(null),
            )
          }
        />
        {reason !== null && (
          <p className="text-sm">
            {say(peopleWords.reasonMark)}: <span className="figures break-all">{reason}</span>
          </p>
        )}
        <TransactionButton
          transaction={proposeSuspension}
          input={reason === null ? null : { wallet, reason }}
          label={say(peopleWords.suspend)}
          look="second"
        />
      </div>
    </details>
  );
}
