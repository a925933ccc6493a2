import { msg, plural } from "@lingui/core/macro";
import type { Phase, Tier } from "@one-small-town/core/rules/enumerations.ts";

const states: Record<Phase, ReturnType<typeof msg>> = {
  none: msg`on sale`,
  local: msg`on sale`,
  country: msg`on sale`,
  world: msg`on sale`,
  succeeded: msg`sale succeeded`,
  failed: msg`sale failed`,
  settled: msg`unlocked`,
};

/** The names by which a scope is said. */
export type Place = { town: string; country: string };

const mayGoTo: Record<Tier, (place: Place) => ReturnType<typeof msg>> = {
  none: () => msg`Your shares are locked.`,
  local: ({ town }) => msg`You may send them to people who live in ${town}.`,
  country: ({ country }) => msg`You may send them to people of ${country}.`,
  world: () => msg`You may send them to anyone whose home has been confirmed.`,
};

const outOfScope: Record<Tier, (place: Place) => ReturnType<typeof msg>> = {
  none: () => msg`Nobody may get these shares yet.`,
  local: ({ town }) => msg`Only people who live in ${town} may own these shares. This person lives elsewhere.`,
  country: ({ country }) => msg`Only people of ${country} may own these shares. This person lives elsewhere.`,
  world: () => msg`This person may not own these shares.`,
};

