import { currencySentences } from "./currencyEvents.ts";
import { benefitsSentences, contributionsSentences, infinityTokenSentences } from "./hoursEvents.ts";
import { memberRegistrySentences, successionSentences, townRegistrySentences } from "./membersEvents.ts";
import { finalDivisionSentences, profitSplitterSentences, townTreasurySentences } from "./profitEvents.ts";
import { projectRegistrySentences } from "./projectsEvents.ts";
import { releasesSentences } from "./releasesEvents.ts";
import { authoritySentences } from "./rolesEvents.ts";
import { investorTokenSentences, shareOfferingSentences } from "./sharesEvents.ts";

/** A sentence for every event of every contract, and of the currencies of the towns. */
export const eventSentences = {
  Authority: authoritySentences,
  TownRegistry: townRegistrySentences,
  MemberRegistry: memberRegistrySentences,
  Succession: successionSentences,
  ProjectRegistry: projectRegistrySentences,
  InfinityToken: infinityTokenSentences,
  Contributions: contributionsSentences,
  Benefits: benefitsSentences,
  InvestorToken: investorTokenSentences,
  ShareOffering: shareOfferingSentences,
  Releases: releasesSentences,
  ProfitSplitter: profitSplitterSentences,
  TownTreasury: townTreasurySentences,
  FinalDivision: finalDivisionSentences,
  Currency: currencySentences,
};
