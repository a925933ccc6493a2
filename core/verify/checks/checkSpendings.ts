import { electorsIn } from "../../hours/electors.ts";
import { isActive } from "../../hours/timesheet.ts";
import { weekIndexOf } from "../../hours/weeks.ts";
import { isBefore, type Position, transactionOf } from "../../position.ts";
import { townOfProject } from "../../projects/projects.ts";
import { ELECTORS_OF } from "../../rules/Contributions.ts";
import { LEAST_ELECTORS, MOST_OPEN, OBJECTION_PERIOD, TURNOUT_PART } from "../../rules/TownTreasury.ts";
import type { Books, HoursEvent, TreasuryEvent } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type Sheet, sheetsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { knownOf, replay, type World } from "../replay/World.ts";
import { type StepInTown, stepsByTown } from "../rows/stepsByTown.ts";
import { begin, neededOf, openOf, officeOfTown, type Proposal, type Spending } from "./keys/watchSpending.ts";

/**
 * 26: of each fund few spendings were open at once, each was approved where enough could object, and each objection was of
 * one who was an elector at the approval, once.
 */
export function checkSpendings(books: Books): Row[] | null {
  const { treasury, towns, hours, codes } = books;
  const known = knownOf(books);
  if (treasury === null || towns === null || hours === null || codes === null || known === null) return null;
  const judge = judgeSpendings(treasury, new Turnouts(hours, codes), townsOf(towns).all);
  const steps: StepInTown[] = [];
  replay(known, treasury, (event, world) => {
    const judged = judge(event, world);
    if (judged !== undefined) steps.push({ ...judged, block: event.blockNumber });
  });
  return stepsByTown(towns, steps);
}

/** Who was active in each town, and by when that was final. */
class Turnouts {
  readonly #sheets: ReadonlyMap<number, readonly Sheet[]>;

  constructor(hours: readonly HoursEvent[], codes: NonNullable<Books["codes"]>) {
    const byTown = groupBy(hours, ({ args }) => args.town);
    this.#sheets = new Map([...byTown].map(([town, own]) => [town, sheetsOf(own, codes)]));
  }

  /** A town's electors of a week, as they were known at a moment. */
  electors(town: number, week: number, moment: Position): { timesheet: number; electors: number } {
    return electorsIn(this.#finalBefore(town, moment), week);
  }

  /** The most who were active in any of the four latest timesheets. */
  most(town: number, moment: Position): number {
    const latest = this.#finalBefore(town, moment).slice(-ELECTORS_OF);
    return Math.max(0, ...latest.map(({ active }) => active));
  }

  isElector(town: number, timesheet: number, number: number): boolean {
    return isActive(this.#sheets.get(town)?.[timesheet - 1]?.quarters[number] ?? 0);
  }

  #finalBefore(town: number, moment: Position): readonly Sheet[] {
    return (this.#sheets.get(town) ?? []).filter(({ at }) => isBefore(at, moment));
  }
}

type Asked = { timesheet: number; needed: number; objectors: Set<number> };
type Judged = Spending & { asked: Map<number, Asked> };

function judgeSpendings(
  treasury: readonly TreasuryEvent[],
  turnouts: Turnouts,
  towns: readonly { id: number; country: number }[],
) {
  const spendings = new Map<bigint, Judged>();
  const paysSince = new Map<number, number>();
  const fixed = new Set(
    treasury.flatMap(({ eventName, args, ...at }) =>
      eventName === "ElectorsFixed" ? [`${transactionOf(at)}/${args.spending}/${args.town}`] : [],
    ),
  );
  /** Whether a town had paid into the office's fund by then. */
  const hasPaid = (town: number, proposal: Proposal, by: number, world: World) =>
    (paysSince.get(town) ?? Infinity) <= by &&
    officeOfTown(town, world) === officeOfTown(townOfProject(proposal.project), world);
  return (event: TreasuryEvent, world: World): { town: number; isRight: boolean } | undefined => {
    const { eventName, args } = event;
    if (eventName === "TreasuryFunded" && args.toOffice > 0n && !paysSince.has(args.town))
      paysSince.set(args.town, world.now);
    if (eventName === "SpendingProposed") {
      const open = openOf(args, spendings.values(), world);
      spendings.set(args.spending, { ...begin(args, world, 0, undefined), isRight: true, asked: new Map() });
      return { town: townOfProject(args.project), isRight: open < MOST_OPEN };
    }
    const spending = "spending" in args ? spendings.get(args.spending) : undefined;
    if (spending === undefined) return undefined;
    const { proposal, asked } = spending;
    const home = townOfProject(proposal.project);
    const approvedAt = spending.payableFrom - OBJECTION_PERIOD;
    switch (eventName) {
      case "SpendingApproved": {
        [spending.approver, spending.payableFrom] = [args.approver, world.now + OBJECTION_PERIOD];
        const isAsked = (town: number) =>
          hasPaid(town, proposal, world.now, world) &&
          turnouts.electors(town, weekIndexOf(world.now), event).electors >= LEAST_ELECTORS;
        const isRight = proposal.fromOffice
          ? towns.some(({ id }) => isAsked(id))
          : fixed.has(`${transactionOf(event)}/${args.spending}/${home}`);
        return { town: home, isRight };
      }
      case "ElectorsFixed": {
        const { town, timesheet, needed } = args;
        const known = turnouts.electors(town, weekIndexOf(approvedAt), event);
        const isSame = timesheet === known.timesheet && args.electors === known.electors;
        const own = world.persons.records.get(proposal.proposer);
        const isOwn = own?.town === town && turnouts.isElector(town, timesheet, own.number);
        const isEnough = proposal.fromOffice
          ? hasPaid(town, proposal, approvedAt, world) && known.electors >= LEAST_ELECTORS
          : town === home &&
            known.electors - (isOwn ? 1 : 0) >= LEAST_ELECTORS &&
            known.electors * TURNOUT_PART >= turnouts.most(town, event);
        const isRight = isSame && isEnough && !asked.has(town) && needed === neededOf(known.electors, proposal.again);
        asked.set(town, { timesheet, needed, objectors: new Set() });
        return { town, isRight };
      }
      case "SpendingObjected": {
        const { town, number, objections } = args;
        const vote = asked.get(town);
        const isNew = vote?.objectors.has(number) === false;
        const isElector = vote !== undefined && turnouts.isElector(town, vote.timesheet, number);
        vote?.objectors.add(number);
        const isRight = isNew && isElector && objections === vote?.objectors.size && world.now < spending.payableFrom;
        return { town, isRight };
      }
      case "SpendingBlocked": {
        spending.hasEnded = true;
        const vote = asked.get(args.town);
        return { town: args.town, isRight: vote !== undefined && vote.objectors.size >= vote.needed };
      }
      case "SpendingCancelled":
      case "SpendingExecuted":
        spending.hasEnded = true;
        return undefined;
      default:
        return undefined;
    }
  };
}
