import { isBusiness } from "@one-small-town/core/projects/projects.ts";
import { AccountabilityLink } from "../../components/AccountabilityLink.tsx";
import type { Project } from "../../chain/projects/readProject.ts";
import type { Town } from "../../chain/members/Town.ts";
import { AboutCard } from "./AboutCard.tsx";
import { DeedCard } from "./DeedCard.tsx";
import { DocumentsCard } from "./DocumentsCard.tsx";
import { ManagementCard } from "./ManagementCard.tsx";
import { ProfitCard } from "./ProfitCard.tsx";
import { SalesCard } from "./SalesCard.tsx";
import { StageTrack } from "./StageTrack.tsx";

/** Everything about a project below its sign. Only a business has a manager, shares and profit. */
export function ProjectBody({ project, town }: { project: Project; town: Town }) {
  const hasShares = isBusiness(project.kind);
  return (
    <>
      <StageTrack stage={project.stage} />
      {hasShares && <AccountabilityLink business={project.id} className="font-semibold" />}
      <div className={hasShares ? "grid items-start gap-4 md:grid-cols-2" : "space-y-4"}>
        <AboutCard metadata={project.metadata} />
        {hasShares && (
          <div className="space-y-4">
            <SalesCard business={project.id} />
            <DeedCard business={project.id} />
          </div>
        )}
      </div>
      <div className={hasShares ? "grid items-start gap-4 md:grid-cols-2" : ""}>
        <DocumentsCard project={project.id} isBusiness={hasShares} />
        {hasShares && <ManagementCard project={project} />}
      </div>
      {hasShares && <ProfitCard business={project.id} unit={town.currency} />}
    </>
  );
}
