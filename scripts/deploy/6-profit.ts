import { buildModule } from "@nomicfoundation/ignition-core";
import shares from "./5-shares.ts";

/** ProfitSplitter, then TownTreasury, then FinalDivision, to which a town without keys surrenders. */
export default buildModule("profit", (m) => {
  const before = m.useModule(shares);
  const { authority, townRegistry, memberRegistry, projectRegistry, contributions, shareOffering, releases } = before;
  const profitSplitter = m.contract(
    "ProfitSplitter",
    [townRegistry, projectRegistry, contributions, shareOffering, m.getParameter("townTreasury")],
    { after: [releases] },
  );
  const townTreasury = m.contract("TownTreasury", [
    authority,
    townRegistry,
    memberRegistry,
    projectRegistry,
    contributions,
    profitSplitter,
    m.getParameter("finalDivision"),
  ]);
  const finalDivision = m.contract("FinalDivision", [townRegistry, memberRegistry, contributions, townTreasury]);
  return { ...before, profitSplitter, townTreasury, finalDivision };
});
