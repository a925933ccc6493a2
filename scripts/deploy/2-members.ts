import { buildModule } from "@nomicfoundation/ignition-core";
import roles from "./1-roles.ts";

/** TownRegistry and MemberRegistry, which refer to each other. */
export default buildModule("members", (m) => {
  const { authority } = m.useModule(roles);
  const townRegistry = m.contract("TownRegistry", [authority, m.getParameter("memberRegistry")]);
  const memberRegistry = m.contract("MemberRegistry", [authority, townRegistry, m.getParameter("contributions")]);
  return { authority, townRegistry, memberRegistry };
});
