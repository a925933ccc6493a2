import { buildModule } from "@nomicfoundation/ignition-core";

/** Authority: head office holds the root from construction on; the registries it refers to follow in step 2. */
export default buildModule("roles", (m) => {
  const authority = m.contract("Authority", [
    m.getParameter("headOffice"),
    m.getParameter("townRegistry"),
    m.getParameter("memberRegistry"),
  ]);
  return { authority };
});
