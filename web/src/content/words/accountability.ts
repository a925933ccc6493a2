import { msg, plural } from "@lingui/core/macro";
import type { AccountsState } from "@one-small-town/core/projects/plans/compareWithPlan.ts";

const states: Record<AccountsState, (day: string) => ReturnType<typeof msg>> = {
  ahead: () => msg`not begun yet`,
  running: (day) => msg`accounts due by ${day}`,
  notAtWork: () => msg`not at work then`,
  toCome: (day) => msg`accounts due by ${day}`,
  onTime: () => msg`accounts came in time`,
  late: (day) => msg`accounts came late: they were due by ${day}`,
  overdue: (day) => msg`accounts are overdue: they were due by ${day}`,
};

const keyNames = {
  townAmbassador: msg`Town Ambassador`,
  countryAmbassador: msg`Country Ambassador`,
  headOffice: msg`Head office`,
  manager: msg`Manager`,
  payout: msg`Wallet that is paid`,
} as const;

export const accountabilityWords = {
  title: (name: string) => msg`${name}: promised and done`,
  intro: msg`The plan of this business, held against what the chain says. Nobody can change either side.`,
  notBusiness: msg`Only a business has a plan to answer for`,
  notBusinessHelp: msg`This is a project of all. It sells no shares and shares no profit.`,
  readAt: (block: string, moment: string) => msg`All of this was read at block ${block}, of ${moment}.`,

  risks: msg`What to watch`,
  noRisks: msg`Nothing stands out. Look at the figures all the same.`,
  riskOverdue: (quarters: string) => msg`Accounts are overdue: ${quarters}. Ask those who run it why.`,
  riskFailed: msg`The sale of its shares failed. Those who bought get back exactly what they paid.`,
  riskWindingUp: (moment: string) =>
    msg`It gets no more money of its sale. From ${moment} on, what is left goes to the share owners.`,
  riskClosed: msg`This business has been closed for good.`,
  riskNoPlan: msg`There is no business plan on the chain.`,
  riskNoPack: msg`There is no investor pack on the chain.`,
  riskNoAccounts: (deposits: number) =>
    msg`${plural(deposits, { one: "# set of accounts has", other: "# sets of accounts have" })} no address, so nobody can look at them.`,
  riskUnsold: (shares: number) =>
    msg`${plural(shares, { one: "# share is", other: "# shares are" })} still missing to the goal of the sale.`,
  riskHolder: (part: string) => msg`One person holds ${part} of all shares. That is more than 15%.`,
  riskNoKey: (names: string) => msg`Nobody holds this key now: ${names}.`,
  riskPlainKeys: (names: string) =>
    msg`One stolen phone could be enough: this is a plain wallet with one key, not one that several people share: ${names}.`,
  riskDeed: msg`How profit is shared may change soon. See below.`,
  riskCurrency: (symbol: string) =>
    msg`All money here is ${symbol}. Whoever runs that coin may be able to stop it. Nobody here can.`,

  forecast: msg`Forecast and fact`,
  foreseen: msg`Foreseen`,
  paidIn: msg`Paid in`,
  chart: msg`Profit that was foreseen and profit that was paid in, for each quarter. The table below says the same.`,
  table: msg`Profit by quarter of the year`,
  quarter: msg`Quarter`,
  profitIn: (symbol: string) => msg`Profit foreseen, ${symbol}`,
  paidInTable: (symbol: string) => msg`Paid in, ${symbol}`,
  income: (amount: string) => msg`${amount} income`,
  costs: (amount: string) => msg`− ${amount} costs`,
  noForecast: msg`no forecast`,
  rule: msg`Profit counts for the quarter that its deposit names, or else for the one in which it came in. Accounts count when the business pays in after the quarter has ended and names it. A quarter without profit needs accounts too: the smallest coin carries them.`,
  overdueTitle: msg`Accounts are overdue`,
  overdue: (quarter: string, day: string) => msg`${quarter}: they were due by ${day}. None have come.`,
  states,
  outside: (amount: string) => msg`${amount} more was paid in for other times than the plan is for.`,
  budget: msg`What the money of the sale is for`,
  noSale: msg`No shares were on sale, so there is no money of a sale.`,
  noBudget: msg`The plan says nothing of this part.`,
  noBudgetYet: msg`The plan’s budget could not be read, so only what was paid is shown.`,
  tranche: (number: string, part: string) => msg`Part ${number}: ${part} of the money`,
  trancheAmount: (amount: string) => msg`${amount} of what was raised`,
  planned: (amount: string) => msg`${amount} planned`,
  paid: (amount: string, moment: string) => msg`${amount} paid on ${moment}`,
  asked: (moment: string) => msg`asked for on ${moment}, not agreed yet`,
  approved: (moment: string) => msg`agreed, can be paid from ${moment} on`,
  notAsked: msg`not asked for yet`,
  stopped: msg`stopped`,
  evidence: (tranche: string) => msg`Proof for part ${tranche}`,
  otherPart: (what: string, tranche: string) =>
    msg`${what} is planned for part ${tranche}, but the sale has no such part.`,

  keys: keyNames,
};
