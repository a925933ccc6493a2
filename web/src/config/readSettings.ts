import type { Settings } from "@one-small-town/core/deployment/Settings.ts";

/** Reads `settings.json` beside the page. Throws when it is missing or no JSON. */
export async function readSettings(): Promise<Settings> {
  const response = await fetch("./settings.json");
  if (!response.ok) throw new Error(`settings.json: ${response.status}`);
  return (await response.json()) as Settings;
}
