import { AccountabilityLink } from "../../components/AccountabilityLink.tsx";
import type { Project } from "../../chain/projects/projectsQuery.ts";
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
  const isBusiness = project.kind === "community" || project.kind === "cornerstone";
  return (
    <>
      <StageTrack stage={project.stage} />
      {isBusiness && <AccountabilityLink business={project.id} className="font-semibold" />}
      <div className={isBusiness ? "grid items-start gap-4 md:grid-cols-2" : "space-y-4"}>
        <AboutCard metadata={project.metadata} />
        {isBusiness && (
          <div className="space-y-4">
            <SalesCard business={project.id} />
            <DeedCard business={project.id} />
          </div>
        )}
      </div>
      {isBusiness && <ProfitCard business={project.id} unit={town.currency} />}
      <div className={isBusiness ? "grid items-start gap-4 md:grid-cols-2" : ""}>
        <DocumentsCard project={project.id} isBusiness={isBusiness} />
        {isBusiness && <ManagementCard project={project} />}
      </div>
    </>
  );
}
