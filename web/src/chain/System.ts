import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { makeClient, type TownClient } from "./makeClient.ts";

/** Where every read of a page starts: the contracts of one deployment, and the node that answers for them. */
export type System = { settings: Settings; deployment: Settings["deployment"]; client: TownClient };

export function makeSystem(settings: Settings): System {
  return { settings, deployment: settings.deployment, client: makeClient(settings) };
}
