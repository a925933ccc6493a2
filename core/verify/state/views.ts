import type { ContractName } from "../../deployment/Deployment.ts";
import { type View, viewOf } from "../../views/View.ts";

/** Views by their contracts, a line each: whole ABIs would be most of what a page loads. A test holds them to those. */
export type Signatures = Partial<Record<ContractName, readonly string[]>>;

/** The views that are asked for the first verdict. */
export const FIRST: Signatures = {
  MemberRegistry: [
    "memberAt(uint32,uint256)(address wallet,uint16 joinedIn)",
    "memberCount(uint32)(uint16)",
    "personOf(address)((uint32 town,uint16 country,uint40 residentUntil,uint16 number,bool left,bool suspended,bool waiting,uint16 idCountry,uint16 movedIn,uint32 nonce) person)",
  ],
  InfinityToken: ["totalSupply()(uint256)"],
  Contributions: [
    "claimable(uint32,uint16,uint16)(uint256 infinity,uint256 cash)",
    "claimedUpTo(uint32,uint256)(uint16)",
  ],
  Benefits: ["redeemedOf(uint256,uint256,uint256)(uint32)"],
  InvestorToken: [
    "balanceOf(address)(uint256)",
    "claimable(address)(uint256)",
    "decimals()(uint8)",
    "ledger()((uint40 supply,uint112 perShare,uint32 remainder,uint8 scope))",
    "symbol()(string)",
    "totalSupply()(uint256)",
  ],
  ShareOffering: ["phaseOf(uint256)(uint8)", "releasedOf(uint256)(uint256)"],
  ProfitSplitter: ["deedOf(uint64)((uint16 investors,uint16 members,uint16 fund,uint16 country) deed)"],
  TownTreasury: ["fundOf(uint32)(uint256)", "officeOf(uint16,address)(uint256)"],
};

/** Finds a view of a contract by its name. Throws for one that no check asks. */
export function viewsBy(signatures: Signatures): (contract: ContractName, name: string) => View {
  const views = new Map(
    Object.entries(signatures).map(([contract, own]) => [
      contract,
      new Map(own.map(viewOf).map((view) => [view.name, view])),
    ]),
  );
  return (contract, name) => {
    const view = views.get(contract)?.get(name);
    if (view === undefined) throw new Error(`Nothing asks ${contract} for ${name}`);
    return view;
  };
}
