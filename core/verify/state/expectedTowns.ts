import { roleIds } from "../../roles/roleIds.ts";
import { DEFAULT_ATTESTATION_LIMIT, LAUNCH_STEPS, PROPOSAL_LASTS } from "../../rules/TownRegistry.ts";
import { eventsNamed } from "../events.ts";
import { townsOf } from "../replay/towns.ts";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const say = expectedOf("TownRegistry");

/** Which towns there are, in which currency, and what each, and each country, has put on record. */
export function expectedTowns(known: Known, scene: Scene): Expectation[] {
  const { towns } = known;
  const founded = townsOf(towns).all;
  const countries = [...new Set(eventsNamed(towns, "CountryOpened").map(({ args }) => args.country))];
  return [
    say("townCount", [], founded.length),
    ...founded.flatMap(({ id, country, currency }) => [
      say("townOf", [id], { country, currency }, id),
      say("planOf", [id], planIn(eventsNamed(towns, "PlanSet").filter(({ args }) => args.town === id)), id),
    ]),
    ...eventsNamed(towns, "TownFounded").map(({ args: { town, name } }) => say("nameOf", [town], name, town)),
    ...founded.map(({ id }) => say("launchStepsOf", [id], stepsIn(towns, id), id)),
    ...founded.map(({ id }) => {
      const office = roleIds.townAmbassador(id);
      const set = eventsNamed(towns, "AttestationLimitSet").filter(({ args }) => args.office === office);
      return say("attestationsAWeek", [id], set.at(-1)?.args.aWeek ?? DEFAULT_ATTESTATION_LIMIT, id);
    }),
    ...founded.map(({ id }) => limitOf(known, scene, roleIds.townAmbassador(id), id)),
    ...countries.flatMap((country) => [
      limitOf(known, scene, roleIds.countryAmbassador(country), null),
      say("legalEntityOf", [country], legalEntityIn(towns, country)),
    ]),
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

/** How many an office may attest in a week, and which number waits for the second key. */
function limitOf(known: Known, { world, now }: Scene, office: Hex, town: number | null): Expectation {
  let aWeek = DEFAULT_ATTESTATION_LIMIT;
  let [proposed, at, proposer]: [number, number, Address] = [0, 0, zeroAddress];
  for (const event of known.towns) {
    const { eventName, args } = event;
    if (!("office" in args) || args.office !== office) continue;
    if (eventName === "AttestationLimitSet") aWeek = args.aWeek;
    [proposed, at, proposer] =
      eventName === "AttestationLimitProposed" ? [args.aWeek, timeOf(known, event), args.by] : [0, 0, zeroAddress];
  }
  const { holder, actsFrom } = world.roles.officeOf(office, now);
  const stands = proposed !== 0 && holder === proposer && actsFrom <= at && now < at + PROPOSAL_LASTS;
  const must = { aWeek, proposed: stands ? proposed : 0, until: stands ? at + PROPOSAL_LASTS : 0 };
  return say("attestationLimitOf", [office], must, town);
}

function legalEntityIn(towns: Known["towns"], of: number) {
  const last = eventsNamed(towns, "LegalEntitySet").findLast(({ args }) => args.country === of)?.args;
  const { name = "", registrationNumber = "", document: hash = zeroHash, uri = "" } = last ?? {};
  return { name, registrationNumber, document: { hash, uri } };
}
