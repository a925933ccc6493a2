import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { type Address, createClient, custom, defineChain } from "viem";
import { activityQuery } from "../../../web/src/chain/activity/activityQuery.ts";
import { memberWeeksQuery } from "../../../web/src/chain/hours/memberWeeksQuery.ts";
import { sheetTotalsQuery } from "../../../web/src/chain/hours/sheetTotalsQuery.ts";
import { memberHoursQuery } from "../../../web/src/chain/hours/memberHoursQuery.ts";
import { supplyQuery } from "../../../web/src/chain/hours/supplyQuery.ts";
import type { Week } from "../../../web/src/chain/hours/readWeek.ts";
import { benefitsQuery } from "../../../web/src/chain/hours/benefitsQuery.ts";
import { fetchableQuery } from "../../../web/src/chain/hours/fetchableQuery.ts";
import { kitchenQuery } from "../../../web/src/chain/hours/kitchenQuery.ts";
import { timesheetBytesQuery } from "../../../web/src/chain/hours/timesheetBytesQuery.ts";
import { timesheetDeskQuery } from "../../../web/src/chain/hours/timesheetDeskQuery.ts";
import { unfitQuery } from "../../../web/src/chain/hours/unfitQuery.ts";
import { unpaidQuery } from "../../../web/src/chain/hours/unpaidQuery.ts";
import { weeksQuery } from "../../../web/src/chain/hours/weeksQuery.ts";
import type { ReadName } from "../../../web/src/chain/reads.ts";
import { boardQuery } from "../../../web/src/chain/members/boardQuery.ts";
import { formerNumbersQuery } from "../../../web/src/chain/members/formerNumbersQuery.ts";
import { attestableQuery } from "../../../web/src/chain/members/attestableQuery.ts";
import { personCaseQuery } from "../../../web/src/chain/members/personCaseQuery.ts";
import { launchPastQuery } from "../../../web/src/chain/members/launchPastQuery.ts";
import { launchQuery } from "../../../web/src/chain/members/launchQuery.ts";
import { readTown } from "../../../web/src/chain/members/readTown.ts";
import { personQuery } from "../../../web/src/chain/members/personQuery.ts";
import { townFiguresQuery } from "../../../web/src/chain/members/townFiguresQuery.ts";
import { waitingQuery } from "../../../web/src/chain/members/waitingQuery.ts";
import { townsQuery } from "../../../web/src/chain/members/townsQuery.ts";
import { townSummaryQuery } from "../../../web/src/chain/members/townSummaryQuery.ts";
import { blockQuery } from "../../../web/src/chain/blockQuery.ts";
import { blockTimeQuery } from "../../../web/src/chain/blockTimeQuery.ts";
import { ownCaseQuery } from "../../../web/src/chain/decisions/ownCaseQuery.ts";
import { releaseDecisionsQuery } from "../../../web/src/chain/decisions/releaseDecisionsQuery.ts";
import { deedChangesQuery } from "../../../web/src/chain/decisions/deedChangesQuery.ts";
import { townDecisionsQuery } from "../../../web/src/chain/decisions/townDecisionsQuery.ts";
import { deedQuery } from "../../../web/src/chain/profit/deedQuery.ts";
import { spendingsQuery } from "../../../web/src/chain/profit/spendingsQuery.ts";
import { depositsQuery } from "../../../web/src/chain/profit/depositsQuery.ts";
import { walletPastQuery } from "../../../web/src/chain/past/walletPastQuery.ts";
import { accountabilityPastQuery } from "../../../web/src/chain/projects/accountability/accountabilityPastQuery.ts";
import { accountabilityQuery } from "../../../web/src/chain/projects/accountability/accountabilityQuery.ts";
import { projectDocumentsQuery } from "../../../web/src/chain/projects/projectDocumentsQuery.ts";
import { projectQuery } from "../../../web/src/chain/projects/projectQuery.ts";
import { earlierProjectsQuery, plannedQuery } from "../../../web/src/chain/projects/earlierProjectsQuery.ts";
import { readProject } from "../../../web/src/chain/projects/readProject.ts";
import { projectsQuery } from "../../../web/src/chain/projects/projectsQuery.ts";
import { officesQuery } from "../../../web/src/chain/roles/officesQuery.ts";
import { proposalsQuery } from "../../../web/src/chain/roles/proposalsQuery.ts";
import { townWorkQuery } from "../../../web/src/chain/roles/townWorkQuery.ts";
import { buyerQuery } from "../../../web/src/chain/shares/buyerQuery.ts";
import { dividendsQuery } from "../../../web/src/chain/shares/dividendsQuery.ts";
import { holdersQuery } from "../../../web/src/chain/shares/holdersQuery.ts";
import { holdingsPastQuery } from "../../../web/src/chain/shares/holdingsPastQuery.ts";
import { paidOutQuery } from "../../../web/src/chain/shares/paidOutQuery.ts";
import { holdingsQuery } from "../../../web/src/chain/shares/holdingsQuery.ts";
import { requestQuery } from "../../../web/src/chain/shares/requestQuery.ts";
import { offeringQuery, readOffering } from "../../../web/src/chain/shares/offeringQuery.ts";
import { offeringsQuery } from "../../../web/src/chain/shares/offeringsQuery.ts";
import { salesQuery } from "../../../web/src/chain/shares/salesQuery.ts";
import { sendingQuery } from "../../../web/src/chain/shares/sendingQuery.ts";
import { shareTokensQuery } from "../../../web/src/chain/shares/shareTokensQuery.ts";
import type { System } from "../../../web/src/chain/System.ts";
import { connection } from "../../fixture/connection.ts";

