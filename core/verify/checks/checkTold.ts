import { inOrder, transactionOf } from "../../position.ts";
import type { Books } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { knownOf, replay } from "../replay/World.ts";
import { type JudgedStep, stepRows } from "../rows/rows.ts";
import { hoursTold } from "../told/hoursTold.ts";
import { infinityTold } from "../told/infinityTold.ts";
import { membersTold } from "../told/membersTold.ts";
import { profitTold } from "../told/profitTold.ts";
import { projectsTold } from "../told/projectsTold.ts";
import { rolesTold } from "../told/rolesTold.ts";
import { agreementsTold, pledgesTold, releasesTold, salesTold } from "../told/sharesTold.ts";
import { successionsTold } from "../told/successionsTold.ts";
import type { AnyEvent, MakeRules, Moment } from "../told/Telling.ts";
import { townsTold } from "../told/townsTold.ts";
import { treasuryTold } from "../told/treasuryTold.ts";

const RULES: readonly MakeRules[] = [
  ...[rolesTold, townsTold, membersTold, successionsTold, projectsTold, hoursTold],
  ...[infinityTold, salesTold, agreementsTold, pledgesTold, releasesTold, profitTold, treasuryTold],
];

type Judge = (args: unknown, moment: Moment) => boolean;

/**
 * Nothing that is told contradicts what was told before it or with it: who did it may, what ended was there, sums and
 * hashes are those of what they are of, and nothing is told twice that happens once.
 */
export function checkTold(books: Books): Row[] | null {
  const known = knownOf(books);
  const events = eventsIn(books);
  if (known === null || events === null || books.codes === null) return null;
  const judges = groupBy(
    RULES.flatMap((make) => Object.entries(make(books)) as [string, Judge][]),
    ([name]) => name,
  );
  const byTransaction = groupBy(events, transactionOf);
  const before = new Map(
    [...byTransaction.values()].flatMap((own) => own.map((event, i) => [event, own[i - 1]] as const)),
  );
  const judged = events.filter(({ eventName }) => judges.has(eventName));
  const steps: JudgedStep[] = [];
  replay({ ...known, times: filled(events, known.times) }, judged, (event, world) => {
    const beside = byTransaction.get(transactionOf(event)) ?? [];
    const moment: Moment = {
      event,
      world,
      time: known.times.get(event.blockNumber) ?? null,
      beside,
      before: before.get(event),
    };
    // Each of several rules is asked: they remember what they see.
    const all = (judges.get(event.eventName) ?? []).map(([, judge]) => judge(event.args, moment));
    steps.push({ block: event.blockNumber, isRight: all.every((isRight) => isRight) });
  });
  return stepRows({ name: null, town: null }, steps);
}

function eventsIn(books: Books): AnyEvent[] | null {
  const { roles, towns, members, successions, projects, hours, benefits, infinity } = books;
  const { sales, releases, profits, treasury, divisions, tokenEvents } = books;
  const lists = [roles, towns, members, successions, projects, hours, benefits, infinity];
  const all: (readonly AnyEvent[] | null)[] = [
    ...lists,
    ...[sales, releases, profits, treasury, divisions],
    ...(tokenEvents?.values() ?? [null]),
  ];
  return all.every((list) => list !== null) ? inOrder<AnyEvent>(...all) : null;
}

/** Times of all blocks: of one that nobody has said, that of the block before it. */
function filled(events: readonly AnyEvent[], times: ReadonlyMap<bigint, number>): Map<bigint, number> {
  let last = 0;
  return new Map(events.map(({ blockNumber }) => [blockNumber, (last = times.get(blockNumber) ?? last)]));
}
