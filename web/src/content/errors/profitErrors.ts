import { msg } from "@lingui/core/macro";
import { count, dateTime, percent } from "../format.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type ProfitError = Extract<ErrorName, `Deed${string}` | `ProfitSplitter${string}` | `TownTreasury${string}`>;

export const profitErrors: Sentences<ProfitError> = {
  DeedAboveInvestorsCeiling: ([investors]) =>
    msg`The holders of shares would get ${percent(Number(investors))}. They can get 40% at most. Lower their part.`,
  DeedBelowCommunityFloor: ([membersAndFund]) =>
    msg`The members and the town fund would keep ${percent(Number(membersAndFund))}. They must keep 60% or more. Raise their part.`,
  DeedCountryPartNeedsCornerstone: () =>
    msg`Only a cornerstone business gives a part to the country office. Set that part to 0%.`,
  DeedLeavesMembersNothing: () => msg`The members would get nothing. Give them a part above 0%.`,
  DeedNotWhole: ([sum]) =>
    msg`The four parts add up to ${percent(Number(sum))}. They must add up to 100%. Change one of them.`,
  ProfitSplitterBadWeeks: ([weeks]) =>
    msg`The members’ part can be spread over 1 to 52 weeks, but not over ${count(weeks)}. Choose a number from 1 to 52.`,
  ProfitSplitterChangeAgreed: ([, inForceFrom]) =>
    msg`Another change of this deed is agreed. It holds from ${dateTime(Number(inForceFrom))} on. Wait until then.`,
  ProfitSplitterNoAccounts: () => msg`The accounts behind this profit are missing. Choose the file, then try again.`,
  ProfitSplitterNoAmount: () => msg`The sum is zero. Enter how much you want to pay in.`,
  ProfitSplitterNotABusiness: () => msg`This project is not a business, so it makes no profit. Choose a business.`,
  ProfitSplitterNotOffering: () =>
    msg`Only the contract that sells shares can do this. No wallet can, so there is nothing to do.`,
  ProfitSplitterNotProposed: ([, deed]) =>
    msg`The Town Ambassador in office did not propose this deed, with ${percent(deed.members)} for members and ${percent(deed.investors)} for shares. Or it is agreed by now. Load the page again.`,
  ProfitSplitterSealed: () =>
    msg`Shares were sold under this deed, so it cannot change any more. There is nothing to do.`,
  TownTreasuryNotDepositor: () =>
    msg`Only the contract that splits profit can do this. No wallet can, so there is nothing to do.`,
};
