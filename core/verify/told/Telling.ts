import type {
  BenefitEvent,
  Books,
  DivisionEvent,
  HoursEvent,
  InfinityEvent,
  MemberEvent,
  ProfitEvent,
  ProjectEvent,
  ReleaseEvent,
  RoleEvent,
  SaleEvent,
  SuccessionEvent,
  TokenEvent,
  TownEvent,
  TreasuryEvent,
} from "../Books.ts";
import type { World } from "../replay/World.ts";

export type AnyEvent =
  | RoleEvent
  | TownEvent
  | MemberEvent
  | SuccessionEvent
  | ProjectEvent
  | HoursEvent
  | BenefitEvent
  | InfinityEvent
  | TokenEvent
  | SaleEvent
  | ReleaseEvent
  | ProfitEvent
  | TreasuryEvent
  | DivisionEvent;

type ArgsOf<name> = Extract<AnyEvent, { eventName: name }>["args"];

/** What surrounds an event: the world when it happened, and what else its transaction told. */
export type Moment = {
  event: AnyEvent;
  /** After what the event itself changed of roles, persons and who runs a business. */
  world: World;
  /** When it happened, in seconds; null where nobody has said. */
  time: number | null;
  /** All that was told in the same transaction, in its order. */
  beside: readonly AnyEvent[];
  /** What was told right before, in the same transaction. */
  before: AnyEvent | undefined;
};

/** Whether an event can be true, by what was told before it and beside it. What no rule is about can. */
type Rules = {
  [name in AnyEvent["eventName"]]?: (args: ArgsOf<name>, moment: Moment) => boolean;
};

/** Rules of some events, which remember what was told. */
export type MakeRules = (books: Books) => Rules;

/** Whether something of a name and with these values was told in the same transaction. */
export function isBeside<const name extends AnyEvent["eventName"]>(
  { beside }: Moment,
  name: name,
  isIt: (args: ArgsOf<name>) => boolean,
): boolean {
  return beside.some(({ eventName, args }) => eventName === name && isIt(args as ArgsOf<name>));
}

/** Whether two records have the same values. */
export function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
}
