import { useEffect } from "react";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { System } from "../chain/System.ts";
import { readServings, type Serving, servingsKey, touchServings, useServingChanges } from "./servings.ts";

/** What was handed out in a town and waits to be written down, here or in another window; and whether it outlives this one. */
export function useServings(system: System, town: number): { servings: Serving[]; isKept: boolean } {
  const key = servingsKey(system, town);
  useServingChanges();
  useEffect(() => {
    const hear = (event: StorageEvent) => event.key === key && touchServings();
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }, [key]);
  return { servings: readServings(system, town), isKept: isKept(key) };
}

/** Whether the browser itself keeps what stands under a key, and not only this page. */
function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) === deviceStorage.getItem(key);
  } catch {
    return false;
  }
}
