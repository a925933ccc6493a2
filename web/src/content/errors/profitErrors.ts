import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectStages, type SpendingState, spendingStates } from "@one-small-town/core/rules/enumerations.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { COMMUNITY_FLOOR, INVESTORS_CEILING, WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { LEAST_WEEKS, MOST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { count, dateTime, money, percent, spelledOut } from "../format.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type ProfitError = Extract<
  ErrorName,
  `Deed${string}` | `FinalDivision${string}` | `ProfitSplitter${string}` | `TownTreasury${string}`
>;

const onlyDivision = msg`Only the contract that shares out what a lost town leaves can do this. No wallet can, so there is nothing to do.`;

export const profitErrors: Sentences<ProfitError> = {
  DeedAboveInvestorsCeiling: ([investors]) =>
    msg`The holders of shares would get ${percent(Number(investors))}. They can get ${percent(INVESTORS_CEILING)} at most. Lower their part.`,
  DeedBelowCommunityFloor: ([membersAndFund]) =>
    msg`The members and the town fund would keep ${percent(Number(membersAndFund))}. They must keep ${percent(COMMUNITY_FLOOR)} or more. Raise their part.`,
  DeedCountryPartNeedsCornerstone: () =>
    msg`Only a cornerstone business gives a part to the country office. Set that part to 0%.`,
  DeedLeavesMembersNothing: () => msg`The members would get nothing. Give them a part above 0%.`,
  DeedNotWhole: ([sum]) =>
    msg`The four parts add up to ${percent(Number(sum))}. They must add up to ${percent(WHOLE)}. Change one of them.`,
  FinalDivisionNoSuchDivision: () =>
    msg`The money of this town was not shared out yet, or not under this number. Load the page again.`,
  FinalDivisionNoElectors: () =>
    msg`Nobody has worked in this town for long enough yet, so there is nobody to share its money with. It stays where it is.`,
  FinalDivisionNotActive: ([, number]) =>
    msg`Number ${String(number)} worked less than ${spelledOut(SHIFT / QUARTERS_PER_HOUR, "hour")} in the week that decides who gets a part. So no part is theirs. Check the number.`,
  FinalDivisionPaidAlready: ([, number]) =>
    msg`Number ${String(number)} has got their part before. There is nothing to do.`,
  FinalDivisionTooEarly: ([, since]) =>
    since === 0n
      ? msg`This town has both its ambassadors, so its money stays where it is. There is nothing to do.`
      : msg`This town lacks an ambassador. If that lasts, its money can be shared out from ${dateTime(Number(since) + DORMANT_FOR)} on. Please wait.`,
  FinalDivisionWaiting: ([, number]) =>
    msg`A new wallet is being decided on for number ${String(number)}. Until then only their own wallet can take what is theirs. Please wait.`,
  FinalDivisionTooLittle: ([, , active]) =>
    msg`There is too little money to give a part to each of ${count(active)} members. Wait until more has come in.`,
  ProfitSplitterBadWeeks: ([weeks]) =>
    msg`The members’ part can be spread over ${count(LEAST_WEEKS)} to ${count(MOST_WEEKS)} weeks, but not over ${count(weeks)}. Choose a number from ${count(LEAST_WEEKS)} to ${count(MOST_WEEKS)}.`,
  ProfitSplitterChangeAgreed: ([, inForceFrom]) =>
    msg`Another change of this deed is agreed. It holds from ${dateTime(Number(inForceFrom))} on. Wait until then.`,
  ProfitSplitterNoAccounts: () => msg`The accounts behind this profit are missing. Choose the file, then try again.`,
  ProfitSplitterNoAmount: () => msg`The sum is zero. Enter how much you want to pay in.`,
  ProfitSplitterNothingKept: () =>
    msg`Nothing is kept under this number, or it was passed on before. There is nothing to do.`,
  ProfitSplitterNotABusiness: () => msg`This project is not a business, so it makes no profit. Choose a business.`,
  ProfitSplitterNotItself: () =>
    msg`Only the contract that splits profit can do this to itself. No wallet can, so there is nothing to do.`,
  ProfitSplitterNotOffering: () =>
    msg`Only the contract that sells shares can do this. No wallet can, so there is nothing to do.`,
  ProfitSplitterNotProposed: ([, deed]) =>
    msg`The Town Ambassador in office did not propose this deed, with ${percent(deed.members)} for members and ${percent(deed.investors)} for shares. Or it is agreed by now, or was proposed too long ago. Load the page again.`,
  ProfitSplitterSealed: () =>
    msg`Shares were sold under this deed, so it cannot change any more. There is nothing to do.`,
  ProfitSplitterTooMuch: ([amount, most], unit) =>
    unit === undefined
      ? msg`This is more money than there can be. Give a smaller sum.`
      : msg`${money(amount, unit)} is more than there can be. Give at most ${money(most, unit)}.`,
  TownTreasuryBadPayee: ([payee]) =>
    msg`The wallet ${shortAddress(payee)} cannot be paid. Choose a wallet of a person or company that holds none of the key roles.`,
  TownTreasuryBlockedLately: ([again]) =>
    msg`Members stopped just this payment not long ago. It can be asked for again from ${dateTime(Number(again))} on. Please wait.`,
  TownTreasuryNoAmount: () => msg`The sum is zero. Enter how much it is.`,
  TownTreasuryNoDocument: () => msg`The file that says what the money is for is missing. Choose it, then try again.`,
  TownTreasuryNobodyToAsk: () =>
    msg`No town whose businesses paid into this fund has enough members who could say no. So the money waits until one has. There is nothing to do.`,
  TownTreasuryNotAsked: () =>
    msg`The members of this town are not asked about this payment. Only those whose town’s money it is can say no. Check the number of the payment.`,
  TownTreasuryNotElector: ([, number]) =>
    msg`Number ${String(number)} worked less than ${spelledOut(SHIFT / QUARTERS_PER_HOUR, "hour")} in the week that decides who can say no. Check the number.`,
  TownTreasuryNotApprover: () =>
    msg`The Country Ambassador agrees to what a town fund pays, and head office to what a country fund pays. Ask there.`,
  TownTreasuryNotCovered: ([, held, amount], unit) =>
    unit === undefined
      ? msg`The fund does not hold as much as this payment takes. Wait until more has come in.`
      : msg`The fund holds ${money(held, unit)}, but this payment takes ${money(amount, unit)}. Wait until more has come in.`,
  TownTreasuryNotDepositor: () =>
    msg`Only the contract that splits profit can do this. No wallet can, so there is nothing to do.`,
  TownTreasuryNotFinalDivision: () => onlyDivision,
  TownTreasuryNotMember: ([, number]) =>
    msg`The number ${String(number)} does not go with your wallet. Check the number, or use the wallet that goes with it.`,
  TownTreasuryNotPayable: ([, payableFrom]) =>
    msg`Members can object until ${dateTime(Number(payableFrom))}. If too few do, it can be paid after that. Please wait.`,
  TownTreasuryNotProposer: () =>
    msg`Only the one who holds the office that asked for this payment can call it off. Ask that person.`,
  TownTreasuryNotSigned: ([, number, wallet]) =>
    msg`The wallet ${shortAddress(wallet)} of number ${String(number)} did not sign just this. Ask the member to sign once more.`,
  TownTreasuryObjectedAlready: ([, number]) =>
    msg`Number ${String(number)} has said no to this payment before. Once is enough, so there is nothing to do.`,
  TownTreasuryObjectionsOver: ([, payableFrom]) =>
    msg`Members could object until ${dateTime(Number(payableFrom))}. It is too late now. Ask the ambassadors about this payment.`,
  TownTreasuryOtherContent: () =>
    msg`Another payment was asked for under this number. Load the page again, look at who is paid how much for what, and approve just that.`,
  TownTreasuryOwnSpending: () => msg`Who asks for a payment cannot agree to it as well. Let somebody else agree.`,
  TownTreasuryProjectNotOpen: ([, stage]) =>
    decode(projectStages, stage) === "closed"
      ? msg`This project is closed, so no money is spent on it any more. Choose another project.`
      : msg`There is no such project. Choose a project from the list of the town.`,
  TownTreasuryTooFewElectors: ([, electors, least]) =>
    msg`Only ${count(electors)} members could say no to this payment. It takes ${count(least)}. Wait until enough have worked for some weeks.`,
  TownTreasuryTooManyOpen: ([most]) =>
    msg`${count(most)} payments of this fund wait already. One must be made, stopped or called off first, or lapse.`,
  TownTreasuryWrongState: ([, state]) => wrongState(decode(spendingStates, state)),
};

function wrongState(state: SpendingState): MessageDescriptor {
  const words: Record<SpendingState, MessageDescriptor> = {
    none: msg`There is no such payment. Choose one from the list.`,
    proposed: msg`Nobody has agreed to this payment yet. It must be agreed to first.`,
    approved: msg`This payment is agreed by now. Load the page again, and see what comes next.`,
    blocked: msg`Members have stopped this payment. There is nothing to do.`,
    spent: msg`This payment was made before. There is nothing to do.`,
    cancelled: msg`This payment was called off. It can be asked for once more.`,
    lapsed: msg`This payment was not made in time, or who asked for it left office. It can be asked for once more.`,
  };
  return words[state];
}
