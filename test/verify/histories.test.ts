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

describe("a history of what people may do, whatever they do", () => {
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
          const alarms = alarmsOf(await readChainBooks(play.town.deployment));
          expect(alarms, `after ${tried.calls} calls, of which ${tried.refused} were refused`).to.deep.equal([]);
        }
        if (process.env["HISTORIES"]) console.log(seed, start.name, JSON.stringify(tried));
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
