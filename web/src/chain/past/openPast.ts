import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { TownClient } from "../System.ts";
import { openDeviceStore } from "./openDeviceStore.ts";
import { loadIndex, loadParts, type Place } from "./loadParts.ts";
import { Past } from "./Past.ts";

/** Opens the history beside the pages. Throws where its index does not come, or is another than the settings name. */
export async function openPast(client: TownClient, deployment: Deployment, place: Place): Promise<Past> {
  const index = await loadIndex(place, deployment);
  const store = openDeviceStore();
  return new Past({
    client,
    deployment,
    index,
    store,
    load: (family) => loadParts(place.base, index, family, store),
  });
}
