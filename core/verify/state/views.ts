import type { ContractName } from "../../deployment/Deployment.ts";
import { type View, viewOf } from "../../views/View.ts";

/** The views that the checks ask, a line each: whole ABIs would be most of what a page loads. A test holds them to those. */
export const SIGNATURES: Partial<Record<ContractName, readonly string[]>> = {
  Authority: [
    "headOffice()(address)",
    "ambassadorOf(bytes32)(address holder,uint256 actsFrom)",
    "nextAmbassadorOf(bytes32)(address wallet,uint256 actsFrom)",
    "hasRole(bytes32,address)(bool)",
    "keyOf(address)(bytes32 role)",
  ],
  TownRegistry: [
    "townCount()(uint32)",
    "townOf(uint32)((address currency,uint16 country))",
    "nameOf(uint32)(string)",
    "planOf(uint32)((bytes32 hash,uint32 version,string uri))",
    "launchStepsOf(uint32)(bytes32[20])",
    "attestationsAWeek(uint32)(uint16)",
  ],
  MemberRegistry: [
    "walletOf(uint16,bytes32)(address)",
    "successorOf(address)(address)",
    "memberCount(uint32)(uint16)",
    "memberAt(uint32,uint256)(address wallet,uint16 joinedIn)",
    "wasAway(uint32,uint256,uint16)(bool)",
    "personOf(address)((uint32 town,uint16 country,uint40 residentUntil,uint16 number,bool left,bool suspended,bool waiting,uint16 idCountry,uint16 movedIn,uint32 nonce) person)",
  ],
  Succession: ["nomineeOf(address)(address)"],
  ProjectRegistry: [
    "isOurs(address)(bool)",
    "projectCount(uint32)(uint32)",
    "projectOf(uint64)((address manager,uint8 kind,uint8 stage,address payout,bytes32 metadata,bytes32 plan,bytes32 pack))",
  ],
  InfinityToken: ["balanceOf(address)(uint256)", "totalSupply()(uint256)"],
  Contributions: [
    "poolOf(uint32)((uint96 undivided,uint96 carry,uint16 timesheets,uint16 lastWeek,uint96 running) pool)",
    "timesheetOf(uint32,uint16)(uint16)",
    "timesheetAt(uint32,uint256)((address pointer,uint96 cashPerActive))",
    "pendingOf(uint32)((address pointer,uint16 weekIndex,uint40 reviewEnds,uint40 jumpSince,address by,uint16 submitter,uint16 active,uint16 electors,uint32 shifts))",
    "keptOf(uint32,uint256)(uint256)",
    "claimedUpTo(uint32,uint256)(uint16)",
    "claimable(uint32,uint16,uint16)(uint256 infinity,uint256 cash)",
  ],
  Benefits: [
    "benefitCount()(uint256)",
    "benefitOf(uint256)((uint32 town,uint8 kind,bool perShift,uint16 units,uint8 validWeeks,uint16 lastWeekIndex))",
    "redeemedOf(uint256,uint256,uint256)(uint32)",
  ],
  InvestorToken: [
    "symbol()(string)",
    "decimals()(uint8)",
    "totalSupply()(uint256)",
    "balanceOf(address)(uint256)",
    "claimable(address)(uint256)",
    "ledger()((uint40 supply,uint112 perShare,uint32 remainder,uint8 scope))",
  ],
  ShareOffering: [
    "offeringCount()(uint256)",
    "latestOf(uint64)(uint256 offering)",
    "assetOf(uint256)((address token,uint96 price,address currency,uint64 business) asset)",
    "termsOf(uint256)((uint64 business,uint96 price,uint32 goal,uint32 cap,uint32 limitLocal,uint32 limitLater,uint40 opens,uint40 localEnds,uint40 countryEnds,uint40 worldEnds,uint16[] tranches,bytes32 plan,bytes32 pack,(uint16 investors,uint16 members,uint16 fund,uint16 country) deed,string name,string symbol))",
    "tranchesOf(uint256)(uint16[])",
    "releasedOf(uint256)(uint256)",
    "callOffOf(uint256)((address by,uint40 until))",
    "saleOf(uint256)((uint40 opens,uint24 localLasts,uint24 countryLasts,uint24 worldLasts,uint32 goal,uint32 cap,uint32 limitLocal,uint32 limitLater,uint8 phase,uint8 scope) sale)",
    "keptOf(uint256,address)(uint256)",
    "phaseOf(uint256)(uint8)",
  ],
  Releases: [
    "progressOf(uint256)((uint8 next,uint32 requests,uint40 lastRelease,uint40 askableFrom,uint32 objecting,uint32 windingUp,uint40 windUpFrom))",
    "agreementOf(uint256)((address by,uint40 until))",
  ],
  ProfitSplitter: [
    "keptCount()(uint256)",
    "keptOf(uint256)((uint8 receiver,uint64 business,uint16 weeks_,address token,uint128 amount,uint128 toOffice))",
    "isSealed(uint64)(bool)",
    "deedOf(uint64)((uint16 investors,uint16 members,uint16 fund,uint16 country) deed)",
  ],
  TownTreasury: [
    "fundOf(uint32)(uint256)",
    "officeOf(uint16,address)(uint256)",
    "payersOf(uint16,address)(uint32[])",
    "spendingCount()(uint256)",
    "spendingOf(uint256)((address proposer,uint64 project,bool fromOffice,bool again,uint8 state,address approver,uint40 proposedAt,uint40 payableFrom,address payee,uint96 amount,bytes32 document))",
    "voteOf(uint256,uint32)((uint16 timesheet,uint16 electors,uint16 objections,uint16 needed))",
  ],
  FinalDivision: [
    "divisionCount()(uint256)",
    "divisionOf(uint256)((address currency,uint32 town,uint16 timesheet,uint16 active,uint256 cashPerActive))",
    "remainderOf(uint32)(uint256)",
    "isPaid(uint256,uint16)(bool)",
    "keptOf(uint32,uint256)(uint256)",
  ],
};

const views = new Map(
  Object.entries(SIGNATURES).map(([contract, signatures]) => [
    contract,
    new Map(signatures.map(viewOf).map((view) => [view.name, view])),
  ]),
);

/** A view of a contract. Throws for one that no check asks. */
export function viewNamed(contract: ContractName, name: string): View {
  const view = views.get(contract)?.get(name);
  if (view === undefined) throw new Error(`Nothing asks ${contract} for ${name}`);
  return view;
}
