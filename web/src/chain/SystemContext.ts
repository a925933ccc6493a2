import { createContext } from "react";
import type { System } from "./System.ts";

export const SystemContext = createContext<System | null>(null);
