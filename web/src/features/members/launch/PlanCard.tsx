import type { Document } from "@one-small-town/core/documents/Document.ts";
import { useState } from "react";
import type { LaunchPast } from "../../../chain/members/launchPastQuery.ts";
import type { TownPlan } from "../../../chain/members/launchQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { DocumentInput } from "../../../components/documents/DocumentInput.tsx";
import { DocumentText } from "../../../components/DocumentText.tsx";
import { count, date } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { launchWords } from "../../../content/words/launch.ts";
import { setPlan } from "../../../transactions/setPlan.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

type Props = {
  town: Town;
  plan: TownPlan | null;
  /** When (seconds) a plan was set; null while nobody knows. */
  set: LaunchPast["plan"];
  isYours: boolean;
};

/** The plan that stands now, its number, and for the Town Ambassador the way to another. */
export function PlanCard({ town, plan, set, isYours }: Props) {
  const say = useSay();
  const { ipfsGateways = [] } = useSystem().settings;
  return (
    <Card title={say(launchWords.plan)}>
      {plan === null ? (
        <p className="text-soft">{say(launchWords.noPlan)}</p>
      ) : (
        <div className="space-y-3">
          <DocumentText
            key={`${plan.version} ${plan.hash}`}
            title={say(
              set?.version !== plan.version
                ? launchWords.version(count(plan.version))
                : launchWords.versionOf(count(plan.version), date(set.at)),
            )}
            document={plan}
            gateways={ipfsGateways}
          />
          <p className="text-soft text-sm">{say(launchWords.living)}</p>
        </div>
      )}
      {isYours && <PlanForm town={town} />}
    </Card>
  );
}

function PlanForm({ town }: { town: Town }) {
  const say = useSay();
  const [plan, setDraft] = useState<Document | null>(null);
  const [sent, setSent] = useState(0);
  return (
    <details className="mt-4">
      <summary className="cursor-pointer py-1.5 font-semibold">{say(launchWords.newPlan)}</summary>
      <div className="mt-3 space-y-4">
        <DocumentInput key={sent} label={say(launchWords.planFile)} onDocument={setDraft} />
        <TransactionButton
          transaction={setPlan}
          input={plan === null ? null : { town, plan }}
          label={say(launchWords.setTitle(town.name))}
          onDone={() => {
            setDraft(null);
            setSent(sent + 1);
          }}
        />
      </div>
    </details>
  );
}
