import type { HoursEvent } from "../Books.ts";

/**
 * Cash of one timesheet: what came due for it, what it gave to how many, and what it says that it carried on. When a town
 * is given up all that was still to come is due at once, and goes to nobody yet.
 */
export type WeekOfCash = { due: bigint; given: bigint; active: bigint; carried: bigint };

/**
 * Plays the payments of one town again, with a plain list of what each still brings. `actives` are the members counted
 * from the bytes of each finalised timesheet, in the order of finalising.
 */
export function cashByWeek(events: readonly HoursEvent[], actives: readonly bigint[]): WeekOfCash[] {
  let undivided = 0n;
  const streams = new Streams();
  const cash: WeekOfCash[] = [];
  const counted = [...actives];
  for (const event of events) {
    const { eventName, args } = event;
    const brought = streams.apply(event).reduce((sum, { perWeek }) => sum + perWeek, 0n);
    if (eventName === "MembersFunded") {
      const { amount, weeks_: weeks } = args;
      undivided += amount % BigInt(weeks);
    }
    if (eventName === "PoolSurrendered") {
      cash.push({ due: undivided + brought, given: args.amount, active: 0n, carried: 0n });
      undivided = 0n;
    }
    if (eventName !== "TimesheetFinalised") continue;
    const active = counted.shift() ?? 0n;
    cash.push({ due: undivided + brought, given: args.cashPerActive * active, active, carried: args.carry });
    undivided = 0n;
  }
  return cash;
}

type Stream = { perWeek: bigint; from: number; weeks: number; cameIn: bigint; isLater: boolean };

/** Cash that one payment brings at once, and the block in which it came in. */
type Brought = Pick<Stream, "perWeek" | "cameIn" | "isLater">;

/** The payments for one town's members, as a plain list of what each still brings. */
class Streams {
  #left: Stream[] = [];
  #timesheets = 0;
  #hasFinalWeek = false;

  /** Follows an event, and says what it makes due: of a timesheet one week of each payment, or all that is left. */
  apply({ eventName, args, blockNumber }: HoursEvent): Brought[] {
    if (eventName === "MembersFunded") this.#begin(args, blockNumber);
    if (eventName === "PoolSurrendered") return this.#end();
    if (eventName === "EmptyTimesheetFinalised") this.#hasFinalWeek = true;
    return eventName === "TimesheetFinalised" ? this.#bring() : [];
  }

  #begin({ amount, weeks_: weeks, firstIndex }: { amount: bigint; weeks_: number; firstIndex: number }, block: bigint) {
    const perWeek = amount / BigInt(weeks);
    this.#left.push({ perWeek, from: firstIndex, weeks, cameIn: block, isLater: this.#hasFinalWeek });
  }

  #bring(): Brought[] {
    this.#hasFinalWeek = true;
    const index = this.#timesheets++;
    const running = this.#left.filter(({ from }) => from <= index);
    for (const stream of running) stream.weeks--;
    this.#left = this.#left.filter(({ weeks }) => weeks > 0);
    return running;
  }

  #end(): Brought[] {
    const left = this.#left.map((stream) => ({ ...stream, perWeek: stream.perWeek * BigInt(stream.weeks) }));
    this.#left = [];
    return left;
  }
}

/**
 * What each payment brought to each final timesheet of one town: how much, to which week, in which block the payment had
 * come in, and whether a week of the town was final then.
 */
export function broughtByWeek(events: readonly HoursEvent[]): (Brought & { weekIndex: number })[] {
  const streams = new Streams();
  return events.flatMap((event) => {
    const brought = streams.apply(event);
    if (event.eventName !== "TimesheetFinalised") return [];
    const { weekIndex } = event.args;
    return brought.map(({ perWeek, cameIn, isLater }) => ({ perWeek, cameIn, isLater, weekIndex }));
  });
}

/**
 * Cash for members of one town that is not with them yet. A claim counts as paid; what the currency refused came back.
 * What nobody had earned yet left the pool when the town was given up.
 */
export function owedToMembers(events: readonly HoursEvent[]): bigint {
  let owed = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "MembersFunded" || eventName === "CashKept") owed += args.amount;
    if (eventName === "ContributionsClaimed") owed -= args.cash;
    if (eventName === "KeptCashPaid" || eventName === "PoolSurrendered") owed -= args.amount;
  }
  return owed;
}
