import { eventsNamed } from "../events.ts";
import type { Numbered } from "../replay/Persons.ts";
import { replay } from "../replay/World.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

const LAST_WEEK = 65_535;

/** So many weeks before a return the registry knows exactly in which somebody was away. */
const EXACT = 16;

/** Which wallet is a person's and which followed it, when each member joined and was away, and whom they named as heir. */
export function expectedMembers(known: Known): Expectation[] {
  const { persons } = replay(known, [], () => undefined);
  const say = expectedOf("MemberRegistry");
  return [
    ...[...persons.ids.values()].map(({ country, personId, wallet }) => say("walletOf", [country, personId], wallet)),
    ...[...persons.successorOf].map(([wallet, successor]) => say("successorOf", [wallet], successor)),
    ...[...persons.numbers].flatMap(([town, members]) => [
      say("memberCount", [town], members.size, town),
      ...[...members].flatMap(([number, member]) => [
        say("memberAt", [town, number], [member.wallet, member.joinedIn], town),
        ...weeksOf(member).map(([week, was]) => say("wasAway", [town, number, week], was, town)),
      ]),
    ]),
    ...nominees(known),
  ];
}

/** Weeks at the borders of what somebody missed last, and whether they missed them. */
function weeksOf({ absences }: Numbered): [week: number, was: boolean][] {
  const last = absences.at(-1);
  const { since = 0, until = null } = last ?? {};
  if (last === undefined || until === null) return [[LAST_WEEK, last !== undefined]];
  const borders = [since + 1, until - 1].filter((week) => week > since && week < until && until - week <= EXACT);
  return [[LAST_WEEK, false], [until, false], ...borders.map((week): [number, boolean] => [week, true])];
}

function nominees({ successions }: Known): Expectation[] {
  const say = expectedOf("Succession");
  const named = new Map(eventsNamed(successions, "NomineeSet").map(({ args }) => [args.wallet, args.nominee]));
  return [...named].map(([wallet, nominee]) => say("nomineeOf", [wallet], nominee));
}
