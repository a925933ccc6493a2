import { msg, plural } from "@lingui/core/macro";
import type { Phase, Tier } from "@one-small-town/core/rules/enumerations.ts";
import { COMMUNITY_FLOOR } from "@one-small-town/core/rules/Deeds.ts";
import { percent } from "../format.ts";
import { phaseWords } from "./phases.ts";

const tierNames: Record<Tier, ReturnType<typeof msg>> = {
  none: msg`Not on the list now`,
  local: msg`Town`,
  country: msg`Country`,
  world: msg`World`,
};

export const shareWords = {
  phase: (phase: Phase) => phaseWords[phase],
  tier: (tier: Tier) => tierNames[tier],

  offering: (name: string) => msg`Shares of ${name}`,
  unread: msg`Shares on sale`,
  ended: msg`How the sale ended`,
  course: msg`How the sale went`,
  noOffering: msg`There is no such sale`,
  price: msg`one share`,
  goal: msg`goal`,
  cap: msg`at most`,
  raised: msg`sold so far`,

  clock: msg`Whose turn it is`,
  opensIn: (time: string) => msg`Opens in ${time}`,
  endsIn: (time: string) => msg`Ends in ${time}`,
  until: (moment: string) => msg`until ${moment}`,
  from: (moment: string) => msg`from ${moment}`,
  absent: msg`left out`,
  isPast: msg`over`,
  notNeeded: msg`not needed`,
  clockHelp: msg`The town buys first. The country gets a turn only if the town leaves the goal open, and the world only after that. All times are in your time zone.`,

  meter: msg`Who owns the shares now`,
  meterLabel: (sold: string, goal: string) => msg`${sold} sold, goal ${goal}`,
  unsold: msg`Not sold`,
  goalMark: msg`goal`,
  holdersTable: msg`All owners`,
  holder: msg`Owner`,
  holderShares: msg`Shares`,
  holderPart: msg`Part`,
  holderPlace: msg`Lives in`,
  you: msg`you`,
  noHolders: msg`Nobody has bought yet. Be the first.`,

  deed: msg`How profit is shared`,
  get deedHelp() {
    return msg`This is fixed for as long as the shares exist. At least ${percent(COMMUNITY_FLOOR)} of the profit always stays in the town.`;
  },
  example: (profit: string, investors: string, share: string) =>
    msg`For example: of a profit of ${profit}, share owners get ${investors}. That is ${share} for each share.`,

  risks: msg`What could go wrong`,
  riskLoss: msg`A business can fail. Then your shares may be worth nothing. Only spend what you can do without.`,
  riskUnsold: (shares: number) =>
    msg`${plural(shares, { one: "# share is", other: "# shares are" })} still missing to the goal. If the goal is not reached, you get back exactly what you paid.`,
  riskHolder: (part: string) => msg`One person holds ${part} of the shares sold so far.`,
  riskNoPlan: msg`There is no business plan on the chain.`,
  riskReleased: (parts: number) =>
    msg`After a good sale the money goes to the business in ${plural(parts, { one: "# part", other: "# parts" })}. Each part needs proof and two keys, and share owners can stop it.`,
  riskWindingUp: (moment: string) =>
    msg`No more money of this sale goes to the business. From ${moment} on, what is left goes to those who own the shares then.`,
  riskWoundUp: msg`No more money of this sale goes to the business. What was left went to those who owned the shares.`,
  riskScope: msg`Shares sold to the town alone can later go only to people who live in the town.`,

  toDecisions: msg`See what you can decide now`,
  votes: msg`What the owners decide now`,
  votesHelp: msg`Who owns shares can say no to a payment, or vote to end it, with all of them. They stay in the wallet as long as that counts. The manager, the wallet to be paid and the Country Ambassador have no vote.`,
  askedNothing: msg`Nobody asks for money of this sale now.`,
  askedWaits: (part: string, until: string) =>
    msg`Part ${part} is asked for, and not agreed yet. It can be agreed until ${until}.`,
  askedAgreed: (part: string, from: string) =>
    msg`Part ${part} is agreed. It is paid from ${from} on, unless enough say no.`,
  askedStopped: (part: string, from: string) =>
    msg`Part ${part} was stopped. It can be asked for again from ${from} on.`,
  sayNo: (shares: number, all: string, enough: string) =>
    shares === 0
      ? msg`No share of ${all} says no. From ${enough} on, the next part is not paid.`
      : msg`${plural(shares, { one: "# share", other: "# shares" })} of ${all} say no. From ${enough} on, the next part is not paid.`,
  wantEnd: (shares: number, all: string, enough: string) =>
    shares === 0
      ? msg`No share of ${all} wants to end it. From ${enough} on, what is left goes to the owners.`
      : msg`${plural(shares, { one: "# share", other: "# shares" })} of ${all} want to end it. From ${enough} on, what is left goes to the owners.`,

  buy: msg`Buy shares`,
  howMany: msg`How many shares?`,
  howManyHint: (most: string) => msg`From 1 to ${most}`,
  fewer: msg`One fewer`,
  more: msg`One more`,
  youPay: msg`You pay`,
  youHave: (amount: string) => msg`You have ${amount}.`,
  youHold: (shares: number, limit: string) =>
    msg`You hold ${plural(shares, { one: "# share", other: "# shares" })}. Each person may hold up to ${limit}.`,
  fee: (amount: string) => msg`The network takes a fee of about ${amount} on top.`,
  buyButton: (shares: number, amount: string) =>
    msg`Buy ${plural(shares, { one: "# share", other: "# shares" })} for ${amount}`,
  buyNothing: msg`Buy`,
  twoSteps: msg`Your wallet asks twice: first to allow exactly this amount, then to buy.`,
  connectToBuy: msg`Connect a wallet to buy`,
  connectHelp: msg`Once your wallet is connected, we tell you at once whether you may buy now.`,
  buyTitle: (shares: number, name: string) =>
    msg`Buy ${plural(shares, { one: "# share", other: "# shares" })} of ${name}`,
  bought: (shares: number, name: string) =>
    msg`You now hold ${plural(shares, { one: "# more share", other: "# more shares" })} of ${name}. They are locked until the sale ends.`,
  buyStep: (shares: number) => msg`Buy ${plural(shares, { one: "# share", other: "# shares" })}`,

  mayBuyNow: (most: number) => msg`You may buy now: up to ${plural(most, { one: "# share", other: "# shares" })}.`,
  opensLater: (moment: string, time: string) => msg`The sale opens on ${moment}, in ${time}. You may buy from then on.`,
  turnLater: (moment: string, time: string) =>
    msg`Your turn may come on ${moment}, in ${time}. Until then those who live nearer buy first. Come back then: what is missing to the goal will be for sale.`,
  over: msg`This sale is over.`,
  overSucceeded: msg`This sale reached its goal and is over.`,
  overFailed: msg`This sale missed its goal. Everyone gets back exactly what they paid.`,
  toRefund: msg`Get your money back on My shares`,
  toShares: msg`See what is yours on My shares`,
  unattested: msg`Nobody has confirmed where you live yet, so this wallet cannot buy. Go to your town office with your identity document and ask the registrar to confirm your wallet.`,
  suspended: msg`You are suspended, so you cannot buy now. What you own and what you earned stays yours. Ask at your town office what you can do.`,
  insider: msg`You run this business, are paid by it or agree to its payments, so you cannot buy its shares.`,
  notForYou: msg`This sale is only for people who live nearer to the town.`,
  atLimit: (limit: string) =>
    msg`You hold ${limit} shares, as many as one person may hold. So others get a chance too.`,
  soldOut: msg`All shares on offer are sold. If somebody gives shares back, they are for sale again. Look again later.`,

  tooLittleMoney: (need: string, have: string) =>
    msg`You need ${need}, but your wallet has ${have}. Get more first, or buy fewer shares.`,
  aboveMost: (most: string) => msg`You may buy up to ${most} now. Type a smaller number.`,
  howToGet: (symbol: string) => msg`How to get ${symbol}`,
  phaseChanged: msg`The sale moved on while this form was open. Look at the figures again.`,

  cancel: msg`Change of mind`,
  cancelHelp: (moment: string) =>
    msg`You can give shares back until ${moment}. You get exactly what you paid, at once.`,
  cancelOver: (moment: string) =>
    msg`Shares could be given back until ${moment}. Now they stay with you until the sale ends.`,
  cancelMany: msg`How many to give back?`,
  cancelButton: (shares: number, amount: string) =>
    msg`Give ${plural(shares, { one: "# share", other: "# shares" })} back for ${amount}`,
  cancelNothing: msg`Give back`,
  cancelTitle: (shares: number, name: string) =>
    msg`Give ${plural(shares, { one: "# share", other: "# shares" })} of ${name} back`,
  cancelled: (shares: number, amount: string) =>
    msg`You gave ${plural(shares, { one: "# share", other: "# shares" })} back. ${amount} is in your wallet again.`,
  cancelAboveHeld: (held: string) => msg`You hold ${held}. Type that number or a smaller one.`,
  cancelTooLate: (moment: string) => msg`Shares could be given back until ${moment}. That time is over.`,

  toBusiness: (name: string) => msg`Open the page of ${name}`,
};
