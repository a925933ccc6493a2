import { townRegistryEvents } from "@one-small-town/core/abis/townRegistryEvents.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { queryOptions } from "@tanstack/react-query";
import { getAbiItem } from "viem";
import { keyOf } from "../keys.ts";
import { readPast, requireTold } from "../past/readPast.ts";
import { readBlockTimes } from "../readBlockTimes.ts";
import type { System } from "../System.ts";
import { readLaunch } from "./launchQuery.ts";

/** A step that is done: its evidence, and when (seconds) it was last recorded. */
export type DoneStep = { evidence: Document; at: number };

/** Which plan of a town stands and when (seconds) it was set, null when there is none; and each step of its launch, null of one that is not done. */
export type LaunchPast = { plan: { version: number; at: number } | null; steps: (DoneStep | null)[] };

/** When a town's plan was set and the steps of its launch were recorded, and where their evidence stands. */
export function launchPastQuery(system: System, town: number) {
  return queryOptions({ queryKey: keyOf(system, "launchPast", town), queryFn: () => readLaunchPast(system, town) });
}

async function readLaunchPast(system: System, town: number): Promise<LaunchPast> {
  const wanted = { address: system.deployment.addresses.TownRegistry, args: { town } };
  const { plan, evidence } = await readLaunch(system, town);
  const [plans, recorded] = await Promise.all([
    readPast(system, { ...wanted, event: getAbiItem({ abi: townRegistryEvents, name: "PlanSet" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi: townRegistryEvents, name: "LaunchStepRecorded" }) }),
  ]);
  // What the contract keeps was told when it was written down.
  const set = plans.find(({ args }) => args.version === plan?.version && args.plan === plan.hash);
  const steps = evidence.map((hash, i) =>
    recorded.findLast(({ args }) => args.step === i + 1 && args.evidence === hash),
  );
  requireTold(system, plan === null || set !== undefined, "plans of a town");
  requireTold(
    system,
    evidence.every((hash, i) => hash === null || steps[i] !== undefined),
    "steps of a town's launch",
  );

  const timeOf = await readBlockTimes(
    system,
    [set, ...steps].filter((event) => event !== undefined),
  );
  return {
    plan: set === undefined ? null : { version: set.args.version, at: timeOf(set) },
    steps: steps.map((event) =>
      event === undefined ? null : { evidence: { hash: event.args.evidence, uri: event.args.uri }, at: timeOf(event) },
    ),
  };
}
