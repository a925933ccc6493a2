import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { projectDocumentsQuery } from "../../chain/projects/projectDocumentsQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { ProjectDocument } from "./ProjectDocument.tsx";

type Props = {
  project: bigint;
  isBusiness: boolean;
  /** Which ones: those that a sale was agreed on. The newest when absent. */
  promised?: { plan: Hex; pack: Hex };
};

/** The plan and the investor pack, with their fingerprints. */
export function DocumentsCard({ project, isBusiness, promised }: Props) {
  const say = useSay();
  const query = useQuery(projectDocumentsQuery(useSystem(), project));
  return (
    <Card title={say(projectWords.documents)}>
      <Loaded query={query} lines={4}>
        {({ plans, packs }) => {
          const plan = pick(plans, promised?.plan);
          const pack = pick(packs, promised?.pack);
          return plan === undefined && pack === undefined ? (
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
          );
        }}
      </Loaded>
    </Card>
  );
}

function pick(documents: readonly Document[], hash: Hex | undefined): Document | undefined {
  return hash === undefined ? documents.at(-1) : documents.find((document) => document.hash === hash);
}
