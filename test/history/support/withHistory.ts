import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { readIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import { readPart } from "@one-small-town/core/history/file/readPart.ts";
import type { Sheet, Told } from "@one-small-town/core/history/file/Record.ts";
import { History } from "../../../scripts/history/History.ts";
import { Past } from "../../../web/src/chain/past/Past.ts";
import type { TownClient } from "../../../web/src/chain/System.ts";
import { ethers } from "../../fixture/connection.ts";

type Telling = { events: readonly Told[]; sheets: ReadonlyMap<string, Sheet>; upTo: number };

/** A client of a node that has a history beside its pages, which tells these events up to a block. */
export async function withHistory(ask: Ask, deployment: Deployment, { events, sheets, upTo }: Telling) {
  const block = await ethers.provider.getBlock(upTo);
  const history = new History(deployment);
  history.add({ events: [...events], sheets: new Map(sheets) });
  const { files, index } = history.write({
    number: upTo,
    hash: (block?.hash ?? "0x") as `0x${string}`,
    time: block?.timestamp ?? 0,
  });
  const parts = files.map(({ text }) => readPart(text));
  const kept = new Map<string, unknown>();
  const client = { request: ask } as unknown as TownClient;
  const past = new Past({
    client,
    deployment,
    index: readIndex(index),
    store: { get: async (key) => kept.get(key), put: async (key, value) => void kept.set(key, value) },
    load: async (family) => parts.filter((part) => part.family === family),
  });
  return { ...client, past: async () => past, history: past };
}
