import { foreseeAddresses } from "./foreseeAddresses.ts";
import type { Plan } from "./makeOrReadPlan.ts";

/** What each step must be told: head office, and the contracts that do not exist yet when it runs. */
export function parametersOf({ headOffice, deployer, firstNonce }: Plan) {
  const foreseen = foreseeAddresses(deployer, firstNonce);
  const { TownRegistry, MemberRegistry, Succession, Contributions } = foreseen;
  const { ShareOffering, Releases, ProfitSplitter, TownTreasury, FinalDivision } = foreseen;
  return {
    roles: { headOffice, townRegistry: TownRegistry, memberRegistry: MemberRegistry },
    members: { memberRegistry: MemberRegistry, contributions: Contributions, succession: Succession },
    hours: { contributions: Contributions, finalDivision: FinalDivision },
    shares: { shareOffering: ShareOffering, releases: Releases, profitSplitter: ProfitSplitter },
    profit: { townTreasury: TownTreasury, finalDivision: FinalDivision },
  };
}
