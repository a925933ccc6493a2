import type { MessageDescriptor } from "@lingui/core";
import { type QrContent, readQr } from "@one-small-town/core/qr/QrContent.ts";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { isAddressEqual } from "viem";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Field } from "../../components/Field.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { date, dateTime } from "../../content/format.ts";
import { peopleWords } from "../../content/words/people.ts";
import { qrWords } from "../../content/words/qr.ts";
import { useSay } from "../../content/useSay.ts";
import { joinTown } from "../../transactions/joinTown.ts";
import { TransactionButton } from "../../transactions/TransactionButton.tsx";
import { useWallet } from "../../transactions/wallet/walletStore.ts";

const ScanSheet = lazy(async () => ({ default: (await import("../../components/qr/ScanSheet.tsx")).ScanSheet }));

type Admission = QrContent<"admission">;

/** Joining with what a registrar signed: scanned, pasted, or in the link by which the page was opened. */
export function JoinPage({ town }: { town: Town }) {
  const say = useSay();
  const { chainId } = useSystem().deployment;
  const [text, setText] = useState(codeInLink);
  const [isScanning, setIsScanning] = useState(false);
  const read = readAdmission(text, { town: town.id, chainId });

  function take(scanned: string): MessageDescriptor | null {
    const told = readAdmission(scanned, { town: town.id, chainId });
    if ("problem" in told) return told.problem;
    setText(scanned);
    setIsScanning(false);
    return null;
  }

  return (
    <Page title={say(peopleWords.join(town.name))}>
      <Card>
        <div className="space-y-4">
          <p className="max-w-prose">{say(peopleWords.joinHelp)}</p>
          <Button look="second" onClick={() => setIsScanning(true)}>
            {say(peopleWords.joinScan)}
          </Button>
          <Field
            label={say(peopleWords.joinText)}
            value={text}
            dir="ltr"
            spellCheck={false}
            problem={text.trim() !== "" && "problem" in read ? say(read.problem) : null}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
      </Card>
      {"admission" in read && <AdmissionCard town={town} admission={read.admission} />}
      {isScanning && (
        <Suspense>
          <ScanSheet title={say(peopleWords.joinScan)} take={take} onClose={() => setIsScanning(false)} />
        </Suspense>
      )}
    </Page>
  );
}

/** A code has no letters that a link spells otherwise but its colons. */
function codeInLink(): string {
  const [, code = ""] = /[?&]code=([^&]*)/.exec(location.hash) ?? [];
  return code.replaceAll(/%3a/gi, ":");
}

function AdmissionCard({ town, admission }: { town: Town; admission: Admission }) {
  const say = useSay();
  const you = useWallet();
  const [hasJoined, setHasJoined] = useState(false);
  return (
    <Card title={say(peopleWords.joinAs)}>
      <div className="space-y-4">
        <p className="figures text-sm break-all">{admission.wallet}</p>
        {you !== null && !isAddressEqual(you.address, admission.wallet) && (
          <Notice kind="warn">{say(peopleWords.joinNotYou)}</Notice>
        )}
        <p>
          {say(peopleWords.joinUntil(date(admission.residentUntil)))}{" "}
          {say(peopleWords.joinBefore(dateTime(admission.deadline)))}
        </p>
        <TransactionButton
          transaction={joinTown}
          input={hasJoined ? null : { name: town.name, admission }}
          label={say(peopleWords.joinNow)}
          onDone={() => setHasJoined(true)}
        />
        {hasJoined && (
          <p>
            <Link to="/weeks">{say(peopleWords.toWeeks)}</Link>
          </p>
        )}
      </div>
    </Card>
  );
}

type Place = { town: number; chainId: number };

function readAdmission(text: string, place: Place): { admission: Admission } | { problem: MessageDescriptor } {
  const read = readQr(text);
  if ("problem" in read) return { problem: qrWords.problems[read.problem] };
  const { content } = read;
  if (content.kind !== "admission") return { problem: peopleWords.joinWrong };
  if (content.chainId !== place.chainId) return { problem: peopleWords.otherChain };
  return content.town === place.town ? { admission: content } : { problem: peopleWords.joinOtherTown };
}
