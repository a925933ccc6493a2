import type { Address } from "viem";
import type { Books, MemberEvent, ProjectEvent, RoleEvent } from "../Books.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { townOfProject } from "../../projects/projects.ts";
import { eventsNamed } from "../events.ts";
import { townsOf } from "./towns.ts";
import { inOrder, type Position } from "../../position.ts";
import { Persons } from "./Persons.ts";
import { hasHeld, Roles } from "./Roles.ts";

type AnyEvent = Position & { eventName: string };

type Management = {
  manager: Address;
  payout: Address;
  /** Seconds: since when the manager is who it is. */ since: number;
};

/** Who may do what, who lives where, and who runs which business, at one moment of the past. */
export type World = {
  now: number;
  roles: Roles;
  persons: Persons;
  countryOf: (town: number) => number;
  currencyOf: (town: number) => Address;
  managers: ReadonlyMap<bigint, Management>;
  townKey: (town: number) => Address | null;
  countryKey: (town: number) => Address | null;
  /** Since when (seconds) a wallet acts as one of a town's ambassadors without a break; null when it does not. */
  actsSince: (town: number, wallet: Address) => number | null;
  /** Since when (seconds) a wallet runs a business in its role without a break; null when it does not. */
  managesSince: (business: bigint, wallet: Address) => number | null;
  isActive: (town: number) => boolean;
};

/** Whether who said something then has been an ambassador of the town ever since: one who was appointed anew has not. */
export function hasActedSince({ actsSince }: World, town: number, wallet: Address, then: number): boolean {
  return hasHeld(actsSince(town, wallet), then);
}

export type Known = { [part in "roles" | "members" | "projects" | "towns" | "times"]: NonNullable<Books[part]> };

/** What every replay needs; null when some of it could not be read. */
export function knownOf({ roles, members, projects, towns, times }: Books): Known | null {
  if (roles === null || members === null || projects === null || towns === null || times === null) return null;
  return { roles, members, projects, towns, times };
}

/**
 * Plays the past again, and shows each of the given events the world as it was then. A block without a time throws: who
 * was in office then cannot be said.
 */
export function replay<event extends AnyEvent>(
  known: Known,
  events: readonly event[],
  visit: (event: event, world: World) => void,
): World {
  const founded = townsOf(known.towns);
  const managers = new Map<bigint, Management>();
  const [roles, persons] = [new Roles(), new Persons()];
  const countryOf = (town: number) => founded.get(town).country;
  const world: World = {
    now: 0,
    roles,
    persons,
    countryOf,
    currencyOf: (town) => founded.get(town).currency,
    managers,
    townKey: (town) => roles.townKey(town, world.now),
    countryKey: (town) => roles.countryKey(countryOf(town), world.now),
    actsSince: (town, wallet) => {
      const offices = [roleIds.townAmbassador(town), roleIds.countryAmbassador(countryOf(town))];
      const [inTown, inCountry] = offices.map((role) => roles.actsSince(role, wallet, world.now));
      return inTown ?? inCountry ?? null;
    },
    managesSince: (business, wallet) => {
      const management = managers.get(business);
      if (management?.manager !== wallet) return null;
      const inRole = roles.actsSince(roleIds.projectManager(townOfProject(business)), wallet, world.now);
      return inRole === null ? null : Math.max(inRole, management.since);
    },
    isActive: (town) => world.townKey(town) !== null && world.countryKey(town) !== null,
  };
  const visited = new Set<AnyEvent>(events);
  const managed = eventsNamed(known.projects, "ManagementChanged"); // of thousands of ideas nothing here depends
  const all = new Set<AnyEvent>([...known.roles, ...known.members, ...managed, ...events]);
  for (const event of inOrder([...all])) {
    const isMembers = event.eventName in MEMBERS;
    world.now = known.times.get(event.blockNumber) ?? world.now;
    if (!isMembers && !known.times.has(event.blockNumber))
      throw new Error(`The time of block ${event.blockNumber} is missing`);
    if (isMembers) persons.apply(event as unknown as MemberEvent, countryOf);
    roles.apply(event as unknown as RoleEvent, world.now);
    noteManagement(managers, event as unknown as ProjectEvent, world.now);
    if (visited.has(event)) visit(event as event, world);
  }
  return world;
}

/** Of which nothing depends on the time of their block: they carry weeks and dates themselves. */
const MEMBERS: Record<Exclude<MemberEvent["eventName"], "EIP712DomainChanged">, true> = {
  ResidencyAttested: true,
  AttestationSkipped: true,
  AdmissionRevoked: true,
  OutsiderAttested: true,
  MemberAdmitted: true,
  MemberLeft: true,
  MemberAway: true,
  MemberReturned: true,
  SuspensionProposed: true,
  SuspensionTakenBack: true,
  PersonSuspended: true,
  PersonReinstated: true,
  MoveAnnounced: true,
  HouseMoved: true,
  SuccessionBegun: true,
  SuccessionEnded: true,
  WalletMoved: true,
  RecordClosed: true,
};

function noteManagement(managers: Map<bigint, Management>, event: ProjectEvent, now: number): void {
  if (event.eventName !== "ManagementChanged") return;
  const { project, manager, payout } = event.args;
  const before = managers.get(project);
  managers.set(project, { manager, payout, since: before?.manager === manager ? before.since : now });
}
