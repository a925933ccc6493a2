import { buildModule } from "@nomicfoundation/ignition-core";
import roles from "./1-roles.ts";

/** TownRegistry, MemberRegistry and Succession, which refer to each other. */
export default buildModule("members", (m) => {
  const { authority } = m.useModule(roles);
  const townRegistry = m.contract("TownRegistry", [authority, m.getParameter("memberRegistry")]);
  const memberRegistry = m.contract("MemberRegistry", [
    authority,
    townRegistry,
    m.getParameter("contributions"),
    m.getParameter("succession"),
  ]);
  const succession = m.contract("Succession", [authority, townRegistry, memberRegistry]);
  return { authority, townRegistry, memberRegistry, succession };
});
