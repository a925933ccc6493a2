import { expect } from "chai";
import { describeDemo } from "../../scripts/demo/describeDemo.ts";
import { demoPeople } from "../../scripts/demo/demoPeople.ts";
import { playDemo } from "../../scripts/demo/playDemo.ts";
import type { DemoTown } from "../../scripts/demo/DemoTown.ts";
import { contractsOf, type Contracts } from "../../scripts/operator/contractsOf.ts";

const LOCAL = 1n;
const SETTLED = 6n;
const [IDEA, FUNDING, OPERATING] = [1n, 3n, 4n];

describe("playDemo", () => {
  let demo: DemoTown;
  let contracts: Contracts;

  before(async function () {
    this.timeout(120_000);
    demo = await playDemo(18_700);
    contracts = contractsOf(demo.deployment, demo.chain.officials.payer);
  });

  after(() => demo.chain.close());

  it("ends at the present, after a history of months", async () => {
    const { provider } = demo.chain.connection.ethers;
    const [latest, first] = [await provider.getBlock("latest"), await provider.getBlock(1)];

    expect(latest?.timestamp).to.be.closeTo(Math.floor(Date.now() / 1000), 60);
    expect(first?.timestamp).to.be.lessThan(Date.now() / 1000 - 140 * 86_400);
  });

  it("has a town of sixty people or more, most of them members", async () => {
    const locals = demoPeople.filter(({ kind }) => kind === "member" || kind === "resident");

    expect(locals.length).to.be.at.least(60);
    expect(await contracts.memberRegistry.memberCount(demo.town)).to.equal(54);
  });

  it("has twelve weeks of finalised timesheets or more, partly claimed", async () => {
    const { timesheets } = await contracts.contributions.poolOf(demo.town);
    const claimed = await contracts.contributions.queryFilter(contracts.contributions.filters.ContributionsClaimed());

    expect(timesheets).to.be.at.least(12);
    expect(claimed.length).to.be.greaterThan(0);
    expect((await contracts.contributions.claimable(demo.town, 4, timesheets)).infinity).to.be.greaterThan(0n);
  });

  it("has a business owned by residents, one on sale to residents, and one that is an idea", async () => {
    const { projectRegistry, shareOffering } = contracts;
    const ids = [1, 2, 3, 4, 5].map((number) => (BigInt(demo.town) << 32n) | BigInt(number));
    const projects = await Promise.all(ids.map((id) => projectRegistry.projectOf(id)));

    expect(projects.map(({ kind, stage }) => [kind, stage])).to.deep.equal([
      [0n, OPERATING],
      [1n, OPERATING],
      [2n, IDEA],
      [2n, OPERATING],
      [3n, FUNDING],
    ]);
    expect(await shareOffering.phaseOf(1)).to.equal(SETTLED);
    expect((await shareOffering.saleOf(1)).scope).to.equal(LOCAL);
    expect(await shareOffering.phaseOf(2)).to.equal(LOCAL);
  });

  it("says what lives there", async () => {
    const text = await describeDemo(demo);

    expect(text).to.include("Willowmere, town 1");
    expect(text).to.include("Willowmere Bakery: 256 shares of 200 to 400, settled");
    expect(text).to.include("Willowmere Solar workshop: 35 shares of 200 to 400, local");
  });
});
