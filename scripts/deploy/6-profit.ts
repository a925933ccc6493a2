import { buildModule } from "@nomicfoundation/ignition-core";
import shares from "./5-shares.ts";

/** ProfitSplitter, then TownTreasury, into which only it pays. */
export default buildModule("profit", (m) => {
  const before = m.useModule(shares);
  const { townRegistry, projectRegistry, contributions, shareOffering } = before;
  const profitSplitter = m.contract("ProfitSplitter", [
    townRegistry,
    projectRegistry,
    contributions,
    shareOffering,
    m.getParameter("townTreasury"),
  ]);
  const townTreasury = m.contract("TownTreasury", [townRegistry, profitSplitter]);
  return { ...before, profitSplitter, townTreasury };
});
