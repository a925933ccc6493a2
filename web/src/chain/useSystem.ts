import { createContext, useContext } from "react";
import type { System } from "./System.ts";

export const SystemContext = createContext<System | null>(null);

/** The deployment that this page shows. */
export function useSystem(): System {
  const system = useContext(SystemContext);
  if (system === null) throw new Error("useSystem needs a SystemContext around it");
  return system;
}
