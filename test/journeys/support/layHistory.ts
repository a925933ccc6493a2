import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Told } from "@one-small-town/core/history/file/Record.ts";
import type { Page } from "playwright-core";
import { findEnd } from "../../../scripts/history/findEnd.ts";
import { History } from "../../../scripts/history/History.ts";
import { sumOf } from "../../../scripts/history/historyFolder.ts";
import { readTold } from "../../../scripts/history/readTold.ts";
import type { Stage } from "./openStage.ts";

type Changes = {
  /** What the file tells instead of what happened. */
  told?: (events: Told[]) => Told[];
  /** Blocks at the end that the file leaves to the node. */
  behind?: number;
  /** What comes instead of each file; null where it is missing. */
  file?: (name: string, bytes: Buffer) => Buffer | null;
};

/** Puts a history beside the pages that somebody visits, and says so in their settings. Returns what it tells. */
export async function layHistory(page: Page, { settings, demo }: Stage, changes: Changes = {}): Promise<Told[]> {
  const { told = (events) => events, behind = 0, file = (_, bytes) => bytes } = changes;
  const { deployment, chain } = demo;
  const ask: Ask = ({ method, params }) => chain.connection.provider.request({ method, params } as never);
  const newest = await findEnd(ask, [{ name: "the chain", ask }], true);
  const end = await findEnd(ask, [{ name: "the chain", ask: at(ask, newest.number - BigInt(behind)) }], true);
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: end.number };
  const reading = await readTold(ask, { ...range, deployment, tokens: new Set(), stateAt: newest.number });
  const events = told(reading.events);
  const history = new History(deployment);
  history.add({ events, sheets: reading.sheets });
  const { files, index } = history.write({ number: Number(end.number), hash: end.hash, time: end.time });
  const served = new Map(files.map(({ name, text }) => [name, gzipSync(text)]));
  served.set("index.json", Buffer.from(index));
  await page.route("**/settings.json", (route) => route.fulfill({ json: { ...settings, history: sumOf(index) } }));
  await page.route("**/history/*", (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const bytes = served.get(name);
    const body = bytes === undefined ? null : file(name, bytes);
    return body === null ? route.fulfill({ status: 404, body: "Not found" }) : route.fulfill({ body });
  });
  return events;
}

/** A chain whose newest block is another. */
function at(ask: Ask, number: bigint): Ask {
  return (request) => {
    const [which, ...others] = (request.params ?? []) as unknown[];
    return ask(which === "latest" ? { ...request, params: [`0x${number.toString(16)}`, ...others] } : request);
  };
}
