import { httpNode } from "@one-small-town/core/asking/httpNode.ts";
import { spelled } from "@one-small-town/core/deployment/spelled.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { type Finding, findingKeys } from "@one-small-town/core/verify/Finding.ts";
import { firstChecks } from "@one-small-town/core/verify/firstChecks.ts";
import { makeChecks } from "@one-small-town/core/verify/makeChecks.ts";
import { nextHeadOffice } from "@one-small-town/core/verify/roles/nextHeadOffice.ts";
import { subjectsOf } from "@one-small-town/core/verify/Subject.ts";
import type { TownClient } from "../System.ts";
import type { OnFirst } from "./checkWithPast.ts";
import type { Asked, Checked, Obstacle, Told, WantedTable } from "./CheckMessages.ts";
import { findObstacle } from "./findObstacle.ts";
import { isEventless } from "./isEventless.ts";
import { partsOfBooks, type Reading, readBooks } from "./readBooks.ts";

/** After which there is a verdict: the last part comes after it. */
const PARTS_BEFORE = partsOfBooks - 1;

type AskedCheck = Extract<Asked, { route: unknown }>;
type Tell = (told: Told) => void;

/** Reads and checks the books for whoever is at the other end, and keeps them to make tables of. */
export function serveCheck(port: MessagePort): void {
  const tell: Tell = (told) => port.postMessage(told);
  let reading: Reading | null = null;
  let client: TownClient | null = null;
  const keep = (read: Reading | null) => void (reading = read);
  const answer = async (data: Asked) => {
    if ("wanted" in data) return tell({ kind: "table", id: data.id, csv: await tableOf(client, reading, data.wanted) });
    const { deployment, ...others } = data.settings;
    const settings = { deployment: spelled(deployment), ...others };
    client = askerOf(settings);
    await serve(client, { settings, route: data.route, base: data.base }, { tell, keep });
  };
  port.addEventListener("message", ({ data }: MessageEvent<Asked>) => void answer(data));
  port.start();
}

type Ends = { tell: Tell; keep: (reading: Reading | null) => void };

/** Checks the books, with the history beside the page where there is one, and tells how it went. */
async function serve(client: TownClient, asked: AskedCheck, { tell, keep }: Ends): Promise<void> {
  const own = {
    check: (by: TownClient, onFirst: OnFirst) =>
      check(by, asked, {
        onPart: (done) => tell({ kind: "part", done, all: PARTS_BEFORE }),
        onFirst: (first) => onFirst(firstOf(first, asked), first),
      }),
    checkedOf: (by: Reading) => checkedOf(by, asked),
  };
  const { deployment, history } = asked.settings;
  if (history !== undefined) {
    const { checkWithPast } = await import("./checkWithPast.ts");
    return checkWithPast({ client, deployment, place: { base: asked.base, hash: history }, tell, keep, ...own });
  }
  const end = await own.check(client, (checked, first) => {
    keep(first); // tables are offered with this verdict, and need nothing that comes later
    tell({ kind: "done", checked });
  });
  if ("obstacle" in end) return tell({ kind: "failed", obstacle: end.obstacle });
  keep(end);
  tell({ kind: "done", checked: await own.checkedOf(end) });
}

async function check(
  client: TownClient,
  { settings, route: { block, town } }: AskedCheck,
  { onPart, onFirst }: { onPart: (done: number) => void; onFirst: (reading: Reading) => void },
): Promise<Reading | { obstacle: Obstacle }> {
  const system = { client, deployment: settings.deployment };
  const obstacle = await findObstacle(system, block);
  if (obstacle !== null) return { obstacle };
  let done = 0;
  const wanted = { ...(block === null ? {} : { block }), ...(town === null ? {} : { town }) };
  const obstacleIn = ({ books }: Reading): Obstacle | null => {
    if (isEventless(books, settings.deployment)) return "eventless";
    return isFounded({ books }, town) ? null : "noTown";
  };
  const told = { onFirst: (first: Reading) => obstacleIn(first) === null && onFirst(first) };
  const end = readBooks(system, { ...wanted, ...told, onPart: () => done++ < PARTS_BEFORE && onPart(done) });
  return end.then(
    (reading) => {
      const found = obstacleIn(reading);
      return found === null ? reading : { obstacle: found };
    },
    () => ({ obstacle: "unreachable" }),
  );
}

/** A client that can do nothing but ask: all that reading the books needs, without what viem's own takes to load. */
function askerOf({ network }: Settings): TownClient {
  return { request: httpNode(network.rpcUrl) } as unknown as TownClient;
}

/** A town that cannot be looked up is not said to be missing. */
function isFounded({ books: { towns } }: Pick<Reading, "books">, town: number | null): boolean {
  return town === null || towns === null || subjectsOf({ towns, sales: null }, town).length > 0;
}

/** What is checked before the rest is loaded. */
function firstOf(reading: Reading, asked: AskedCheck): Checked {
  return toShow(reading, asked, { findings: makeChecks(firstChecks, reading.books), isLooking: true });
}

async function checkedOf(reading: Reading, asked: AskedCheck): Promise<Checked> {
  return toShow(reading, asked, { findings: await findingsOf(reading.books), isLooking: false });
}

function toShow(
  { block, books, currencies }: Reading,
  { route }: AskedCheck,
  { findings, isLooking }: Pick<Checked, "findings" | "isLooking">,
): Checked {
  const next = nextHeadOffice(books.roles ?? []);
  return { block, currencies, findings, subjects: subjectsOf(books, route.town), next, isLooking };
}

/** Of every check; of the last nobody can say where they do not come. */
function findingsOf(books: Books): Promise<Finding[]> {
  return import("@one-small-town/core/verify/lastChecks.ts").then(
    ({ lastChecks }) => makeChecks({ ...firstChecks, ...lastChecks }, books),
    () => makeChecks({ ...Object.fromEntries(findingKeys.map((key) => [key, () => null])), ...firstChecks }, books),
  );
}

/** Null as well where what makes tables does not come. */
async function tableOf(
  client: TownClient | null,
  reading: Reading | null,
  wanted: WantedTable,
): Promise<string | null> {
  if (client === null || reading === null) return null;
  return import("./makeTable.ts").then(
    ({ makeTable }) => makeTable(client, reading, wanted),
    () => null,
  );
}
