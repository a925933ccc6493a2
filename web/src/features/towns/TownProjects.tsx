import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../components/Loaded.tsx";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import { projectsQuery } from "../../chain/projects/projectsQuery.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { isBusiness } from "@one-small-town/core/projects/projects.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { BusinessCard } from "./BusinessCard.tsx";
import { OtherProjects } from "./OtherProjects.tsx";

/** The businesses of a town, and below them what else its members have begun. */
export function TownProjects({ town }: { town: Town }) {
  const query = useQuery(projectsQuery(useSystem(), town.id));
  return (
    <Loaded query={query} lines={24}>
      {(all) => (
        <>
          <Businesses town={town} businesses={all.projects.filter(isPlanned)} isWhole={all.from === 1} />
          <OtherProjects town={town.id} all={all} projects={all.projects.filter((project) => !isPlanned(project))} />
        </>
      )}
    </Loaded>
  );
}

/** A business is shown as one from its plan on; before that it is an idea among others. */
function isPlanned({ kind, stage }: Project): boolean {
  return isBusiness(kind) && stage !== "idea" && stage !== "none";
}

type Props = { town: Town; businesses: readonly Project[]; isWhole: boolean };

function Businesses({ town, businesses, isWhole }: Props) {
  const say = useSay();
  return (
    <section className="space-y-4">
      <h2>{say(townWords.businesses)}</h2>
      {businesses.length === 0 ? (
        <p className="text-soft">{say(isWhole ? townWords.noBusinesses : townWords.noneOfNewest)}</p>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {businesses.map((business) => (
            <BusinessCard key={business.number} town={town} business={business} />
          ))}
        </ul>
      )}
    </section>
  );
}
