import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { lookAlikes, type Named } from "@one-small-town/core/shares/lookAlike.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { projectQuery } from "../../chain/projects/projectQuery.ts";
import { shareTokensQuery } from "../../chain/shares/shareTokensQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Notice } from "../../components/Notice.tsx";
import { useSay } from "../../content/useSay.ts";
import { originWords } from "../../content/words/origin.ts";

/** Of which project some shares are, and the other businesses whose shares look as if they were called the same. */
export function ShareOrigin({ token }: { token: Named }) {
  const say = useSay();
  const system = useSystem();
  const { data: towns } = useQuery(townsQuery(system));
  const { data: tokens } = useQuery(shareTokensQuery(system));
  const { data: project } = useQuery(projectQuery(system, token.business));
  const others = useMemo(() => lookAlikes(tokens ?? [])(token), [tokens, token]);
  const townOf = (business: bigint) => towns?.find(({ id }) => id === townOfProject(business))?.name;
  const town = townOf(token.business);
  const twins = [...new Map(others.map((other) => [other.business, other])).values()];
  return (
    <div className="space-y-3">
      <p className="text-soft min-h-[2lh] text-sm sm:min-h-[1lh]">
        {town !== undefined && project != null && (
          <Link to="/project/$project" params={{ project: String(token.business) }} className="text-soft">
            {say(
              project.metadata === null
                ? originWords.ofNumber(String(project.number), town)
                : originWords.of(project.metadata.title, town),
            )}
          </Link>
        )}
      </p>
      {twins.map(({ business, name }) => (
        <Notice key={business} kind="warn" title={say(originWords.alike(name, townOf(business) ?? ""))} isLive>
          {say(originWords.alikeHelp)}{" "}
          <Link to="/project/$project" params={{ project: String(business) }}>
            <bdi>{name}</bdi>
          </Link>
        </Notice>
      ))}
    </div>
  );
}
