import { buildModule } from "@nomicfoundation/ignition-core";
import projects from "./3-projects.ts";

/** InfinityToken with Contributions as its only minter, then Contributions, then Benefits. */
export default buildModule("hours", (m) => {
  const before = m.useModule(projects);
  const { authority, townRegistry, memberRegistry, projectRegistry } = before;
  const infinityToken = m.contract("InfinityToken", [m.getParameter("contributions"), memberRegistry], {
    after: [projectRegistry],
  });
  const contributions = m.contract("Contributions", [
    authority,
    townRegistry,
    memberRegistry,
    infinityToken,
    m.getParameter("finalDivision"),
  ]);
  const benefits = m.contract("Benefits", [authority, townRegistry, memberRegistry, contributions]);
  return { ...before, infinityToken, contributions, benefits };
});
