import { expect } from "chai";
import { poolAfter } from "@one-small-town/core/verify/state/poolAfter.ts";
import { whereOther } from "@one-small-town/core/verify/state/whereOther.ts";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, networkHelpers } from "../fixture/connection.ts";
import { lost } from "../fixture/deserted.ts";
import { alterLogs } from "./support/alterLogs.ts";
import { alterView } from "./support/alterView.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";
import { readFindings } from "./support/readFindings.ts";
import type { Alter } from "./support/serveChain.ts";

/** What a contract may say else than it should: the view, and in which word of its answer. */
const VIEWS: readonly [ContractName, signature: string, word?: number][] = [
  ["Authority", "headOffice()"],
  ["Authority", "ambassadorOf(bytes32)"],
  ["Authority", "ambassadorOf(bytes32)", 1],
  ["Authority", "nextAmbassadorOf(bytes32)"],
  ["TownRegistry", "townCount()"],
  ["TownRegistry", "townOf(uint32)"],
  ["TownRegistry", "townOf(uint32)", 1],
  ["TownRegistry", "nameOf(uint32)", 1],
  ["TownRegistry", "planOf(uint32)", 1],
  ["TownRegistry", "attestationsAWeek(uint32)"],
  ["MemberRegistry", "walletOf(uint16,bytes32)"],
  ["MemberRegistry", "successorOf(address)"],
  ["MemberRegistry", "memberAt(uint32,uint256)", 1],
  ["MemberRegistry", "wasAway(uint32,uint256,uint16)"],
  ["ProjectRegistry", "isOurs(address)"],
  ["ProjectRegistry", "projectCount(uint32)"],
  ["ProjectRegistry", "projectOf(uint64)"],
  ["ProjectRegistry", "projectOf(uint64)", 3],
  ["ProjectRegistry", "projectOf(uint64)", 5],
  ["InfinityToken", "balanceOf(address)"],
  ["Contributions", "poolOf(uint32)"],
  ["Contributions", "poolOf(uint32)", 1],
  ["Contributions", "poolOf(uint32)", 4],
  ["Contributions", "timesheetAt(uint32,uint256)", 1],
  ["Contributions", "timesheetOf(uint32,uint16)"],
  ["Contributions", "pendingOf(uint32)"],
  ["Benefits", "benefitOf(uint256)", 3],
  ["ShareOffering", "assetOf(uint256)", 1],
  ["ShareOffering", "termsOf(uint256)", 2],
  ["ShareOffering", "tranchesOf(uint256)", 2],
  ["ShareOffering", "releasedOf(uint256)"],
  ["ShareOffering", "callOffOf(uint256)"],
  ["ShareOffering", "saleOf(uint256)", 4],
  ["ShareOffering", "latestOf(uint64)"],
  ["Releases", "progressOf(uint256)", 3],
  ["Releases", "progressOf(uint256)", 4],
  ["Releases", "progressOf(uint256)", 6],
  ["Releases", "agreementOf(uint256)", 1],
  ["ProfitSplitter", "isSealed(uint64)"],
  ["TownTreasury", "fundOf(uint32)"],
  ["TownTreasury", "officeOf(uint16,address)"],
  ["TownTreasury", "spendingOf(uint256)", 4],
  ["TownTreasury", "spendingOf(uint256)", 9],
  ["TownTreasury", "spendingOf(uint256)", 10],
  ["TownTreasury", "voteOf(uint256,uint32)", 1],
  ["TownTreasury", "voteOf(uint256,uint32)", 3],
  ["ProfitSplitter", "keptCount()"],
  ["FinalDivision", "divisionCount()"],
];

/** The chain of the tests behind a node that lies. */
function lying(lie: Alter) {
  return {
    async request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
      return lie({ method, params }, await connection.provider.request({ method, params } as never));
    },
  };
}

