import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { isBusiness, projectId } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readDeed } from "../profit/deedQuery.ts";
import { pageBefore } from "../projects/pageBefore.ts";
import { type Project, readProject } from "../projects/readProject.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A business whose profit will be shared in another way: from when on (seconds), 0 until the second key agrees. */
export type DeedChange = { business: Project; deed: Deed; inForceFrom: number };

/** The deeds on their way among the newest projects of a town. */
export function deedChangesQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "deedChanges", town),
    queryFn: async (): Promise<DeedChange[]> => {
      const { ProjectRegistry: address } = system.deployment.addresses;
      const view = { address, abi: projectRegistryViews, functionName: "projectCount", args: [town] } as const;
      const [count] = await readNow(system, [view]);
      const newest = pageBefore(count + 1).map((number) => readProject(system, projectId(town, number)));
      const businesses = (await Promise.all(newest)).filter(({ kind }) => isBusiness(kind));
      const deeds = await Promise.all(businesses.map(({ id }) => readDeed(system, id)));
      return businesses.flatMap((business, i) => {
        const change = deeds[i]?.change ?? null;
        return change === null ? [] : [{ business, deed: change.deed, inForceFrom: change.inForceFrom }];
      });
    },
  });
}
