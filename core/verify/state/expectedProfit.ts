import { townOfProject } from "../../projects/projects.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { fundsOf } from "../replay/fundsOf.ts";
import { FAILED, judgeSale } from "../replay/judgeSale.ts";
import { keptParts } from "../replay/keptParts.ts";
import { salesOf } from "../replay/sales.ts";
import { townsOf } from "../replay/towns.ts";
import { encode } from "../../enumerations.ts";
import { spendingStates } from "../../rules/enumerations.ts";
import { EXECUTION_PERIOD } from "../../rules/TownTreasury.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const STATES = { SpendingApproved: 2, SpendingBlocked: 3, SpendingExecuted: 4, SpendingCancelled: 5 };

const LAPSED = encode(spendingStates, "lapsed");

/**
 * Which deeds are sealed, and which are to come; what is kept or in each fund, how far each spending has come, and what
 * electors say to it.
 */
export function expectedProfit(known: Known, scene: Scene): Expectation[] {
  return [
    ...expectedSeals(known),
    ...expectedChanges(known, scene),
    ...expectedKept(known),
    ...expectedFunds(known),
    ...expectedSpendings(known, scene),
    ...expectedVotes(known),
  ];
}

/** The deed that each business is to have, as it was proposed or agreed last; none where that lapsed. */
function expectedChanges(known: Known, { momentOf, isAwaited }: Scene): Expectation[] {
  const say = expectedOf("ProfitSplitter");
  const deed = { investors: 0, members: 0, fund: 0, country: 0 };
  const nothing = { deed, proposedAt: 0, inForceFrom: 0, proposer: zeroAddress as Address };
  const changes = new Map<bigint, typeof nothing>();
  for (const event of known.profits) {
    const { eventName, args } = event;
    if (eventName === "DeedWithdrawn" || eventName === "DeedSealed") changes.set(args.business, nothing);
    if (eventName === "DeedApproved") {
      const before = changes.get(args.business) ?? nothing;
      changes.set(args.business, Object.assign({}, before, { deed: args.deed, inForceFrom: args.inForceFrom }));
    }
    if (eventName !== "DeedProposed") continue;
    const proposer = momentOf(event).townKey ?? zeroAddress;
    changes.set(args.business, { deed: args.deed, proposedAt: timeOf(known, event), inForceFrom: 0, proposer });
  }
  return [...changes].map(([business, change]) => {
    const town = townOfProject(business);
    const stands = change.inForceFrom !== 0 || isAwaited(town, change.proposer, change.proposedAt);
    return say("changeOf", [business], stands ? change : nothing, town);
  });
}

function expectedKept({ profits }: Known): Expectation[] {
  const say = expectedOf("ProfitSplitter");
  const all = eventsNamed(profits, "ProfitPartKept").map(({ args }) => args);
  const waiting = new Set(keptParts(profits).map(({ kept }) => kept));
  return [
    say("keptCount", [], all.length),
    ...all.map(({ kept, business, part }) => {
      const nothing = { receiver: 0, business: 0n, weeks_: 0, token: zeroAddress, amount: 0n, toOffice: 0n };
      return say("keptOf", [kept], waiting.has(kept) ? part : nothing, townOfProject(business));
    }),
  ];
}

/**
 * Each sale seals its business's deed, until it fails, be it by time alone. What is a mere idea nobody can sell, and the
 * ProjectRegistry is asked of that: anybody may propose thousands.
 */
function expectedSeals({ profits, sales, towns, projects, times, block }: Known): Expectation[] {
  const say = expectedOf("ProfitSplitter");
  const failed = salesOf(sales, towns).filter((sale) => judgeSale(sale, times, block.timestamp).phase === FAILED);
  const seals = groupBy(eventsNamed(profits, "DeedSealed"), ({ args }) => args.business);
  const broken = groupBy(failed, ({ business }) => business);
  const isSealed = (business: bigint) => (seals.get(business)?.length ?? 0) > (broken.get(business)?.length ?? 0);
  const planned = new Set([
    ...eventsNamed(projects, "ProjectPlanned").map(({ args }) => args.project),
    ...seals.keys(),
  ]);
  return [...planned].map((project) => say("isSealed", [project], isSealed(project), townOfProject(project)));
}

