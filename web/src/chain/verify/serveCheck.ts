import { httpNode } from "@one-small-town/core/asking/httpNode.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { subjectsOf } from "@one-small-town/core/verify/Subject.ts";
import type { Asked, Checked, Obstacle, Told, WantedTable } from "./CheckMessages.ts";
import type { TownClient } from "../System.ts";
import { findObstacle } from "./findObstacle.ts";
import { partsOfBooks, type Reading, readBooks } from "./readBooks.ts";

type AskedCheck = Extract<Asked, { route: unknown }>;

/** Reads and checks the books for whoever is at the other end, and keeps them to make tables of. */
export function serveCheck(port: MessagePort): void {
  const tell = (told: Told) => port.postMessage(told);
  let reading: Reading | null = null;
  const answer = async (data: Asked) => {
    if ("wanted" in data)
      return tell({ kind: "table", id: data.id, csv: reading && (await tableOf(reading, data.wanted)) });
    const end = await check(data, (done) => tell({ kind: "part", done, all: partsOfBooks }));
    if ("obstacle" in end) return tell({ kind: "failed", obstacle: end.obstacle });
    reading = end;
    tell({ kind: "done", checked: checkedOf(end, data) });
  };
  port.addEventListener("message", ({ data }: MessageEvent<Asked>) => void answer(data));
  port.start();
}

async function check(
  { settings, route: { block, town } }: AskedCheck,
  onDone: (parts: number) => void,
): Promise<Reading | { obstacle: Obstacle }> {
  const system = { client: askerOf(settings), deployment: settings.deployment };
  const obstacle = await findObstacle(system, block);
  if (obstacle !== null) return { obstacle };
  let done = 0;
  const wanted = { ...(block === null ? {} : { block }), ...(town === null ? {} : { town }) };
  return readBooks(system, { ...wanted, onPart: () => onDone(++done) }).then(
    (reading) => (isFounded(reading, town) ? reading : { obstacle: "noTown" }),
    () => ({ obstacle: "unreachable" }),
  );
}

/** A client that can do nothing but ask: all that reading the books needs, without what viem's own takes to load. */
function askerOf({ network }: Settings): TownClient {
  return { request: httpNode(network.rpcUrl) } as unknown as TownClient;
}

/** A town that cannot be looked up is not said to be missing. */
function isFounded({ books: { towns } }: Reading, town: number | null): boolean {
  return town === null || towns === null || subjectsOf({ towns, sales: null }, town).length > 0;
}

function checkedOf({ block, books, currencies }: Reading, { route }: AskedCheck): Checked {
  return { block, currencies, findings: checkBooks(books), subjects: subjectsOf(books, route.town) };
}

/** Null as well where what makes tables does not come. */
function tableOf({ books, currencies }: Reading, { table, ...of }: WantedTable): Promise<string | null> {
  return import("@one-small-town/core/verify/csv/makeCsv.ts").then(
    ({ makeCsv }) => makeCsv(table, { books, currencies, hashOf: ({ transactionHash }) => transactionHash ?? "", ...of }),
    () => null,
  );
}
