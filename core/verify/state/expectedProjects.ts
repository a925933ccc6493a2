import { townOfProject } from "../../projects/projects.ts";
import type { Books } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const NOTHING = `0x${"0".repeat(64)}`;
const STAGES = { ProjectProposed: 1, ProjectPlanned: 2, ProjectFunding: 3, ProjectOperating: 4, ProjectClosed: 5 };

/** The ProjectRegistry knows all contracts of the deployment, so that nothing is ever paid to one of them. */
export function expectedOurs(addresses: Books["addresses"]): Expectation[] {
  return Object.values(addresses).map((address) => say("isOurs", [address], true));
}

const say = expectedOf("ProjectRegistry");

/** How far each project has come, by which papers, who runs it, and who is to. */
export function expectedProjects(known: Known, scene: Scene): Expectation[] {
  const { projects, towns } = known;
  const own = groupBy(projects, ({ args }) => args.project);
  const proposed = eventsNamed(projects, "ProjectProposed").map(({ args }) => args);
  const byTown = groupBy(proposed, ({ town }) => town);
  const counts = eventsNamed(towns, "TownFounded").map(({ args: { town } }) =>
    say("projectCount", [town], byTown.get(town)?.length ?? 0, town),
  );
  const states = proposed.map(({ project, town, kind, metadata, uri }) => {
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
    const { uri: planUri = "" } = eventsNamed(events, "ProjectPlanned").at(-1)?.args ?? {};
    const { uri: packUri = "" } = eventsNamed(events, "ProjectFunding").at(-1)?.args ?? {};
    const documents = [
      { hash: metadata, uri },
      { hash: must.plan, uri: planUri },
      { hash: must.pack, uri: packUri },
    ];
    return [say("projectOf", [project], must, town), say("documentsOf", [project], documents, town)];
  });
  return [...counts, ...states.flat(), ...expectedManagers(scene), ...expectedManagement(known, scene)];
}

/** Since when each business is run by who runs it, and has the role for it. */
function expectedManagers({ world }: Scene): Expectation[] {
  return [...world.managers].map(([project, { manager }]) =>
    say("managesSince", [project, manager], world.managesSince(project, manager) ?? 0, townOfProject(project)),
  );
}

/** Who is to run each business for which that was proposed; nobody where it lapsed or was decided. */
function expectedManagement(known: Known, { momentOf, isAwaited }: Scene): Expectation[] {
  const none: Address = zeroAddress;
  const nothing = { proposer: none, proposedAt: 0, manager: none, payout: none };
  const proposed = new Map<bigint, typeof nothing>();
  for (const event of known.projects) {
    const { eventName, args } = event;
    if (eventName === "ManagementWithdrawn" || eventName === "ManagementChanged") proposed.set(args.project, nothing);
    if (eventName !== "ManagementProposed") continue;
    const { project, manager, payout } = args;
    const proposer = momentOf(event).townKey ?? zeroAddress;
    proposed.set(project, { proposer, proposedAt: timeOf(known, event), manager, payout });
  }
  return [...proposed].map(([project, one]) => {
    const town = townOfProject(project);
    const waits = one !== nothing && isAwaited(town, one.proposer, one.proposedAt);
    return say("managementProposalOf", [project], waits ? one : nothing, town);
  });
}
