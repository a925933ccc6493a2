import type { Document } from "@one-small-town/core/documents/Document.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Town } from "../../../chain/members/Town.ts";
import type { Project } from "../../../chain/projects/readProject.ts";
import { DocumentInput } from "../../../components/documents/DocumentInput.tsx";
import { useSay } from "../../../content/useSay.ts";
import { ideasWords } from "../../../content/words/ideas.ts";
import { projectWords } from "../../../content/words/projects.ts";
import { planIdea } from "../../../transactions/planIdea.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

type Props = { town: Town; project: Project; isYours: boolean };

/** An idea, and for the Town Ambassador the way to a plan of it. */
export function IdeaRow({ town, project, isYours }: Props) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const { id, number, kind, metadata } = project;
  const title = metadata?.title ?? say(projectWords.untitled(number));
  return (
    <li className="py-3">
      <h3>
        <Link to="/project/$project" params={{ project: String(id) }} className="inline-block py-1">
          {title}
        </Link>
      </h3>
      <p className="text-soft text-sm">
        {[say(projectWords.kind(kind)), metadata?.sector, metadata?.size].filter(Boolean).join(" · ")}
      </p>
      {isYours && (
        <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary className="text-link cursor-pointer py-1.5 text-sm font-medium">{say(ideasWords.plan)}</summary>
          {isOpen && <PlanForm town={town} project={id} title={title} />}
        </details>
      )}
    </li>
  );
}

function PlanForm({ town, project, title }: { town: Town; project: bigint; title: string }) {
  const say = useSay();
  const [plan, setPlan] = useState<Document | null>(null);
  return (
    <div className="space-y-4 pt-2 pb-3">
      <DocumentInput label={say(ideasWords.planFile)} onDocument={setPlan} />
      <TransactionButton
        transaction={planIdea}
        input={plan === null ? null : { town, project, title, plan }}
        label={say(ideasWords.planTitle(title))}
      />
    </div>
  );
}
