/**
 * The functions that change something and have no verb in npm run town, each with why. A test demands one or the other of
 * every function that the compiled contracts have.
 */
export const unperformed: Readonly<Record<string, string>> = {
  ...sentOnlyBy("TownRegistry", ["Authority.appoint", "Authority.takeBackAppointment", "MemberRegistry.attestNominee"]),
  ...sentOnlyBy("MemberRegistry", ["Authority.leaveOffice", "Authority.leaveTown", "Contributions.enrol"]),
  ...sentOnlyBy("Succession", [
    "MemberRegistry.beginSuccession",
    "MemberRegistry.endSuccession",
    "MemberRegistry.moveWallet",
    "MemberRegistry.close",
  ]),
  ...sentOnlyBy("Contributions", ["InfinityToken.mint"]),
  ...sentOnlyBy("FinalDivision", ["Contributions.surrender", "TownTreasury.surrender"]),
  ...sentOnlyBy("ShareOffering", [
    "InvestorToken.mint",
    "InvestorToken.burn",
    "InvestorToken.burnAll",
    "InvestorToken.unlock",
    "ProfitSplitter.seal",
  ]),
  ...sentOnlyBy("Releases", ["InvestorToken.pledge", "InvestorToken.unpledge", "ShareOffering.payOut"]),
  ...sentOnlyBy("Releases, ProfitSplitter", ["InvestorToken.deposit"]),
  ...sentOnlyBy("ProjectRegistry", ["ShareOffering.changeManagement"]),
  ...sentOnlyBy("the business's InvestorToken", ["Releases.drop"]),
  ...sentOnlyBy("ProfitSplitter", ["ProfitSplitter.handOver", "TownTreasury.deposit"]),

  "InfinityToken.approve": "ERC-20's plumbing: nothing here takes INFINITY from a wallet by an allowance",
  "InfinityToken.permit": "ERC-2612's plumbing: an allowance, of which nothing here makes use",
  "InfinityToken.transferFrom": "ERC-20's plumbing: for contracts of others that were given an allowance",
  "InfinityToken.burnFrom": "for contracts of others that were given an allowance; burn-infinity burns one's own",
  "InfinityToken.receiveWithAuthorization":
    "ERC-3009's plumbing: for contracts that are paid; send-signed-infinity sends what was signed",
  "InvestorToken.approve": "ERC-20's plumbing: nothing here takes shares from a wallet by an allowance",
  "InvestorToken.permit": "ERC-2612's plumbing: an allowance, of which nothing here makes use",
  "InvestorToken.transferFrom": "ERC-20's plumbing: for contracts of others that were given an allowance",
  "ShareOffering.buyWithPermit": "spares a wallet one confirmation; buy allows exactly the price, and buys",
  "ProfitSplitter.depositWithPermit":
    "spares a wallet one confirmation; deposit allows exactly the profit, and pays it in",
};

/** Functions of which contracts/PERMISSIONS.md says that only another contract may send them. */
function sentOnlyBy(contract: string, functions: readonly string[]): Record<string, string> {
  return Object.fromEntries(functions.map((each) => [each, `only a contract sends it: ${contract}`]));
}
