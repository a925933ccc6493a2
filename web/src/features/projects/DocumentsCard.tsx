import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/Card.tsx";
import { DocumentText } from "../../components/DocumentText.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { projectDocumentsQuery } from "../../contracts/projects/projectDocumentsQuery.ts";
import { useSystem } from "../../contracts/useSystem.ts";

/** The plan and the investor pack, with their fingerprints. */
export function DocumentsCard({ project, isBusiness }: { project: bigint; isBusiness: boolean }) {
  const say = useSay();
  const query = useQuery(projectDocumentsQuery(useSystem(), project));
  return (
    <Card title={say(projectWords.documents)}>
      <Loaded query={query} lines={4}>
        {({ plan, pack }) =>
          plan === null && pack === null ? (
            <p className="text-soft">{say(projectWords.noDocuments)}</p>
          ) : (
            <div className="space-y-4">
              <p className="text-soft text-sm">{say(projectWords.documentsHelp)}</p>
              {plan !== null && (
                <DocumentText title={say(isBusiness ? projectWords.plan : projectWords.projectPlan)} document={plan} />
              )}
              {pack !== null && <DocumentText title={say(projectWords.pack)} document={pack} />}
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
