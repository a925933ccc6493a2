import type { MessageDescriptor } from "@lingui/core";
import type { SpendingVoice } from "@one-small-town/core/profit/spendingVoice.ts";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { SpendingDecision } from "../../chain/decisions/townDecisionsQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { AddressText } from "../../components/AddressText.tsx";
import { CalendarButton } from "../../components/CalendarButton.tsx";
import { count, dateTime, duration, hoursOf } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { weekRange } from "../../content/weeks.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { projectWords } from "../../content/words/projects.ts";
import { reminderWords } from "../../content/words/reminders.ts";

// Few look at the proof of a payment, and it has much to check.
const DocumentText = lazy(() =>
  import("../../components/DocumentText.tsx").then((part) => ({ default: part.DocumentText })),
);

type Props = {
  town: Town;
  spending: SpendingDecision;
  name: string;
  voice: SpendingVoice;
  now: number;
  /** Where several can be chosen. */
  choice: { isChosen: boolean; toggle: () => void } | null;
};

/** A payment that is asked for: for what, to whom, until when it can be stopped, how the vote stands, and one's own. */
export function SpendingRow({ town, spending, name, voice, now, choice }: Props) {
  const say = useSay();
  const { settings, deployment } = useSystem();
  const { ipfsGateways = [] } = settings;
  const { id, project, payee, document, payableFrom, vote, again } = spending;
  const title = <b className="text-lg">{name}</b>;
  return (
    <li className="space-y-2 py-4">
      {choice === null ? (
        <p>{title}</p>
      ) : (
        <label className="flex min-h-11 cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            className="mt-1 size-5 shrink-0"
            aria-label={say(decisionWords.choose(name))}
            checked={choice.isChosen}
            onChange={choice.toggle}
          />
          {title}
        </label>
      )}
      {payableFrom !== null && vote !== null && (
        <p className="figures text-sm">
          {say(decisionWords.tally(count(vote.objections), count(vote.electors), count(vote.needed)))}
        </p>
      )}
      {again && <p className="text-sm">{say(decisionWords.again)}</p>}
      <p className={voice === "open" ? "font-semibold" : "text-soft"}>{say(standing())}</p>
      <details className="text-sm">
        <summary className="text-link min-h-11 py-2">{say(decisionWords.document)}</summary>
        <div className="space-y-3 pb-2">
          <p>
            <Link to="/project/$project" params={{ project: String(project.id) }}>
              {project.metadata?.title ?? say(projectWords.untitled(project.number))}
            </Link>
          </p>
          <p>
            {say(decisionWords.payee)} <AddressText address={payee} explorer={settings.network.explorer} />
          </p>
          <Suspense>
            <DocumentText title={say(decisionWords.document)} document={document} gateways={ipfsGateways} />
          </Suspense>
        </div>
      </details>
      {voice === "open" && payableFrom !== null && (
        <CalendarButton
          reminders={[
            {
              id: `spending-${id}`,
              at: payableFrom,
              title: say(reminderWords.spending(name)),
              details: say(reminderWords.spendingHelp(town.name)),
              page: "/decisions",
            },
          ]}
          origin={deployment.startBlockHash}
        />
      )}
    </li>
  );

  function standing(): MessageDescriptor {
    const { deciding } = spending;
    const [hours, week] = [hoursOf(deciding?.quarters ?? 0), weekRange(deciding?.weekIndex ?? 0)];
    const until = payableFrom ?? 0;
    const words: Record<SpendingVoice, MessageDescriptor> = {
      waits: decisionWords.waits,
      notAsked: decisionWords.notAsked(town.name),
      notElector: decisionWords.notElector(hours, week),
      objected: decisionWords.objected,
      over: decisionWords.over,
      open: decisionWords.until(dateTime(until), duration(until - now)),
    };
    return words[voice];
  }
}