/** Also of those of which nothing is known: they are empty. */
function expectedFunds({ treasury, towns }: Known): Expectation[] {
  const say = expectedOf("TownTreasury");
  const funds = fundsOf(treasury, towns);
  const all = townsOf(towns).all;
  const offices = new Map(all.map(({ country, currency }) => [`${country} ${currency}`, { country, currency }]));
  return [
    ...all.map(({ id }) => say("fundOf", [id], funds.find(({ town }) => town === id)?.amount ?? 0n, id)),
    ...[...offices.values()].map((office) => {
      const fund = funds.find(({ country, currency }) => country === office.country && currency === office.currency);
      return say("officeOf", [office.country, office.currency], fund?.amount ?? 0n);
    }),
    ...[...offices.values()].map(({ country, currency }) => {
      const paid = eventsNamed(treasury, "TreasuryFunded").filter(
        ({ args }) => args.toOffice > 0n && args.country === country && args.currency === currency,
      );
      return say("payersOf", [country, currency], [...new Set(paid.map(({ args }) => args.town))]);
    }),
  ];
}

function expectedSpendings(known: Known, { now, isAwaited }: Scene): Expectation[] {
  const { treasury } = known;
  const say = expectedOf("TownTreasury");
  const proposed = eventsNamed(treasury, "SpendingProposed");
  const blockedAt = blockedByContent(known);
  const bySpending = groupBy(treasury, ({ args }) => ("spending" in args ? args.spending : 0n));
  return [
    say("spendingCount", [], proposed.length),
    ...proposed.flatMap((event) => {
      const { spending, project, payee, proposer, fromOffice, again, amount, document, uri } = event.args;
      const town = townOfProject(project);
      const own = bySpending.get(spending) ?? [];
      const steps = own.flatMap(({ eventName }) => (eventName in STATES ? [eventName as keyof typeof STATES] : []));
      const last = steps.at(-1);
      const { approver = zeroAddress, payableFrom = 0 } = eventsNamed(own, "SpendingApproved").at(-1)?.args ?? {};
      const proposedAt = timeOf(known, event);
      const state = last === undefined ? 1 : STATES[last];
      const content = { project, fromOffice, payee, amount, document };
      const must = Object.assign({ proposer, again, state, approver, proposedAt, payableFrom }, content);
      const isOver =
        (state === 1 && !isAwaited(town, proposer, proposedAt)) ||
        (state === STATES.SpendingApproved && now >= payableFrom + EXECUTION_PERIOD);
      return [
        say("spendingOf", [spending], must, town),
        say("stateOf", [spending], isOver ? LAPSED : state, town),
        say("uriOf", [spending], uri, town),
        say("blockedAt", [Object.values(content)], blockedAt(content), town),
        ...eventsNamed(own, "SpendingObjected").map(({ args }) =>
          say("hasObjected", [spending, args.town, args.number], true, args.town),
        ),
      ];
    }),
    ...townsOf(known.towns).all.map(({ id }) => {
      const first = eventsNamed(treasury, "TreasuryFunded").find(({ args }) => args.town === id && args.toOffice > 0n);
      return say("paysSince", [id], first === undefined ? 0 : timeOf(known, first), id);
    }),
  ];
}

type Content = { project: bigint; fromOffice: boolean; payee: Address; amount: bigint; document: string };

/** When each content was blocked last, by whichever number it was proposed. */
function blockedByContent(known: Known): (content: Content) => number {
  const proposed = eventsNamed(known.treasury, "SpendingProposed");
  const contents = new Map(proposed.map(({ args }) => [args.spending, keyOf(args)]));
  const blocked = eventsNamed(known.treasury, "SpendingBlocked");
  const times = new Map(blocked.map((event) => [contents.get(event.args.spending), timeOf(known, event)]));
  return (content) => times.get(keyOf(content)) ?? 0;
}

function keyOf({ project, fromOffice, payee, amount, document }: Content): string {
  return [project, fromOffice, payee, amount, document].join();
}

function expectedVotes({ treasury }: Known): Expectation[] {
  const say = expectedOf("TownTreasury");
  const objections = groupBy(eventsNamed(treasury, "SpendingObjected"), ({ args }) => `${args.spending} ${args.town}`);
  return eventsNamed(treasury, "ElectorsFixed").map(({ args: { spending, town, timesheet, electors, needed } }) => {
    const { length } = objections.get(`${spending} ${town}`) ?? [];
    const must = { timesheet, electors, needed, objections: length };
    return say("voteOf", [spending, town], must, town);
  });
}