export const holdingWords = {
  before: msg`What you had before`,
  toDecisions: msg`See what you can decide now`,
  title: msg`My shares`,
  connectTitle: msg`See what you own`,
  connectHelp: msg`Connect your wallet. You will see the shares you own in each business, and the dividends you can claim.`,
  emptyTitle: msg`You own no shares yet`,
  emptyHelp: msg`When you buy shares of a town's business, they show up here. So do your dividends.`,
  toTowns: msg`See the towns and what is for sale`,

  totals: msg`All your shares`,
  worth: msg`your shares at the price of the sale`,
  worthNote: msg`What somebody would pay for a share today may be more or less.`,
  ready: msg`dividends to claim now`,
  received: msg`dividends you have received`,

  shares: (shares: number) => msg`${plural(shares, { one: "# share", other: "# shares" })}`,
  partOfAll: (part: string, all: string) => msg`${part} of all ${all} shares`,
  partOfSold: (part: string, all: string) => msg`${part} of the ${all} shares sold so far`,
  paid: (shares: string, price: string, amount: string) => msg`You paid ${shares} × ${price} = ${amount} in the sale.`,
  gotSome: (shares: number) =>
    msg`${plural(shares, { one: "# of them was", other: "# of them were" })} sent to you later.`,
  gotAll: msg`They were sent to you. You did not buy them in the sale.`,
  formerly: msg`You own no shares of this business now.`,

  state: (phase: Phase) => states[phase],
  onSaleHelp: (when: string) =>
    msg`Locked until the sale is over. This turn ends on ${when}. If the goal is not reached, you get back exactly what you paid.`,
  toSale: msg`Look at the sale, buy more or give shares back`,
  succeededHelp: msg`The sale reached its goal. Your shares can be unlocked now. Anyone may do it, once for all. Then dividends can come in, and you can send shares.`,
  unlock: msg`Unlock the shares`,
  unlockTitle: (name: string) => msg`Unlock the shares of ${name}`,
  unlocked: (name: string) => msg`The shares of ${name} are unlocked for everyone.`,
  unlockedMeanwhile: msg`These shares have been unlocked already.`,
  cannotUnlock: msg`This sale has not succeeded, so its shares stay locked.`,
  pledged: msg`Your shares vote now, so you cannot send them until you take your votes back.`,
  yours: msg`Your shares are yours for good.`,
  mayGoTo: (scope: Tier, place: Place) => mayGoTo[scope](place),
  failedHelp: msg`The sale missed its goal. You get back exactly what you paid.`,
  refundSum: (shares: string, price: string, amount: string) => msg`${shares} × ${price} = ${amount}`,
  refund: (amount: string) => msg`Get ${amount} back`,
  refundTitle: (name: string) => msg`Get your money for ${name} back`,
  refunded: (amount: string) => msg`You got ${amount} back for your shares.`,
  refundedMeanwhile: msg`Your money has been paid back already. Look at your wallet.`,
  notFailed: msg`This sale has not failed, so there is nothing to pay back.`,
  keptHelp: (amount: string) =>
    msg`${amount} could not be paid to your wallet before, and was kept for you. Ask for it again here.`,
  claimKept: (amount: string) => msg`Get the ${amount} that was kept`,
  keptTitle: (name: string) => msg`Get the money that was kept for you from ${name}`,
  keptDone: (amount: string) => msg`You got ${amount}. It is in your wallet.`,
  keptMeanwhile: msg`This money has been paid to you already. Look at your wallet.`,

  dividends: msg`Dividends`,
  toClaim: msg`to claim now`,
  claimedSoFar: msg`received so far`,
  noDividends: msg`None yet. When the business makes a profit, a part of it comes here for each share.`,
  claim: (amount: string) => msg`Claim ${amount}`,
  claimNothing: msg`Nothing to claim now`,
  claimTitle: (amount: string, name: string) => msg`Claim ${amount} of dividends from ${name}`,
  claimAllTitle: (amount: string) => msg`Claim ${amount} of dividends`,
  claimedMeanwhile: msg`All of this has been paid to you already. Look at your wallet.`,
  claimAll: (amount: string) => msg`Claim all dividends: ${amount}`,
  claimAllHelp: (steps: number) =>
    msg`This takes ${steps} steps, one for each business. Your wallet asks you once for each. You can stop after any step: the rest stays yours.`,

  working: msg`How this was worked out`,
  workingHelp: msg`Each payment is split over all shares. You get the part of one share, times the shares you had then.`,
  rounding: msg`Each share gets the same: what cannot be split evenly waits for the next payment.`,
  workingLine: (each: string, shares: number, credit: string) =>
    msg`${each} × your ${plural(shares, { one: "# share", other: "# shares" })} then = ${credit}`,
  splitLine: (amount: string, all: string, each: string) => msg`${amount} ÷ ${all} shares = ${each} for each`,
  splitWithRest: (amount: string, rest: string, all: string, each: string) =>
    msg`(${amount} + ${rest} that had waited) ÷ ${all} shares = ${each} for each`,
  sumLine: (sum: string, received: string, toClaim: string) =>
    msg`${sum} in all = ${received} received + ${toClaim} to claim`,
  cameAlong: (amount: string) => msg`${amount} came along from the wallet that this one follows.`,
  wentAlong: (amount: string) => msg`${amount} went along to the wallet that follows this one.`,
  sumDiffers: (total: string) =>
    msg`This list does not add up to what the chain says, which is ${total}. The chain counts. Load the page again.`,

  send: msg`Send shares`,
  sendOf: (name: string) => msg`Send shares of ${name}`,
  sendHelp: msg`Shares that you send are gone: nobody can bring them back. The dividends you have earned so far stay yours.`,
  sendTo: msg`Address of the new owner`,
  sendToHint: msg`Ask them for it. It starts with 0x.`,
  sendShares: msg`How many shares?`,
  sendSharesHint: (held: string) => msg`Whole shares, from 1 to ${held}`,
  sendButton: msg`Send`,
  sendNow: (shares: number, to: string) => msg`Send ${plural(shares, { one: "# share", other: "# shares" })} to ${to}`,
  sendTitle: (shares: number, name: string, to: string) =>
    msg`Send ${plural(shares, { one: "# share", other: "# shares" })} of ${name} to ${to}`,
  sent: (shares: number, name: string, to: string) =>
    msg`You sent ${plural(shares, { one: "# share", other: "# shares" })} of ${name} to ${to}.`,
  mayHave: msg`This person may own these shares.`,
  sendLocked: msg`Your shares are still locked. You can send them once the sale has ended well and they are unlocked.`,
  sendSelf: msg`This is your own address. Type the address of the person who is to get the shares.`,
  sendPledged: msg`These shares vote now. Take your votes back first, then you can send them.`,
  sendTooMany: (held: string) => msg`You own ${held}. Type that number or a smaller one.`,
  sendUnattested: msg`Nobody has confirmed where this person lives, or they are suspended. Ask them to go to their town office first.`,
  sendOutOfScope: (scope: Tier, place: Place) => outOfScope[scope](place),
};
