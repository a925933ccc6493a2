import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { TownClient } from "../System.ts";
import type { Past, PastOf } from "./Past.ts";

/** The history beside a page at `base`, opened when it is first asked for; none where the settings name none. */
export function pastOf(client: TownClient, { deployment, history }: Settings, base: string): PastOf {
  if (history === undefined) return () => Promise.resolve(null);
  const place = { base, hash: history };
  let opening: Promise<Past | null> | undefined;
  return () =>
    (opening ??= import("./openPast.ts").then(({ openPast }) => openPast(client, deployment, place)).catch(() => null));
}
