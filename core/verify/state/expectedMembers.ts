import { weekIndexOf } from "../../hours/weeks.ts";
import { transactionOf } from "../../position.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { PROPOSAL_LASTS } from "../../rules/Departures.ts";
import type { MemberEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { hasHeld } from "../replay/Roles.ts";
import type { Numbered } from "../replay/Persons.ts";
import { townsOf } from "../replay/towns.ts";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { drop } from "./expectedRoles.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const LAST_WEEK = 65_535;

/** So many weeks before a return the registry knows exactly in which somebody was away. */
const EXACT = 16;

const say = expectedOf("MemberRegistry");

/**
 * Which wallet is a person's and which followed it, when each member joined and was away; who announced to move, and whose
 * suspension is proposed; and how many persons were new in the running week.
 */
export function expectedMembers(known: Known, scene: Scene): Expectation[] {
  const { persons } = scene.world;
  return [
    ...[...persons.ids.values()].map(({ country, personId, wallet }) => say("walletOf", [country, personId], wallet)),
    ...[...persons.successorOf].map(([wallet, successor]) => say("successorOf", [wallet], successor)),
    ...expectedFollowers(known),
    ...[...persons.numbers].flatMap(([town, members]) => [
      say("memberCount", [town], members.size, town),
      ...[...members].flatMap(([number, member]) => [
        say("memberAt", [town, number], [member.wallet, member.joinedIn], town),
        ...weeksOf(member).map(([week, was]) => say("wasAway", [town, number, week], was, town)),
      ]),
    ]),
    ...expectedMoves(known, scene),
    ...expectedSuspensions(known, scene),
    ...expectedNewcomers(known, scene),
  ];
}

/** Weeks at the borders of what somebody missed last, and whether they missed them. */
function weeksOf({ absences }: Numbered): [week: number, was: boolean][] {
  const last = absences.at(-1);
  if (last === undefined) return [[LAST_WEEK, false]];
  const { since, until } = last;
  if (until === null) {
    const before = absences.some((one) => one.until !== null && isRefused(one.since, one.until, since));
    return [
      [LAST_WEEK, true],
      [since + 1, true],
      [since, before],
    ];
  }
  const borders = [since + 1, until - 1].filter((week) => isRefused(since, until, week));
  return [[LAST_WEEK, false], [until, false], ...borders.map((week): [number, boolean] => [week, true])];
}

function isRefused(since: number, until: number, week: number): boolean {
  return week > since && week < until && until - week <= EXACT;
}

/** Of wallets that were followed, the one that the person has now, and the one that they themselves have: heirs are others. */
function expectedFollowers({ members }: Known): Expectation[] {
  const moved = new Map(eventsNamed(members, "WalletMoved").map(({ args }) => [args.wallet, args.newWallet]));
  return [...moved.keys()].map((wallet) => {
    let own = wallet;
    for (let next = moved.get(own); next !== undefined; next = moved.get(own)) own = next;
    return say("ownWalletOf", [wallet], own);
  });
}

/** Where everybody who announced a move wants to live; nowhere once they live there, or stay, or said nothing. */
function expectedMoves({ members }: Known, { momentOf, world }: Scene): Expectation[] {
  const nowhere = { toTown: 0, toCountry: 0 };
  const moves = new Map(
    [...world.persons.records.keys()].map((wallet): [Address, typeof nowhere] => [wallet, nowhere]),
  );
  for (const event of members) {
    const { eventName, args } = event;
    if (eventName === "HouseMoved") moves.set(args.wallet, nowhere);
    if (eventName !== "MoveAnnounced") continue;
    const { wallet, fromTown, toTown, toCountry } = args;
    const stays = toTown === fromTown && toCountry === momentOf(event).record?.country;
    moves.set(wallet, stays ? nowhere : { toTown, toCountry });
  }
  return [...moves].map(([wallet, move]) => say("moveOf", [wallet], move));
}

/** Whose suspension a registrar proposed last, when and why; and of each town whose waits, as the contract keeps the list. */
function expectedSuspensions(known: Known, { world, now, momentOf }: Scene): Expectation[] {
  const nothing = { proposer: zeroAddress as Address, proposedAt: 0, reason: zeroHash as Hex };
  const suspensions = new Map<Address, typeof nothing>();
  const lists = new Map<number, Address[]>();
  const end = (town: number, wallet: Address) => {
    suspensions.set(wallet, nothing);
    const list = lists.get(town) ?? [];
    drop(list, list.indexOf(wallet));
  };
  for (const event of known.members) {
    const { eventName, args } = event;
    if (eventName === "SuspensionTakenBack") end(momentOf(event).record?.town ?? 0, args.wallet);
    if (eventName === "PersonSuspended") end(args.town, args.wallet);
    if (eventName !== "SuspensionProposed") continue;
    const { town, wallet, reason, by: proposer } = args;
    suspensions.set(wallet, { proposer, proposedAt: timeOf(known, event), reason });
    const list = lists.get(town) ?? [];
    lists.set(town, list.includes(wallet) ? list : [...list, wallet]);
  }
  const stands = (town: number, wallet: Address) => {
    const { proposer, proposedAt } = suspensions.get(wallet) ?? nothing;
    const isThere = world.persons.records.get(wallet)?.town === town;
    const since = world.roles.actsSince(roleIds.registrar(town), proposer, now);
    return isThere && now < proposedAt + PROPOSAL_LASTS && hasHeld(since, proposedAt);
  };
  return [
    ...[...suspensions].map(([wallet, suspension]) => say("suspensionOf", [wallet], suspension)),
    ...townsOf(known.towns).all.map(({ id }) => {
      const wallets = (lists.get(id) ?? []).filter((wallet) => stands(id, wallet));
      return say("suspensionsProposedIn", [id], wallets, id);
    }),
  ];
}

type Attested = Extract<MemberEvent, { eventName: "ResidencyAttested" | "OutsiderAttested" }>;

/** How many persons each office has attested in the running week whom it had not before. */
function expectedNewcomers(known: Known, { now }: Scene): Expectation[] {
  const { members, roles, towns, times } = known;
  const week = weekIndexOf(now);
  const recent: Attested[] = [];
  for (const event of newcomersIn(members).reverse()) {
    if (weekIndexOf(times.get(event.blockNumber) ?? 0) !== week) break; // no time is read of a block before the week
    recent.push(event);
  }
  const registrars = new Set(eventsNamed(roles, "RoleGranted").map(({ args }) => `${args.role} ${args.account}`));
  // An ambassador or head office who names somebody uses up no registrar's limit.
  const counts = (town: number) =>
    recent.filter(({ eventName, args }) => {
      return (
        eventName === "ResidencyAttested" &&
        args.town === town &&
        registrars.has(`${roleIds.registrar(town)} ${args.by}`)
      );
    }).length;
  const countsBy = (country: number) =>
    recent.filter(({ eventName, args }) => eventName === "OutsiderAttested" && args.ambassadorOf === country).length;
  const countries = new Set(eventsNamed(towns, "CountryOpened").map(({ args }) => args.country));
  return [
    ...townsOf(towns).all.map(({ id }) => say("attestedThisWeek", [id], counts(id), id)),
    ...[...countries].map((country) => say("attestedThisWeekBy", [country], countsBy(country))),
  ];
}

/** Attestations of somebody new, or of one who moved house by it. */
function newcomersIn(members: readonly MemberEvent[]): Attested[] {
  const known = new Set<Address>();
  return members.flatMap((event, i): Attested[] => {
    const { eventName, args } = event;
    if (eventName === "WalletMoved") known.add(args.newWallet);
    if (eventName !== "ResidencyAttested" && eventName !== "OutsiderAttested") return [];
    const before = members[i - 1];
    const moves =
      before?.eventName === "HouseMoved" &&
      before.args.wallet === args.wallet &&
      transactionOf(before) === transactionOf(event);
    const isNew = moves || !known.has(args.wallet);
    known.add(args.wallet);
    return isNew ? [event] : [];
  });
}
