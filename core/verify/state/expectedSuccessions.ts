import { inOrder, type Position, transactionOf } from "../../position.ts";
import { roleIds } from "../../roles/roleIds.ts";
import type { MemberEvent, SuccessionEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { isOpen, openedAt, type OpenSuccession, timesOf } from "../replay/successions.ts";
import { townsOf } from "../replay/towns.ts";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { drop } from "./expectedRoles.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const say = expectedOf("Succession");

/** Whom everybody named as heir; who is to follow whom, who confirmed that, and whose objection came when. */
export function expectedSuccessions(known: Known, scene: Scene): Expectation[] {
  return [...expectedNominees(known, scene), ...expectedProposals(known, scene)];
}

/** Also of persons who named nobody. */
function expectedNominees({ successions }: Known, { world }: Scene): Expectation[] {
  const nominees = new Map(
    [...world.persons.records.keys()].map((wallet): [Address, Address] => [wallet, zeroAddress]),
  );
  const named = new Map<Address, boolean>();
  for (const [i, event] of successions.entries()) {
    if (event.eventName !== "NomineeSet") continue;
    const { wallet, nominee } = event.args;
    nominees.set(wallet, nominee);
    // What was handed on with a person is no word of the new wallet's own.
    if (!isHandedOn(successions, i) && (nominee !== zeroAddress || named.get(wallet) === true)) named.set(wallet, true);
  }
  return [
    ...[...nominees].map(([wallet, nominee]) => say("nomineeOf", [wallet], nominee)),
    ...[...named.keys()].map((wallet) => say("hasNamed", [wallet], true)),
  ];
}

/** Whether it was written down in the transaction that let a wallet follow another, right before that. */
function isHandedOn(successions: readonly SuccessionEvent[], at: number): boolean {
  const event = successions[at];
  return successions.slice(at, at + 3).some((one) => {
    const isSame = event !== undefined && transactionOf(one) === transactionOf(event);
    return isSame && one.eventName === "SuccessionCompleted";
  });
}

type Kept = OpenSuccession & { id: Hex };

/** What was proposed for each person and has not ended, as the contract keeps it, lapsed or not. */
function expectedProposals(known: Known, scene: Scene): Expectation[] {
  const { successions, members, towns } = known;
  const kept = new Map<Address, Kept | null>();
  const lists = new Map<Hex, Address[]>();
  const walletOf = new Map<Hex, Address>();
  const keptFor = new Map<Address, Address>();
  const confirmed = new Map<Hex, Set<Address>>();
  const objected = new Map<Address, number>();
  const end = (wallet: Address) => {
    const list = lists.get(roleOf(kept.get(wallet)));
    if (list !== undefined) drop(list, list.indexOf(wallet));
    kept.set(wallet, null);
  };
  for (const event of inOrder<(SuccessionEvent | MemberEvent) & Position>(successions, endsIn(members))) {
    const { eventName, args } = event;
    if (eventName === "SuccessionProposed") {
      const open: Kept = Object.assign(openedAt(args.proposal, args.proposal.proposedAt), { id: args.id });
      kept.set(args.wallet, open);
      walletOf.set(args.id, args.wallet);
      const list = lists.get(roleOf(open)) ?? [];
      lists.set(roleOf(open), [...list, args.wallet]);
      if (args.proposal.evidence === zeroHash) keptFor.set(args.proposal.successor, args.wallet);
    }
    if (eventName === "SuccessionConfirmed") {
      const open = kept.get(walletOf.get(args.id) ?? zeroAddress);
      if (open?.id === args.id && open.begunAt === null) open.begunAt = timeOf(known, event);
      else confirmed.set(args.id, (confirmed.get(args.id) ?? new Set()).add(args.by));
    }
    if (eventName === "SuccessionObjected") objected.set(args.wallet, timeOf(known, event));
    if (eventName === "SuccessionEnded" || eventName === "WalletMoved" || eventName === "RecordClosed")
      end(args.wallet);
  }
  const offices = [
    ...townsOf(towns).all.map(({ id }) => roleIds.registrar(id)),
    ...eventsNamed(towns, "CountryOpened").map(({ args }) => roleIds.countryAmbassador(args.country)),
  ];
  return [
    ...[...kept].map(([wallet, one]) => say("successionOf", [wallet], standingOf(one, confirmed, scene))),
    ...[...keptFor].map(([successor, wallet]) => {
      const one = kept.get(wallet);
      const isKept = one?.proposal.successor === successor && isOpen(one, scene.world.roles, scene.now);
      return say("isReserved", [successor], isKept);
    }),
    ...[...confirmed].flatMap(([id, by]) => [...by].map((wallet) => say("hasConfirmed", [id, wallet], true))),
    ...[...objected].map(([wallet, time]) => say("objectedAt", [wallet], time)),
    ...offices.map((office) => say("proposedBy", [office], lists.get(office) ?? [])),
  ];
}

/** What takes a proposal away, as the record of persons tells it. */
function endsIn(members: readonly MemberEvent[]): MemberEvent[] {
  return members.filter(({ eventName }) => ["SuccessionEnded", "WalletMoved", "RecordClosed"].includes(eventName));
}

function roleOf(one: Kept | null | undefined): Hex {
  if (!one) return zeroHash;
  const { town, country } = one.proposal;
  return town === 0 ? roleIds.countryAmbassador(country) : roleIds.registrar(town);
}

const NOTHING = {
  wallet: zeroAddress,
  successor: zeroAddress,
  evidence: zeroHash,
  town: 0,
  country: 0,
  proposer: zeroAddress,
  proposedAt: 0,
  isSecond: false,
  passesOver: false,
};

function standingOf(one: Kept | null, confirmed: ReadonlyMap<Hex, Set<Address>>, { world, now }: Scene) {
  if (one === null) {
    const open = { isOpen: false, from: 0, until: 0, byTown: false, byCountry: false, byHeadOffice: false };
    return Object.assign({ id: zeroHash, proposal: NOTHING }, open);
  }
  const { id, proposal, begunAt } = one;
  const { from, until } = timesOf(one);
  const { town, isSecond } = proposal;
  const has = (key: Address | null) => key !== null && confirmed.get(id)?.has(key) === true;
  const begunByThird = isSecond && begunAt !== null;
  return {
    id,
    proposal,
    isOpen: isOpen(one, world.roles, now),
    from: begunAt === null ? 0 : from,
    until,
    byTown: town !== 0 && has(world.townKey(town)),
    byCountry: town !== 0 && has(world.countryKey(town)),
    byHeadOffice: begunByThird || has(world.roles.headOffice),
  };
}
