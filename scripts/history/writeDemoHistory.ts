import path from "node:path";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { DemoTown } from "../demo/DemoTown.ts";
import { extendHistory } from "./extendHistory.ts";
import { findEnd } from "./findEnd.ts";
import { sumOf } from "./historyFolder.ts";

/**
 * Puts the history of a demo town beside its pages, up to the newest block: nobody takes a block of this chain back.
 * Returns the hash by which the settings name it.
 */
export async function writeDemoHistory({ chain, deployment }: DemoTown, pages: string): Promise<string> {
  const ask: Ask = ({ method, params }) => chain.connection.provider.request({ method, params } as never);
  const end = await findEnd(ask, [{ name: "the demo's chain", ask }], true);
  const { index } = await extendHistory(ask, { deployment, folder: path.join(pages, "history"), end });
  return sumOf(index);
}
