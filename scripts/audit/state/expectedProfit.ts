import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { eventsNamed, groupBy } from "@one-small-town/core/verify/events.ts";
import { fundsOf } from "@one-small-town/core/verify/replay/fundsOf.ts";
import { FAILED, judgeSale } from "@one-small-town/core/verify/replay/judgeSale.ts";
import { salesOf } from "@one-small-town/core/verify/replay/sales.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

const STATES = { SpendingApproved: 2, SpendingBlocked: 3, SpendingExecuted: 4, SpendingCancelled: 5 };

/** Which deeds are sealed, what is in each fund, and how far each spending has come. */
export function expectedProfit(known: Known): Expectation[] {
  return [...expectedSeals(known), ...expectedFunds(known), ...expectedSpendings(known)];
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
  ];
}

function expectedSpendings({ treasury }: Known): Expectation[] {
  const say = expectedOf("TownTreasury");
  const proposed = eventsNamed(treasury, "SpendingProposed").map(({ args }) => args);
  return [
    say("spendingCount", [], proposed.length),
    ...proposed.map(({ spending, project, payee, proposer, fromOffice, amount, timesheet, active }) => {
      const own = treasury.filter(({ args }) => "spending" in args && args.spending === spending);
      const steps = own.flatMap(({ eventName }) => (eventName in STATES ? [eventName as keyof typeof STATES] : []));
      const last = steps.at(-1);
      const objections = eventsNamed(own, "SpendingObjected").at(-1)?.args.objections ?? 0;
      const approver = eventsNamed(own, "SpendingApproved").at(-1)?.args.approver ?? zeroAddress;
      const said = { approver, project, payee, proposer, fromOffice, amount, timesheet, active, objections };
      const must = { ...said, state: last === undefined ? 1 : STATES[last] };
      return say("spendingOf", [spending], must, townOfProject(project));
    }),
  ];
}
