import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { projectDocumentsQuery, type Promised } from "../../chain/projects/projectDocumentsQuery.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { ProjectDocument } from "./ProjectDocument.tsx";

type Props = {
  project: bigint;
  isBusiness: boolean;
  /** Which ones: those that a sale was agreed on. Those of now when absent. */
  promised?: Promised;
};

/** The plan and the investor pack, with their fingerprints. */
export function DocumentsCard({ project, isBusiness, promised }: Props) {
  const say = useSay();
  const query = usePast(projectDocumentsQuery(useSystem(), project, promised));
  return (
    <Card title={say(projectWords.documents)}>
      <Loaded query={query} lines={4}>
        {({ plan, pack }) =>
          plan === undefined && pack === undefined ? (
            <p className="text-soft">{say(projectWords.noDocuments)}</p>
          ) : (
            <div className="space-y-4">
              <p className="text-soft text-sm">{say(projectWords.documentsHelp)}</p>
              {plan !== undefined && (
                <ProjectDocument
                  title={say(isBusiness ? projectWords.plan : projectWords.projectPlan)}
                  document={plan}
                />
              )}
              {pack !== undefined && <ProjectDocument title={say(projectWords.pack)} document={pack} />}
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
