import { lazy, Suspense, useState } from "react";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { useSay } from "../../../content/useSay.ts";
import { proposalWords } from "../../../content/words/proposals.ts";

const QrCode = lazy(async () => ({ default: (await import("../../../components/qr/QrCode.tsx")).QrCode }));

/** The way to this page for whom something waits, to copy or to scan. */
export function ProposalLink({ town }: { town: number }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const link = `${location.href.replace(/#.*/, "")}#/desk/keys/${town}`;
  return (
    <details className="text-sm" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="text-link min-h-11 cursor-pointer py-2 font-medium">{say(proposalWords.share)}</summary>
      <div className="space-y-3 pb-2">
        <p>{say(proposalWords.shareHelp)}</p>
        <p>
          <span className="figures break-all">{link}</span> <CopyButton text={link} name={say(proposalWords.link)} />
        </p>
        {isOpen && (
          <Suspense>
            <QrCode text={link} name={say(proposalWords.code)} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
