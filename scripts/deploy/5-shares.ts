import { buildModule } from "@nomicfoundation/ignition-core";
import hours from "./4-hours.ts";

/** The InvestorToken that every business's token clones, then ShareOffering. */
export default buildModule("shares", (m) => {
  const before = m.useModule(hours);
  const { townRegistry, memberRegistry, projectRegistry, contributions } = before;
  const profitSplitter = m.getParameter("profitSplitter");
  const investorToken = m.contract("InvestorToken", [memberRegistry, m.getParameter("shareOffering"), profitSplitter], {
    after: [contributions],
  });
  const shareOffering = m.contract("ShareOffering", [
    townRegistry,
    memberRegistry,
    projectRegistry,
    profitSplitter,
    investorToken,
  ]);
  return { ...before, investorToken, shareOffering };
});