describe("what the contracts say of themselves", () => {
  for (const history of [busyTown, bakeryFailed, lost]) {
    it(`follows from all that happened: ${history.name}`, async () => {
      const { deployment } = await networkHelpers.loadFixture<{ deployment: never }>(history as never);
      expect((await readFindings(deployment)).words).to.deep.equal([]);
    });
  }

  for (const [contract, signature, word = 0] of VIEWS) {
    it(`is named where it is another: ${contract}.${signature}, word ${word}`, async () => {
      const { deployment } = await networkHelpers.loadFixture(busyTown);
      const lie = alterView(
        deployment.addresses[contract],
        `function ${signature}`,
        signature.startsWith("is") ? -1n : 1n,
        word,
      );

      const { words } = await readFindings(deployment, lying(lie));

      expect(words).to.have.lengthOf(1);
      expect(words[0]).to.match(
        new RegExp(`^${contract}\\.${signature.split("(")[0]}\\(.*\\) says .*, but by the events it is`),
      );
    });
  }

  it("is named where a node keeps back that a refund was refused", async () => {
    const { deployment, shareOffering, currency, amina, offering } = await networkHelpers.loadFixture(bakeryFailed);
    await (await turnInto(currency, "RefusingDollar")).refuse(amina.address, true);
    await shareOffering.refund(offering, [amina.address]);
    await networkHelpers.mine(); // a node whose newest block lacks events is read at one before it
    const lie = alterLogs("event RefundKept(uint256,address,uint256)", () => []);

    expect((await readFindings(deployment)).words).to.deep.equal([]);
    const { words } = await readFindings(deployment, lying(lie));
    expect(words.join()).to.match(/^ShareOffering\.keptOf\(1, 0x\w+\) says \d+, but by the events it is 0\.$/);
  });

  it("is named where a node keeps back that a part was refused", async () => {
    const { deployment, finalDivision, currency, amina, town, stranger } = await networkHelpers.loadFixture(lost);
    await (await turnInto(currency, "RefusingDollar")).refuse(amina.address, true);
    await finalDivision.connect(stranger).divide(town);
    await finalDivision.claim(1, [1, 4]);
    await networkHelpers.mine();
    const kept = alterLogs("event PartKept(uint256,uint16,address,uint256)", () => []);
    const views = ["keptOf(uint32,uint256)", "remainderOf(uint32)", "divisionOf(uint256)"];

    expect((await readFindings(deployment)).words).to.deep.equal([]);
    expect((await readFindings(deployment, lying(kept))).words.join()).to.contain("by the events it is 0.");
    for (const view of views) {
      const lie = alterView(deployment.addresses.FinalDivision, `function ${view}`, 1n);
      const { words } = await readFindings(deployment, lying(lie));
      expect(words.join()).to.match(new RegExp(`^FinalDivision\\.${view.split("(")[0]}\\(.*\\) says`));
    }
  });

  it("breaks an audit by its name", async () => {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const lie = alterView(deployment.addresses.InfinityToken, "function balanceOf(address)", -(10n ** 18n));

    const { report, text } = await auditBy(deployment, { lies: [lie] });

    expect(report.outcome).to.equal("broken");
    expect(text).to.match(/^✘ This does not add up: .*state/);
    expect(text).to.match(/✘ InfinityToken\.balanceOf\(0x\w+\) says \d+, but by the events it is \d+\./);
  });
});

describe("the pool of a town's members", () => {
  const funded = (amount: bigint, weeks_: number, firstIndex: number) => ({
    eventName: "MembersFunded",
    args: { amount, weeks_, firstIndex },
  });
  const finalised = (weekIndex: number) => ({ eventName: "TimesheetFinalised", args: { weekIndex } });
  const empty = (weekIndex: number) => ({ eventName: "EmptyTimesheetFinalised", args: { weekIndex } });

  it("carries what does not divide, begins and ends each stream with its weeks, and passes over empty ones", () => {
    const events = [funded(100n, 3, 0), finalised(7), empty(8), funded(10n, 1, 2), finalised(9), finalised(10)];
    expect(poolAfter(events as never, [3, 2, 2])).to.deep.equal({
      undivided: 1n,
      carry: 1n,
      running: 0n,
      timesheets: 3,
      lastWeek: 10,
    });
    expect(poolAfter(events.slice(0, 5) as never, [3, 2])).to.deep.equal({
      undivided: 43n,
      carry: 0n,
      running: 43n,
      timesheets: 2,
      lastWeek: 9,
    });
  });

  it("is empty once the town is given up", () => {
    const events = [funded(100n, 3, 0), { eventName: "PoolSurrendered", args: {} }, finalised(7)];
    const { carry, running } = poolAfter(events as never, [1]);
    expect([carry, running]).to.deep.equal([0n, 0n]);
  });
});

describe("an answer that differs", () => {
  it("is told with both values, and where in a tuple", () => {
    expect(whereOther(3n, 3)).to.equal(null);
    expect(whereOther("0xAB", "0xab")).to.equal(null);
    expect(whereOther({ a: 1, b: 2 }, { b: 2 })).to.equal(null);
    expect(whereOther({ a: 1, b: 2 }, { a: 1, b: 3n })).to.deep.equal({ says: "b 2", must: "b 3" });
    expect(whereOther([1, true], [1, false])).to.deep.equal({ says: "true", must: "false" });
  });
});
