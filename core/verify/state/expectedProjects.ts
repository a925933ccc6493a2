import type { Books } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

const NOTHING = `0x${"0".repeat(64)}`;
const STAGES = { ProjectProposed: 1, ProjectPlanned: 2, ProjectFunding: 3, ProjectOperating: 4, ProjectClosed: 5 };

/** The ProjectRegistry knows all contracts of the deployment, so that nothing is ever paid to one of them. */
export function expectedOurs(addresses: Books["addresses"]): Expectation[] {
  const say = expectedOf("ProjectRegistry");
  return Object.values(addresses).map((address) => say("isOurs", [address], true));
}

/** How far each project has come, by which papers, and who runs it. */
export function expectedProjects({ projects, towns }: Known): Expectation[] {
  const say = expectedOf("ProjectRegistry");
  const own = groupBy(projects, ({ args }) => args.project);
  const proposed = eventsNamed(projects, "ProjectProposed").map(({ args }) => args);
  const byTown = groupBy(proposed, ({ town }) => town);
  const counts = eventsNamed(towns, "TownFounded").map(({ args: { town } }) =>
    say("projectCount", [town], byTown.get(town)?.length ?? 0, town),
  );
  const states = proposed.map(({ project, town, kind, metadata }) => {
    const events = own.get(project) ?? [];
    const steps = events.flatMap(({ eventName }) => (eventName in STAGES ? [eventName as keyof typeof STAGES] : []));
    const { manager, payout } = eventsNamed(events, "ManagementChanged").at(-1)?.args ?? {
      manager: zeroAddress,
      payout: zeroAddress,
    };
    const must = {
      kind,
      manager,
      payout,
      metadata,
      stage: STAGES[steps.at(-1) ?? "ProjectProposed"],
      plan: eventsNamed(events, "ProjectPlanned").at(-1)?.args.plan ?? NOTHING,
      pack: eventsNamed(events, "ProjectFunding").at(-1)?.args.pack ?? NOTHING,
    };
    return say("projectOf", [project], must, town);
  });
  return [...counts, ...states];
}
