import { townOfProject } from "../../projects/projects.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { fundsOf } from "../replay/fundsOf.ts";
import { FAILED, judgeSale } from "../replay/judgeSale.ts";
import { keptParts } from "../replay/keptParts.ts";
import { salesOf } from "../replay/sales.ts";
import { townsOf } from "../replay/towns.ts";
import { zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

const STATES = { SpendingApproved: 2, SpendingBlocked: 3, SpendingExecuted: 4, SpendingCancelled: 5 };

/** Which deeds are sealed, what is kept or in each fund, how far each spending has come, and what electors say to it. */
export function expectedProfit(known: Known): Expectation[] {
  return [
    ...expectedSeals(known),
    ...expectedKept(known),
    ...expectedFunds(known),
    ...expectedSpendings(known),
    ...expectedVotes(known),
  ];
}

function expectedKept({ profits }: Known): Expectation[] {
  const say = expectedOf("ProfitSplitter");
  const all = eventsNamed(profits, "ProfitPartKept").map(({ args }) => args);
  const waiting = new Map(keptParts(profits).map(({ kept, amount }) => [kept, amount]));
  return [
    say("keptCount", [], all.length),
    ...all.map(({ kept, business }) => {
      return say("keptOf", [kept], { amount: waiting.get(kept) ?? 0n }, townOfProject(business));
    }),
  ];
}

/** Each sale seals its business's deed, until it fails, be it by time alone. */
function expectedSeals({ profits, sales, towns, projects, times, block }: Known): Expectation[] {
  const say = expectedOf("ProfitSplitter");
  const failed = salesOf(sales, towns).filter((sale) => judgeSale(sale, times, block.timestamp).phase === FAILED);
  const seals = groupBy(eventsNamed(profits, "DeedSealed"), ({ args }) => args.business);
  const broken = groupBy(failed, ({ business }) => business);
  const isSealed = (business: bigint) => (seals.get(business)?.length ?? 0) > (broken.get(business)?.length ?? 0);
  return eventsNamed(projects, "ProjectProposed").map(({ args: { project } }) =>
    say("isSealed", [project], isSealed(project), townOfProject(project)),
  );
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

function expectedSpendings({ treasury }: Known): Expectation[] {
  const say = expectedOf("TownTreasury");
  const proposed = eventsNamed(treasury, "SpendingProposed").map(({ args }) => args);
  const bySpending = groupBy(treasury, ({ args }) => ("spending" in args ? args.spending : null));
  return [
    say("spendingCount", [], proposed.length),
    ...proposed.map(({ spending, project, payee, proposer, fromOffice, again, amount, document }) => {
      const own = bySpending.get(spending) ?? [];
      const steps = own.flatMap(({ eventName }) => (eventName in STATES ? [eventName as keyof typeof STATES] : []));
      const last = steps.at(-1);
      const approver = eventsNamed(own, "SpendingApproved").at(-1)?.args.approver ?? zeroAddress;
      const said = { approver, project, payee, proposer, fromOffice, again, amount, document };
      const must = { ...said, state: last === undefined ? 1 : STATES[last] };
      return say("spendingOf", [spending], must, townOfProject(project));
    }),
  ];
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
