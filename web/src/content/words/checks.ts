import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FindingKey } from "@one-small-town/core/verify/Finding.ts";
import type { Sign } from "@one-small-town/core/verify/trueSigns.ts";
import { COMMUNITY_FLOOR, INVESTORS_CEILING } from "@one-small-town/core/rules/Deeds.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { MOST_OPEN } from "@one-small-town/core/rules/TownTreasury.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { capitalised, percent, span, spelled } from "../format.ts";
import { checkHeadings } from "./checkHeadings.ts";

type FigureWords = {
  name: MessageDescriptor;
  /** How the figure was made. */
  how: MessageDescriptor;
  /** What stands between it and the figure before. */
  sign?: Sign;
};

type CheckWords = { rule: MessageDescriptor; figures: readonly FigureWords[] };

/** The rule of each check, and how each of its figures is made: loaded with the first check that is unfolded. */
export const checkWords: Record<FindingKey, CheckWords> = {
  held: {
    rule: msg`Held must be at least as much as owed. More is fine: somebody sent it by mistake. No town, sale or fund may have paid out more than it had.`,
    figures: [
      { name: checkHeadings.held.figure, how: msg`The currency is asked how much each contract has.` },
      {
        name: msg`Owed`,
        sign: "≥",
        how: msg`Added up from each payment since the first block. Sales: shares bought at their price, less what was paid back or sent on. Members: what came in for them, less what they took. Dividends: what came in, less what holders took. Town funds: what came in or was given, less what was spent. What a lost town had counts as owed to those who share it. Parts of a profit that could not be taken count as owed to those they are for.`,
      },
    ],
  },
  minted: {
    rule: msg`Both must be the same in each town.`,
    figures: [
      { name: checkHeadings.minted.figure, how: msg`Each time that the token shows new INFINITY, added up.` },
      {
        name: msg`Shifts worked`,
        sign: "=",
        get how() {
          return msg`Counted from the bytes of each final timesheet. One byte is one member’s quarter hours. ${capitalised(spelled(SHIFT))} make a shift; the rest is dropped.`;
        },
      },
    ],
  },
  supply: {
    rule: msg`The supply must be what was made, less what was burnt.`,
    figures: [
      { name: checkHeadings.supply.figure, how: msg`The token is asked how much there is.` },
      { name: msg`Made`, sign: "=", how: msg`Each time that the token shows new INFINITY, added up.` },
      { name: msg`Burnt`, sign: "−", how: msg`Each time that an owner gave INFINITY up for good, added up.` },
    ],
  },
  shares: {
    rule: msg`All four must be the same in each business, and so must each wallet in the first two.`,
    figures: [
      { name: checkHeadings.shares.figure, how: msg`What each wallet holds, rebuilt from every move since the start.` },
      { name: msg`By each wallet`, sign: "=", how: msg`The token is asked what each of these wallets holds.` },
      { name: msg`Supply`, sign: "=", how: msg`The token is asked how many shares there are.` },
      { name: msg`Sold`, sign: "=", how: msg`Shares bought, less those given back, from the record of the sale.` },
    ],
  },
  cash: {
    rule: msg`What came in must be what was given and what was left, week by week. What is left must be too small to share.`,
    figures: [
      {
        name: checkHeadings.cash.figure,
        how: msg`Each payment for the members, spread over its weeks, up to the last timesheet. If the town was lost, all of it.`,
      },
      {
        name: msg`Given`,
        sign: "=",
        how: msg`The cash for one active member, times the active members counted from the bytes of the timesheet.`,
      },
      { name: msg`Left over`, sign: "+", how: msg`What was left the last time, as the contract says.` },
    ],
  },
  dividends: {
    rule: msg`What came in must be what was taken, what waits, and what is too small to share. So it must be for each holder, to the last unit.`,
    figures: [
      {
        name: checkHeadings.dividends.figure,
        how: msg`Each dividend that was paid in, added up. What a sale had left when it was wound up must be among them.`,
      },
      { name: msg`Taken`, sign: "=", how: msg`Each dividend that was paid to a holder, added up.` },
      { name: msg`Waiting`, sign: "+", how: msg`The token is asked what each wallet can still take.` },
      {
        name: msg`Left over`,
        sign: "+",
        how: msg`Too small to share. The token is asked what it keeps for the next time.`,
      },
    ],
  },
  paid: {
    rule: msg`What they took can be at most what came in, in each town.`,
    figures: [
      {
        name: checkHeadings.paid.figure,
        how: msg`Each claim of cash, added up. And what a lost town sent on to be shared out.`,
      },
      { name: msg`Came in`, sign: "≤", how: msg`Each payment for the members, added up.` },
    ],
  },
  floor: {
    get rule() {
      return msg`Of each profit, members and town fund must get at least ${percent(COMMUNITY_FLOOR)}, and share owners at most ${percent(INVESTORS_CEILING)}.`;
    },
    figures: [
      { name: checkHeadings.floor.figure, how: msg`All parts of each profit that was paid in.` },
      { name: msg`Members and town fund`, how: msg`Their parts, added up.` },
      { name: msg`Share owners`, how: msg`Their part, added up.` },
    ],
  },
  phases: {
    rule: msg`Time and the shares sold alone decide the phase. Each step must come in its phase, and the phase now must be the right one.`,
    figures: [
      {
        name: checkHeadings.phases.figure,
        how: msg`Shares bought and given back, and each end of a phase, from the record of the sale.`,
      },
      {
        name: msg`Right`,
        sign: "=",
        how: msg`We play the sale again with its terms and the clock, and count the steps that fit.`,
      },
    ],
  },
  scope: {
    rule: msg`Who buys or gets shares must live near enough on that day. What a person left may go to their heir.`,
    figures: [
      { name: checkHeadings.scope.figure, how: msg`Each time that somebody bought shares, or was sent some.` },
      {
        name: msg`Near enough`,
        sign: "=",
        how: msg`We look up where that person lived on that day, from the record of persons.`,
      },
    ],
  },
  refunds: {
    rule: msg`What was paid back must be what was paid for the shares. Shares are free to move only after a sale that worked.`,
    figures: [
      { name: checkHeadings.refunds.figure, how: msg`Each payment back after a failed sale, added up.` },
      { name: msg`Paid for them`, sign: "=", how: msg`The shares that were taken back, at their price.` },
    ],
  },
  deeds: {
    rule: msg`What came in must be what reached the three groups. Each part must be the one in the deed of that day, and the deed now must be the one agreed on.`,
    figures: [
      { name: checkHeadings.deeds.figure, how: msg`All parts of each profit that was paid in.` },
      { name: msg`To share owners`, sign: "=", how: msg`What the tokens show that came in with it.` },
      { name: msg`To members`, sign: "+", how: msg`What the members’ pool shows that came in with it.` },
      { name: msg`To town and country`, sign: "+", how: msg`What the funds show that came in with it.` },
    ],
  },
  weeks: {
    rule: msg`What a member took and what waits for them must be what their weeks earned. So it must be for each of them.`,
    figures: [
      { name: checkHeadings.weeks.figure, how: msg`Each claim, added up.` },
      { name: msg`Waiting`, sign: "+", how: msg`The contract is asked what each member can still claim.` },
      {
        name: msg`Earned`,
        sign: "=",
        how: msg`Counted from each member’s byte in each final timesheet since they joined.`,
      },
    ],
  },
  keys: {
    rule: msg`Each such step needs all that comes before it. One person asks, another one agrees, the time to object goes by, and too few object. A ban must be agreed to in time, and a second new wallet only by those long in office.`,
    figures: [
      {
        name: checkHeadings.keys.figure,
        how: msg`Payments out of a sale or a fund, deals, deeds, new wallets, and bans, from the record.`,
      },
      {
        name: msg`With two keys`,
        sign: "=",
        how: msg`We play the past again, look who was in office, and count those with all that they need.`,
      },
    ],
  },
  persons: {
    rule: msg`Both must be the same in each town. Each member number must be with the wallet of its owner or heir.`,
    figures: [
      { name: checkHeadings.persons.figure, how: msg`Each person who is known in the town, as the past leads to it.` },
      { name: msg`Same on record`, sign: "=", how: msg`The contract is asked for the record of each of them.` },
    ],
  },
  presence: {
    rule: msg`Both must be the same. Nobody has hours before they joined, or while they were away. Nobody writes their own.`,
    figures: [
      { name: checkHeadings.presence.figure, how: msg`Each byte above zero in each final timesheet.` },
      { name: msg`Of members then`, sign: "=", how: msg`Those whose member had joined and was not away in that week.` },
    ],
  },
  benefits: {
    rule: msg`What was handed out must be what the contract counts, and at most what the weeks earn. So it must be for each member.`,
    figures: [
      {
        name: checkHeadings.benefits.figure,
        how: msg`Each time that a member signed for some. We cannot see who signed; the contract checked that.`,
      },
      { name: msg`On record`, sign: "=", how: msg`The contract is asked how much each of them has had.` },
      { name: msg`Most`, sign: "≤", how: msg`What those weeks earn, from the bytes of the timesheets.` },
    ],
  },
  funds: {
    rule: msg`What came in must be what was spent, what was shared out, and what is there, in each fund.`,
    figures: [
      { name: checkHeadings.funds.figure, how: msg`Each part of a profit and each gift, added up.` },
      { name: msg`Spent`, sign: "=", how: msg`Each payment out of the fund, added up.` },
      { name: msg`Shared out`, sign: "+", how: msg`What a lost town’s fund gave to those who share it.` },
      { name: msg`There`, sign: "+", how: msg`The contract is asked what the fund has.` },
    ],
  },
  escrow: {
    rule: msg`What was paid in must be what went back, what was sent on, and what is there. Parts go one by one. Once a sale is wound up, all the rest goes to those who hold its shares.`,
    figures: [
      { name: checkHeadings.escrow.figure, how: msg`Shares bought, at their price.` },
      { name: msg`Went back`, sign: "=", how: msg`Shares that were given back, at their price.` },
      { name: msg`Sent on`, sign: "+", how: msg`Each payment to the business, and what was wound up.` },
      { name: msg`There`, sign: "+", how: msg`The contracts are asked how many shares there are, and what has left.` },
    ],
  },
  divisions: {
    get rule() {
      return msg`That may be done only after ${span(DORMANT_FOR)} with a key missing. Those of the busiest of its latest weeks get one part each, once. What is left must be too small to share.`;
    },
    figures: [
      { name: checkHeadings.divisions.figure, how: msg`What the members’ pool and the town fund sent on.` },
      {
        name: msg`In equal parts`,
        sign: "=",
        how: msg`One part, times those who share it, counted from their timesheet.`,
      },
      { name: msg`Left over`, sign: "+", how: msg`What was too small to share, as the contract says.` },
    ],
  },
  locked: {
    rule: msg`All that is held must be somebody’s, or too small to share, or sent there by mistake. Too small means less than one unit for each who shares.`,
    figures: [
      { name: checkHeadings.locked.figure, how: msg`The currency is asked how much each contract has.` },
      {
        name: msg`Somebody’s`,
        sign: "=",
        how: msg`Added up one by one: what each member, holder, buyer and fund can still get.`,
      },
      { name: msg`Too small`, sign: "+", how: msg`What did not divide the last time.` },
      {
        name: msg`By mistake`,
        sign: "+",
        how: msg`What is held beyond that. It can be more, but never less than nothing.`,
      },
    ],
  },
  offices: {
    rule: msg`Both must be the same. An ambassador is appointed by the contract for it, and a later one waits first. Any other key is named by one ambassador and agreed to by the other, in time. Who takes over head office said so themselves. No wallet has two keys. That head office asked, and that each one signed, is not on record; the contracts checked it.`,
    figures: [
      { name: checkHeadings.offices.figure, how: msg`Each time that a wallet got a key, from the record of roles.` },
      {
        name: msg`Rightly given`,
        sign: "=",
        how: msg`We play the past again, and count those with both steps, by those in office then.`,
      },
    ],
  },
  electors: {
    rule: msg`Who is new to a town decides nothing for eight full weeks. Electors are those who worked in the busiest of the four latest weeks that are older. A week with far more people than they explain is reviewed for seven days, and so is one that passes over others.`,
    figures: [
      {
        name: checkHeadings.electors.figure,
        how: msg`How often hours were sent in or changed.`,
      },
      {
        name: msg`Measured rightly`,
        sign: "=",
        how: msg`The same, where electors and the end of the review are what the counted weeks before say.`,
      },
    ],
  },
  streams: {
    rule: msg`Who gives money must not choose among weeks whose workers are known. So it begins after all weeks that can still be sent in. This holds from a town’s first final week on. What does not divide is less than a unit a week, and goes to the next one.`,
    figures: [
      {
        name: checkHeadings.streams.figure,
        how: msg`What each payment for the members brought to each final week, played again.`,
      },
      {
        name: msg`To weeks not over`,
        sign: "=",
        how: msg`The same, where the week ended after the payment came in, by the clock of the chain.`,
      },
    ],
  },
  waiting: {
    rule: msg`Both must be the same. While a new wallet is asked for, what others claim for that person waits. When it was refused, agreed to or is too old, nothing waits. Who sent a claim is not on record, so we cannot see that nobody else was paid; the contracts see to it.`,
    figures: [
      {
        name: checkHeadings.waiting.figure,
        how: msg`Each time that a new wallet was asked for, or that this ended, and each person who waits now.`,
      },
      {
        name: msg`Said by both`,
        sign: "=",
        how: msg`Those that the record of persons tells of as well, at the same moment. It is asked who waits now.`,
      },
    ],
  },
  insiders: {
    rule: msg`Both must be the same for each sale. The manager, the wallet to be paid and the Country Ambassador buy nothing, and have no vote. Shares that reach them are not counted.`,
    figures: [
      {
        name: checkHeadings.insiders.figure,
        how: msg`Each time that somebody bought, said no to a payment, or voted to end.`,
      },
      {
        name: msg`By others`,
        sign: "=",
        how: msg`We play the past again, and look who it was who ran the business or agreed to its payments then.`,
      },
    ],
  },
  voices: {
    rule: msg`Both must be the same for each sale. Who says no to a payment, or votes to end, does so with all their shares, once. What they said counts until they take it back or it is paid. So long these shares stay with them.`,
    figures: [
      {
        name: checkHeadings.voices.figure,
        how: msg`Each time that somebody asked, said no, voted, took it back, was blocked or paid, or sent shares.`,
      },
      {
        name: msg`Right`,
        sign: "=",
        how: msg`We count all shares and voices again, and see whether each step fits. Signatures are not on record; the contract checked them.`,
      },
    ],
  },
  spendings: {
    get rule() {
      return msg`Both must be the same in each town. Of a fund at most ${spelled(MOST_OPEN)} payments wait at once. Each is agreed to only where enough members can object. Each of them counts once, if they worked in the week that decides.`;
    },
    figures: [
      {
        name: checkHeadings.spendings.figure,
        how: msg`Each payment that was asked for, agreed to or blocked, and each who objected.`,
      },
      {
        name: msg`Right`,
        sign: "=",
        how: msg`We look in the bytes of the timesheets who could object, and count again. Signatures are not on record; the contract checked them.`,
      },
    ],
  },
  order: {
    rule: msg`Both must be the same. Nothing comes twice, or before what came first. All lies between the first block and the last one read. Each block has one time, and time never runs back.`,
    figures: [
      { name: checkHeadings.order.figure, how: msg`Each block in which something happened.` },
      { name: msg`In order`, sign: "=", how: msg`Those of them in which all of this is right.` },
    ],
  },
  told: {
    rule: msg`Both must be the same. Who did something may. What ends was there before. Sums and hashes are those of what they are of. What happens once is told once.`,
    figures: [
      {
        name: checkHeadings.told.figure,
        how: msg`Each event that says who did it, or what it ends, moves or adds up.`,
      },
      {
        name: msg`Without contradiction`,
        sign: "=",
        how: msg`Each is held against what was told before it, and in the same transaction.`,
      },
    ],
  },
  roles: {
    rule: msg`Both must be the same. Ambassadors come from the register of towns, a town’s keys from its country’s ambassador, its other roles from its own. Nobody holds two keys.`,
    figures: [
      { name: checkHeadings.roles.figure, how: msg`Each time that a role was given or taken.` },
      { name: msg`Right`, sign: "=", how: msg`These, less each that was not by who may, and each key too many.` },
    ],
  },
  state: {
    rule: msg`Both must be the same in each contract. A lie about what happened leads to other answers than the contracts give.`,
    figures: [
      {
        name: checkHeadings.state.figure,
        how: msg`All that follows from what happened: who is who, who holds what, how far each thing has come. Each contract is asked for it; of thousands for one number that stands for all their answers.`,
      },
      { name: msg`As they must be`, sign: "=", how: msg`Answers that are what follows from all that happened.` },
    ],
  },
};
