import { msg, plural } from "@lingui/core/macro";
import type { ProjectKind, ProjectStage } from "@one-small-town/core/rules/enumerations.ts";

const kindNames: Record<ProjectKind, ReturnType<typeof msg>> = {
  upliftment: msg`Project for everyone`,
  garden: msg`Garden`,
  community: msg`Business`,
  cornerstone: msg`Cornerstone business`,
};

const stageNames: Record<ProjectStage, ReturnType<typeof msg>> = {
  none: msg`Unknown`,
  idea: msg`Idea`,
  planned: msg`Planned`,
  funding: msg`Funding`,
  operating: msg`At work`,
  closed: msg`Closed`,
};

const stageHelps: Record<ProjectStage, ReturnType<typeof msg>> = {
  none: msg`There is no word on where it stands.`,
  idea: msg`A member proposed it. It still needs a plan.`,
  planned: msg`It has a plan. Next come money and hands.`,
  funding: msg`It raises money now, by selling shares.`,
  operating: msg`It is up and at work.`,
  closed: msg`It has ended.`,
};

const fieldNames = {
  sector: msg`Field of work`,
  goal: msg`Goal`,
  budget: msg`Budget`,
  size: msg`Size`,
  horizon: msg`Until when`,
} as const;

export const projectWords = {
  kind: (kind: keyof typeof kindNames) => kindNames[kind],
  stage: (stage: keyof typeof stageNames) => stageNames[stage],
  stageHelp: (stage: keyof typeof stageHelps) => stageHelps[stage],
  stages: msg`How far it has come`,
  isNow: msg`now`,
  isDone: msg`done`,
  untitled: (number: number) => msg`Project ${number}`,
  noProject: msg`There is no such project`,
  noProjectHelp: msg`The link may be old or mistyped. Go to the list of towns and look from there.`,

  about: msg`What it is`,
  fieldNames,
  wordsElsewhere: msg`Its words stand at another address, or are not what was promised. So they are not shown here.`,
  noAbout: msg`Its members have not written more about it yet.`,

  documents: msg`Documents`,
  documentsHelp: msg`The chain keeps the fingerprint of each document. Change one letter, and it no longer fits.`,
  plan: msg`Business plan`,
  projectPlan: msg`Plan`,
  pack: msg`Investor pack`,
  accounts: msg`Accounts`,
  noDocuments: msg`It has no documents yet.`,

  people: msg`Who runs it`,
  manager: msg`Manager`,
  payout: msg`Wallet that gets the money of a sale`,
  noManager: msg`Nobody has been named yet.`,

  deed: msg`How its profit is shared`,
  sealed: msg`Sealed: this can never change.`,
  notSealed: msg`Both ambassadors can still change this, until a sale of shares opens.`,

  sales: msg`Shares`,
  noSales: msg`Its shares were never on sale.`,
  saleNumber: (id: string) => msg`Sale ${id}`,
  soldOf: (sold: string, goal: string) => msg`${sold} sold, goal ${goal}`,
  settledSale: (shares: string) => msg`${shares} shares are owned`,

  profit: msg`Profit so far`,
  noProfit: msg`No profit has been paid in yet.`,
  profitTotal: (amount: string, times: number) =>
    msg`${amount} in ${plural(times, { one: "# deposit", other: "# deposits" })}`,
  profitChart: msg`Profit of each period. The table below says the same.`,
  profitTable: msg`Profit by period`,
  period: msg`Period`,
  total: (symbol: string) => msg`Profit, ${symbol}`,
  members: msg`Members`,
  membersWeeks: (weeks: number) => msg`over ${plural(weeks, { one: "# week", other: "# weeks" })}`,
  fund: msg`Town fund`,
  investors: msg`Share owners`,
  country: msg`Country office`,
  accountsOf: (period: string) => msg`Accounts: ${period}`,
};
