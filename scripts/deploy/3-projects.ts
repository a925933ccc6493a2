import { buildModule } from "@nomicfoundation/ignition-core";
import members from "./2-members.ts";

/** ProjectRegistry. */
export default buildModule("projects", (m) => {
  const before = m.useModule(members);
  const { authority, townRegistry, memberRegistry } = before;
  const projectRegistry = m.contract("ProjectRegistry", [authority, townRegistry, memberRegistry], {
    after: [before.succession],
  });
  return { ...before, projectRegistry };
});
