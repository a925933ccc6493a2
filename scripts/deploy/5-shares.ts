import { buildModule } from "@nomicfoundation/ignition-core";
import hours from "./4-hours.ts";

/** The InvestorToken that every business's token clones, then ShareOffering, then Releases. */
export default buildModule("shares", (m) => {
  const before = m.useModule(hours);
  const { townRegistry, memberRegistry, projectRegistry, benefits } = before;
  const profitSplitter = m.getParameter("profitSplitter");
  const releasesAddress = m.getParameter("releases");
  const investorToken = m.contract(
    "InvestorToken",
    [memberRegistry, m.getParameter("shareOffering"), profitSplitter, releasesAddress],
    { after: [benefits] },
  );
  const shareOffering = m.contract("ShareOffering", [
    townRegistry,
    memberRegistry,
    projectRegistry,
    profitSplitter,
    investorToken,
    releasesAddress,
  ]);
  const releases = m.contract("Releases", [townRegistry, memberRegistry, projectRegistry, shareOffering]);
  return { ...before, investorToken, shareOffering, releases };
});
