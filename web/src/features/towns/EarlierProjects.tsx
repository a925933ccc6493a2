import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Read } from "../../chain/combined.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { earlierProjectsQuery, plannedQuery, type ReadProject } from "../../chain/projects/earlierProjectsQuery.ts";
import { PROJECTS_A_PAGE } from "../../chain/projects/pageBefore.ts";
import type { TownProjects } from "../../chain/projects/projectsQuery.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Button } from "../../components/Button.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { count } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { earlierProjectsWords as words } from "../../content/words/earlierProjects.ts";
import { pagesWords } from "../../content/words/pages.ts";

type Show = (projects: readonly Project[]) => ReactNode;
type Props = { town: number; all: TownProjects; read: ReadProject; children: Show };

/** Projects before the newest: those that were planned, as the past tells, and page by page all the others. */
export function EarlierProjects({ town, all: { count: all, from, projects }, read, children }: Props) {
  const say = useSay();
  const system = useSystem();
  const [pages, setPages] = useState(0);
  const ends = Array.from({ length: pages }, (_, i) => from - i * PROJECTS_A_PAGE);
  const rest = from - 1 - pages * PROJECTS_A_PAGE;
  const shown = new Set(projects.map(({ number }) => number));
  const show: Show = (found) => {
    const others = found.filter(({ number }) => !shown.has(number));
    return others.length === 0 ? <p className="text-soft">{say(words.none)}</p> : children(others);
  };
  return (
    <div className="border-line mt-4 space-y-4 border-t pt-4">
      <p className="text-soft text-sm">{say(words.newest(count(all - from + 1), count(all)))}</p>
      <h3>{say(words.planned)}</h3>
      <Loaded query={usePast(plannedQuery(system, { town, end: from }, read))}>{show}</Loaded>
      {pages > 0 && <h3>{say(words.all)}</h3>}
      {ends.map((end) => (
        <Earlier key={end} query={earlierProjectsQuery(system, { town, end }, read)} show={show} />
      ))}
      {rest > 0 && (
        <Button look="second" className="w-full" onClick={() => setPages(pages + 1)}>
          {say(pagesWords.showMore(rest))}
        </Button>
      )}
    </div>
  );
}

function Earlier({ query, show }: { query: ReturnType<typeof earlierProjectsQuery>; show: Show }) {
  const read: Read<readonly Project[]> = useQuery(query);
  return <Loaded query={read}>{show}</Loaded>;
}
