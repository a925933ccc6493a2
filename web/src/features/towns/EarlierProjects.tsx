import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { combined } from "../../chain/combined.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { earlierProjectsQuery } from "../../chain/projects/earlierProjectsQuery.ts";
import { plannedQuery } from "../../chain/projects/plannedQuery.ts";
import type { TownProjects } from "../../chain/projects/projectsQuery.ts";
import type { Project } from "../../chain/projects/readProject.ts";
import { PROJECTS_A_PAGE } from "../../chain/projects/readProjectNumbers.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Button } from "../../components/Button.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { count } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { commonWords } from "../../content/words/common.ts";
import { earlierProjectsWords } from "../../content/words/earlierProjects.ts";
import { ProjectRows } from "./ProjectRows.tsx";

/** Projects before the newest: those that were planned, as the past tells, and page by page all the others. */
export function EarlierProjects({ town, all }: { town: number; all: TownProjects }) {
  const say = useSay();
  const system = useSystem();
  const [pages, setPages] = useState(0);
  const planned = usePast(plannedQuery(system, town, all.from));
  const ends = Array.from({ length: pages }, (_, i) => all.from - i * PROJECTS_A_PAGE);
  const reads = useQueries({ queries: ends.map((end) => earlierProjectsQuery(system, town, end)) });
  const read = combined(reads);
  const earlier = reads.flatMap(({ data }) => data ?? []);
  const shown = new Set(all.projects.map(({ number }) => number));
  const others = (some: readonly Project[]) => some.filter(({ number }) => !shown.has(number));
  const rest = all.from - 1 - pages * PROJECTS_A_PAGE;
  return (
    <div className="border-line mt-4 space-y-4 border-t pt-4">
      <p className="text-soft text-sm">
        {say(earlierProjectsWords.newest(count(all.count - all.from + 1), count(all.count)))}
      </p>
      <h3>{say(earlierProjectsWords.planned)}</h3>
      <Loaded query={planned} lines={2}>
        {(found) =>
          others(found).length === 0 ? (
            <p className="text-soft">{say(earlierProjectsWords.nonePlanned)}</p>
          ) : (
            <ProjectRows projects={others(found)} />
          )
        }
      </Loaded>
      {pages > 0 && (
        <>
          <h3>{say(earlierProjectsWords.all)}</h3>
          <ProjectRows projects={others(earlier)} />
          {read.data === undefined && <Loaded query={read}>{() => null}</Loaded>}
        </>
      )}
      {rest > 0 && (
        <Button
          look="second"
          className="w-full"
          isBusy={pages > 0 && read.data === undefined && !read.isError}
          onClick={() => setPages(pages + 1)}
        >
          {say(commonWords.showMore(rest))}
        </Button>
      )}
    </div>
  );
}
