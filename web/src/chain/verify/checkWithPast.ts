import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { families } from "@one-small-town/core/history/file/Family.ts";
import type { Finding } from "@one-small-town/core/verify/Finding.ts";
import type { Progress } from "../past/compareMore.ts";
import type { Place } from "../past/loadParts.ts";
import { openPast } from "../past/openPast.ts";
import type { Past } from "../past/Past.ts";
import type { Conflict } from "../past/ranges.ts";
import type { TownClient } from "../System.ts";
import type { Checked, Obstacle, Told } from "./CheckMessages.ts";
import type { Reading } from "./readBooks.ts";

export type OnFirst = (checked: Checked, reading: Reading) => void;

type Wanted = {
  client: TownClient;
  deployment: Deployment;
  place: Place;
  tell: (told: Told) => void;
  /** Takes the books from which tables are made. */
  keep: (reading: Reading | null) => void;
  /** `onFirst` is told of the verdict before the last comparisons, and of the books that it is about. */
  check: (client: TownClient, onFirst: OnFirst) => Promise<Reading | { obstacle: Obstacle }>;
  checkedOf: (reading: Reading) => Promise<Checked>;
};

/** How a node that answers anybody is read: questions for all events, each of so many blocks, so many a minute. */
const SWEEPS = 16;
const BLOCKS_A_QUESTION = 2_000;
const QUESTIONS_A_MINUTE = 600;

/**
 * Checks the books as the history beside the page tells them. Where they do not add up it is set aside, and all is read
 * from the node: whichever of the two is wrong, the chain itself is asked. Where they do, the history is compared with
 * the node range by range, at first some that say most, then slowly all.
 */
export async function checkWithPast({ client, deployment, place, ...ends }: Wanted): Promise<void> {
  const { tell, keep, check, checkedOf } = ends;
  const finish = async (end: Reading | { obstacle: Obstacle }, checked?: Checked): Promise<void> => {
    keep("obstacle" in end ? null : end);
    if ("obstacle" in end) tell({ kind: "failed", obstacle: end.obstacle });
    else tell({ kind: "done", checked: checked ?? (await checkedOf(end)) });
  };
  const first: OnFirst = (checked, reading) => {
    keep(reading);
    tell({ kind: "done", checked });
  };
  const known = await loaded(client, deployment, place);
  if (known === null) {
    tell({ kind: "history", history: { state: "notLoaded" } });
    return finish(await check(client, first));
  }
  const end = await check({ ...client, past: async () => known }, (checked, reading) => {
    if (brokenIn(checked) === undefined) first(checked, reading);
  });
  if ("obstacle" in end) return finish(end);
  const checked = await checkedOf(end);
  const broken = brokenIn(checked);
  if (broken !== undefined) {
    tell({ kind: "history", history: { state: "setAside", check: broken.key, minutes: minutesOf(known) } });
    return finish(await check(client, first));
  }
  await finish(end, checked);
  const conflict = await compare(client, known, checked, tell);
  if (conflict?.wrong === "history") await finish(await check(client, first));
}

/** What does not add up; undefined where everything does, as far as it could be read. */
function brokenIn({ findings }: Checked): Finding | undefined {
  return findings.find(({ outcome }) => outcome === "broken");
}

/** A history with all its parts; null where one does not come. */
async function loaded(...[client, deployment, place]: Parameters<typeof openPast>): Promise<Past | null> {
  try {
    const known = await openPast(client, deployment, place);
    await Promise.all(families.map((family) => known.parts(family)));
    return known;
  } catch {
    return null;
  }
}

function minutesOf({ index: { deployment, upTo } }: Past): number {
  const questions = (SWEEPS * (upTo.number - deployment.startBlock)) / BLOCKS_A_QUESTION;
  return Math.max(1, Math.ceil(questions / QUESTIONS_A_MINUTE));
}

/** Compares range by range, once the verdict is there; what it comes to is told, and returned where the two differ. */
async function compare(
  client: TownClient,
  past: Past,
  { block }: Checked,
  tell: Wanted["tell"],
): Promise<Conflict | null> {
  const { time: to } = past.index.upTo;
  let found: Conflict | null = null;
  const onProgress = ({ compared, all, conflict }: Progress) => {
    found = conflict;
    if (conflict === null) {
      return tell({ kind: "history", history: { state: "told", to, now: block.timestamp, compared, all } });
    }
    const { fromBlock, toBlock, wrong } = conflict;
    tell({ kind: "history", history: { state: "differs", from: fromBlock, to: toBlock, wrong } });
  };
  await import("../past/compareMore.ts")
    .then(({ compareMore }) => compareMore({ client, past, onProgress }))
    .catch(() => undefined); // the node is silent: nothing is said of it
  return found;
}
