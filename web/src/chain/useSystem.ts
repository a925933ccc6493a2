import { useContext } from "react";
import type { System } from "./System.ts";
import { SystemContext } from "./SystemContext.ts";

/** The deployment that this page shows. */
export function useSystem(): System {
  const system = useContext(SystemContext);
  if (system === null) throw new Error("useSystem needs a SystemContext around it");
  return system;
}