/** A read as a page asks for it. */
type Query = { queryKey: readonly unknown[]; queryFn?: unknown };

type Whose = { town: number; business: bigint; offering: bigint; member: number; wallet: Address; other: Address };

/** The chain of these tests, as the dApp reads it. */
export function systemOf(deployment: Deployment): System {
  const rpcUrls = { default: { http: [] } };
  const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = defineChain({ id: deployment.chainId, name: "Tests", nativeCurrency, rpcUrls });
  const transport = custom(connection.provider, { retryCount: 0 });
  return { deployment, client: createClient({ chain, cacheTime: 0, transport }) } as unknown as System;
}

type Told<query> = query extends { queryFn?: infer read }
  ? read extends (...context: never) => infer told
    ? Awaited<told>
    : never
  : never;

/** What a read says, without the cache. */
export async function fetchRead<query extends Query>({ queryFn }: query): Promise<Told<query>> {
  return (queryFn as (context: object) => Promise<Told<query>>)({
    client: { fetchQuery: fetchRead, getQueryData: () => undefined },
  });
}

/** Every read there is, about somebody and a business; null where nothing on the chain changes what it says. */
export async function everyRead(
  system: System,
  { town, business, offering: sale, member: number, wallet, other }: Whose,
): Promise<Record<ReadName, Query | null>> {
  const offering = await readOffering(system, sale);
  if (offering === null) throw new Error("There is no such sale");
  const [token] = await fetchRead(shareTokensQuery(system));
  const towns = await fetchRead(townsQuery(system));
  const weeks = await fetchRead(weeksQuery(system, town));
  const [week] = weeks;
  const kitchenOf = (await fetchRead(townsQuery(system))).find(({ id }) => id === town);
  const present = await fetchRead(accountabilityQuery(system, business));
  return {
    accountability: accountabilityQuery(system, business),
    accountabilityPast: accountabilityPastQuery(system, business, present),
    activity: activityQuery(system, wallet),
    benefits: benefitsQuery(system, town),
    attestable: attestableQuery(system, await readTown(system, town), [
      { wallet: other, residentUntil: 2 ** 32, joins: true, personId: `0x${"1".repeat(64)}` },
    ]),
    block: blockQuery(system),
    blockTime: blockTimeQuery(system, 1n),
    board: boardQuery(system, town),
    buyer: buyerQuery(system, offering, wallet),
    deed: deedQuery(system, business),
    demoPeople: null, // a file beside the pages
    deedChanges: deedChangesQuery(system, town),
    deposits: depositsQuery(system, business),
    dividends: dividendsQuery(system, wallet),
    earlierProjects: earlierProjectsQuery(system, { town, end: 3 }, (id) => readProject(system, id)),
    fetchable: fetchableQuery(system, town, number),
    fee: null, // goes with the time, not with what happens to a town
    formerNumbers: formerNumbersQuery(system, wallet),
    history: null, // an indexer's, of which the sums are held against those of the chain
    holders: holdersQuery(system, offering),
    holdings: holdingsQuery(system, wallet),
    holdingsPast: holdingsPastQuery(system, wallet),
    kitchen: kitchenOf === undefined ? null : kitchenQuery(system, kitchenOf),
    launch: launchQuery(system, town),
    launchPast: launchPastQuery(system, town),
    memberWeeks: memberWeeksQuery(system, { town, number, wallet }, { from: 0, upTo: weeks.length }),
    memberHours: memberHoursQuery(system, { town, number, wallet }),
    offering: offeringQuery(system, sale),
    offerings: offeringsQuery(system),
    offices: officesQuery(system, wallet),
    past: null, // until when a file beside the pages tells it
    ownCase: ownCaseQuery(system, wallet),
    paidOut: paidOutQuery(system, offering.token),
    person: personQuery(system, wallet),
    personCase: personCaseQuery(system, town, wallet),
    planned: plannedQuery(system, { town, end: 1_000 }, (id) => readProject(system, id)),
    project: projectQuery(system, business),
    projectDocuments: projectDocumentsQuery(system, business),
    projects: projectsQuery(system, town),
    proposals: proposalsQuery(system, ofTown(towns, town)),
    receipt: null, // what is in a block stays as it is
    releaseDecisions: releaseDecisionsQuery(system, wallet),
    releaseRequest: requestQuery(system, sale),
    sales: salesQuery(system),
    sending: token === undefined ? null : sendingQuery(system, { token, from: wallet, to: other }),
    shareTokens: shareTokensQuery(system),
    sheetTotals: week === undefined ? null : sheetTotalsQuery(system, week.pointer, 1),
    spendings: spendingsQuery(system, ofTown(towns, town)),
    supply: supplyQuery(system),
    timesheetBytes: week === undefined ? null : timesheetBytesQuery(system, week.pointer),
    timesheetDesk: timesheetDeskQuery(system, town, wallet),
    trial: null, // what a contract would say of something that nobody has sent
    transaction: null, // what is in a block stays as it is
    townDecisions: townDecisionsQuery(system, ofTown(towns, town), number),
    townFigures: townFiguresQuery(system, town),
    towns: townsQuery(system),
    unfit: week === undefined ? null : await unfitOf(system, town, week),
    unpaid: unpaidQuery(system, town),
    waiting: waitingQuery(system, town),
    townSummary: townSummaryQuery(system, town),
    townWork: townWorkQuery(system, town),
    walletPast: walletPastQuery(system, wallet),
    weeks: weeksQuery(system, town),
  };
}

function ofTown<town extends { id: number }>(towns: readonly town[], id: number): town {
  const town = towns.find((one) => one.id === id);
  if (town === undefined) throw new Error("There is no such town");
  return town;
}

/** Of the members with hours in a final week, whom the contract would refuse if it were handed in again. */
async function unfitOf(system: System, town: number, { pointer, weekIndex }: Week): Promise<Query> {
  const quarters = await fetchRead(timesheetBytesQuery(system, pointer));
  return unfitQuery(system, { town, weekIndex, quarters, sheet: pointer });
}

/** What a read says, to be compared: at which block and when it was read is not what it says. */
export async function readText(query: Query): Promise<string> {
  const isWhen = (name: string) => name === "block" || name === "now";
  return JSON.stringify(await fetchRead(query), (name, value: unknown) =>
    isWhen(name) ? undefined : typeof value === "bigint" ? String(value) : value,
  );
}
