import type { Address } from "viem";
import { townOfProject } from "../../projects/projects.ts";
import { WAITS } from "../../rules/SecondKey.ts";
import type { PersonRecord } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { replay, type World } from "../replay/World.ts";
import type { Known } from "./Known.ts";

type Moment = { townKey: Address | null; record: PersonRecord | null };

/** The world at the block of the books, and as it was when something of interest was said. */
export type Scene = {
  world: World;
  now: number;
  /** Of an event: the Town Ambassador in power then, and the record of the person whom it is about. */
  momentOf: (event: object) => Moment;
  /** Whether what somebody proposed for a town still waits for the other key: they have been in office ever since. */
  isAwaited: (town: number, proposer: Address, proposedAt: number) => boolean;
};

export function sceneOf(known: Known): Scene {
  const { projects, profits, sales, hours, members, block } = known;
  const moments = new Map<object, Moment>();
  const events = [
    ...eventsNamed(projects, "ManagementProposed"),
    ...eventsNamed(profits, "DeedProposed"),
    ...eventsNamed(sales, "OfferingProposed"),
    ...eventsNamed(hours, "TimesheetSubmitted"),
    ...eventsNamed(hours, "TimesheetAmended"),
    ...eventsNamed(members, "MoveAnnounced"),
    ...eventsNamed(members, "SuspensionTakenBack"),
  ];
  const world = replay(known, events, (event, { townKey, persons }) => {
    const { args } = event;
    const wallet = "wallet" in args ? args.wallet : "by" in args ? args.by : null;
    const record = wallet === null ? undefined : persons.records.get(wallet);
    const business = "project" in args ? args.project : "business" in args ? args.business : 0n;
    moments.set(event, {
      townKey: townKey("town" in args ? args.town : townOfProject(business)),
      record: record === undefined ? null : Object.assign({}, record),
    });
  });
  const now = block.timestamp;
  world.now = now;
  return {
    world,
    now,
    momentOf: (event) => moments.get(event) ?? { townKey: null, record: null },
    isAwaited: (town, proposer, proposedAt) => {
      const since = world.actsSince(town, proposer);
      return now < proposedAt + WAITS && since !== null && since <= proposedAt;
    },
  };
}

/** When something happened, in seconds. Throws where nobody has said. */
export function timeOf({ times }: Pick<Known, "times">, { blockNumber }: { blockNumber: bigint }): number {
  const time = times.get(blockNumber);
  if (time === undefined) throw new Error(`The time of block ${blockNumber} is missing`);
  return time;
}
