import { roleIds } from "../../roles/roleIds.ts";
import { DEFAULT_ATTESTATION_LIMIT, LAUNCH_STEPS } from "../../rules/TownRegistry.ts";
import { eventsNamed } from "../events.ts";
import { townsOf } from "../replay/towns.ts";
import { type Hex, zeroHash } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** Which towns there are, in which currency, and what each has put on record. */
export function expectedTowns({ towns }: Known): Expectation[] {
  const say = expectedOf("TownRegistry");
  const founded = townsOf(towns).all;
  return [
    say("townCount", [], founded.length),
    ...founded.flatMap(({ id, country, name, currency }) => [
      say("townOf", [id], { country, currency }, id),
      say("nameOf", [id], name, id),
      say("planOf", [id], planIn(eventsNamed(towns, "PlanSet").filter(({ args }) => args.town === id)), id),
    ]),
    ...founded.map(({ id }) => say("launchStepsOf", [id], stepsIn(towns, id), id)),
    ...founded.map(({ id }) => {
      const office = roleIds.townAmbassador(id);
      const set = eventsNamed(towns, "AttestationLimitSet").filter(({ args }) => args.office === office);
      return say("attestationsAWeek", [id], set.at(-1)?.args.aWeek ?? DEFAULT_ATTESTATION_LIMIT, id);
    }),
  ];
}

function planIn(plans: readonly { args: { plan: string; version: number; uri: string } }[]) {
  const { plan: hash, version, uri } = plans.at(-1)?.args ?? { plan: zeroHash, version: 0, uri: "" };
  return { hash, version, uri };
}

/** The evidence recorded last for each step, in their order. */
function stepsIn(towns: Known["towns"], town: number) {
  const steps = Array.from({ length: LAUNCH_STEPS }, (): Hex => zeroHash);
  for (const { args } of eventsNamed(towns, "LaunchStepRecorded")) {
    if (args.town === town) steps[args.step - 1] = args.evidence;
  }
  return steps;
}
