import { eventSignatures } from "@one-small-town/core/abis/eventSignatures.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { expect } from "chai";
import { auditedTown } from "../audit/support/auditedTown.ts";
import { bakery } from "../fixture/bakery.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { divided, lost } from "../fixture/deserted.ts";
import { readChainBooks } from "../fixture/readChainBooks.ts";
import { sixteenWorked } from "../fixture/spending.ts";
import { movingAmina } from "../fixture/succeeding.ts";
import { openHillside, twoTowns } from "../fixture/twoTowns.ts";
import { Play, type Start } from "./histories/Play.ts";
import { playOn, type Tried } from "./histories/playOn.ts";
import { alarmsOf } from "./support/alarmsOf.ts";

/** How many histories are played, how many transactions each has, and with which number the first begins. */
const COUNT = Number(process.env["HISTORIES"] ?? 6);
const LENGTH = Number(process.env["HISTORY_LENGTH"] ?? 30);
const SEED = Number(process.env["HISTORY_SEED"] ?? 1);

async function settledWithHillside() {
  const before = await networkHelpers.loadFixture(auditedTown);
  const other = await ethers.deployContract("TestDollar", before.payer);
  return { ...before, ...(await openHillside(before, await other.getAddress())) };
}

const STARTS: readonly (() => Promise<Start>)[] = [
  ...[busyTown, settledWithHillside, bakeryOnSale, bakeryFailed, sixteenWorked],
  ...[movingAmina, lost, divided, twoTowns, bakery],
];

/** Two histories of the same beginning: a node tells one until it has answered so many questions, and then the other. */
async function readWhileReorganised(play: Play, after: number) {
  const before = await networkHelpers.takeSnapshot();
  await playOn(play, 4);
  let left = after;
  let turning: Promise<unknown> | undefined;
  const turn = async () => {
    await before.restore();
    await playOn(play, 6);
  };
  const node = {
    async request(request: { method: string; params?: unknown }): Promise<unknown> {
      if (left-- === 0) turning = turn();
      if (left < 0) await turning;
      return connection.provider.request(request as never);
    },
  };
  return readChainBooks(play.town.deployment, {}, node as never).then(alarmsOf, () => null);
}

/** What happened in any of the histories, by the names of events. */
const happened = new Set<string>();
let calls = 0;

function noteEvents(books: Books): void {
  const lists = [...Object.values(books), ...(books.tokenEvents?.values() ?? [])].filter(Array.isArray);
  for (const { eventName } of lists.flat() as { eventName?: string }[]) if (eventName) happened.add(eventName);
}

/** How much was played, and which events never came: for whoever asked for more histories than usual. */
function report(): void {
  if (process.env["HISTORIES"] === undefined) return;
  const all = Object.values(eventSignatures)
    .flat()
    .map((signature) => signature.split("(", 1)[0] ?? "");
  const missing = [...new Set(all)].filter((name) => !happened.has(name));
  console.log(`${COUNT} histories, ${calls} calls that were made. Never: ${missing.join(", ") || "nothing"}.`);
}

describe("a history of what people may do, whatever they do", () => {
  after(report);

  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    const start = STARTS[seed % STARTS.length] ?? busyTown;

    describe(`from ${start.name}, number ${seed}`, () => {
      const loadTown = () => networkHelpers.loadFixture(start);

      it("raises no alarm", async function () {
        this.timeout(600_000);
        const play = await Play.begin(await loadTown(), seed);
        const tried: Tried = { calls: 0, refused: 0 };
        for (let part = 0; part < 3; part++) {
          const more = await playOn(play, Math.ceil(LENGTH / 3));
          [tried.calls, tried.refused] = [tried.calls + more.calls, tried.refused + more.refused];
          const books = await readChainBooks(play.town.deployment);
          noteEvents(books);
          const alarms = alarmsOf(books);
          expect(alarms, `after ${tried.calls} calls, of which ${tried.refused} were refused`).to.deep.equal([]);
        }
        calls += tried.calls - tried.refused;
      });

      it("raises none when the chain takes some of it back while it is read", async function () {
        this.timeout(600_000);
        const play = await Play.begin(await loadTown(), seed);
        const alarms = await readWhileReorganised(play, 3 + play.below(60));
        const broken = alarms?.filter((alarm) => alarm.includes("broken") || alarm.includes(" says ")) ?? [];

        expect(broken).to.deep.equal([]);
      });
    });
  }
});
