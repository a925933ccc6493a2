import type { Document } from "@one-small-town/core/documents/Document.ts";
import { type ReactNode, useState } from "react";
import type { DoneStep } from "../../../chain/members/launchPastQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { DocumentInput } from "../../../components/documents/DocumentInput.tsx";
import { DocumentText } from "../../../components/DocumentText.tsx";
import { date } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { launchWords } from "../../../content/words/launch.ts";
import { recordLaunchStep } from "../../../transactions/recordLaunchStep.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

type Props = {
  town: Town;
  /** From 1. */
  step: number;
  name: string;
  isDone: boolean;
  /** When it was done, and what shows it; null while that is not read. */
  told: DoneStep | null;
  isYours: boolean;
};

/** A step of the launch: whether it is done, since when, and what shows it. */
export function StepRow({ town, step, name, isDone, told, isYours }: Props) {
  const say = useSay();
  const state = told === null ? (isDone ? launchWords.done : launchWords.open) : launchWords.doneOn(date(told.at));
  return (
    <li className="flex gap-3 py-3">
      <span
        aria-hidden="true"
        className={`figures grid size-8 shrink-0 place-items-center rounded-full text-sm font-semibold ${isDone ? "bg-good-soft text-good" : "bg-sunken text-soft"}`}
      >
        {isDone ? "✔" : step}
      </span>
      <div className="min-w-0 flex-1">
        <p className="max-w-prose">
          <span className="sr-only">{step}. </span>
          {name}
        </p>
        <p className={`text-sm ${isDone ? "text-good font-medium" : "text-soft"}`}>{say(state)}</p>
        {told !== null && (
          <Unfolding words={say(launchWords.evidence)}>
            <Paper step={step} evidence={told.evidence} />
          </Unfolding>
        )}
        {isYours && (
          <Unfolding words={say(isDone ? launchWords.again : launchWords.record)}>
            <StepForm town={town} step={step} />
          </Unfolding>
        )}
      </div>
    </li>
  );
}

/** What is drawn only once somebody opens it: there are many of them. */
function Unfolding({ words, children }: { words: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="text-link cursor-pointer py-1.5 text-sm font-medium">{words}</summary>
      {isOpen && <div className="pt-2 pb-3">{children}</div>}
    </details>
  );
}

function Paper({ step, evidence }: { step: number; evidence: Document }) {
  const say = useSay();
  const { ipfsGateways = [] } = useSystem().settings;
  return (
    <DocumentText
      key={`${evidence.hash} ${evidence.uri}`}
      title={say(launchWords.paperOf(step))}
      document={evidence}
      gateways={ipfsGateways}
    />
  );
}

function StepForm({ town, step }: { town: Town; step: number }) {
  const say = useSay();
  const [evidence, setEvidence] = useState<Document | null>(null);
  const [sent, setSent] = useState(0);
  return (
    <div className="space-y-4">
      <DocumentInput key={sent} label={say(launchWords.paperFile)} onDocument={setEvidence} />
      <TransactionButton
        transaction={recordLaunchStep}
        input={evidence === null ? null : { town, step, evidence }}
        label={say(launchWords.recordTitle(step, town.name))}
        onDone={() => {
          setEvidence(null);
          setSent(sent + 1);
        }}
      />
    </div>
  );
}
