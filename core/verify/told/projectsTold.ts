import type { Address } from "viem";
import { projectId } from "../../projects/projects.ts";
import type { MakeRules } from "./Telling.ts";

type Stage = "idea" | "planned" | "funding" | "operating" | "closed";

/** Projects count up, each proposed by a member of its town; they move along their stages; what is taken back was proposed. */
export const projectsTold: MakeRules = () => {
  const counts = new Map<number, number>();
  const stages = new Map<bigint, Stage>();
  const managements = new Map<bigint, { manager: Address; payout: Address }>();
  const move = (project: bigint, stage: Stage, from: readonly Stage[]) => {
    const before = stages.get(project);
    stages.set(project, stage);
    return before !== undefined && from.includes(before);
  };
  const isProposed = (args: { project: bigint; manager: Address; payout: Address }) => {
    const proposed = managements.get(args.project);
    managements.delete(args.project);
    return proposed?.manager === args.manager && proposed.payout === args.payout;
  };
  return {
    ProjectProposed: ({ project, town, by }, { world }) => {
      const count = (counts.get(town) ?? 0) + 1;
      counts.set(town, count);
      stages.set(project, "idea");
      const record = world.persons.records.get(by);
      const isMember = record?.town === town && record.number > 0 && !record.left && !record.suspended;
      return project === projectId(town, count) && isMember;
    },
    ProjectPlanned: ({ project }) => move(project, "planned", ["idea", "planned"]),
    ProjectFunding: ({ project }) => move(project, "funding", ["planned", "funding"]),
    ProjectOperating: ({ project }) => move(project, "operating", ["planned", "funding"]),
    ProjectClosed: ({ project }) => move(project, "closed", ["idea", "planned", "funding", "operating"]),
    ManagementProposed: ({ project, manager, payout }) => {
      managements.set(project, { manager, payout });
      return stages.has(project);
    },
    ManagementWithdrawn: isProposed,
    ManagementChanged: isProposed,
  };
};
