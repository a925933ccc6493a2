import { readBenefitWords } from "@one-small-town/core/hours/benefits.ts";
import { readDataUri } from "@one-small-town/core/documents/readDataUri.ts";
import { profitOf } from "@one-small-town/core/profit/splitProfit.ts";
import { compareWithPlan, type QuarterRow } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { readPlan } from "@one-small-town/core/projects/plans/readPlan.ts";
import { readProjectMetadata } from "@one-small-town/core/projects/ProjectMetadata.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { expect } from "chai";
import type { Hex } from "viem";
import { checkChain } from "../../scripts/audit/checkChain.ts";
import { demoOfficials, demoPeople } from "../../scripts/demo/demoPeople.ts";
import { type DemoTown, personAt } from "../../scripts/demo/DemoTown.ts";
import { describeDemo } from "../../scripts/demo/describeDemo.ts";
import { listPeople } from "../../scripts/demo/listPeople.ts";
import { playDemo } from "../../scripts/demo/playDemo.ts";
import { type Contracts, contractsOf, tokenAt } from "../../scripts/operator/contracts.ts";
import { ownPort } from "../support/ownPort.ts";

const [LOCAL, COUNTRY, FAILED, SETTLED] = [1n, 2n, 5n, 6n];
const [BAKERY, BRICK_YARD] = [4, 8];
const DOLLAR = { symbol: "TUSD", decimals: 6 };
const [IDEA, FUNDING, OPERATING] = [1n, 3n, 4n];

describe("playDemo", () => {
  let demo: DemoTown;
  let contracts: Contracts;
  const weeks: [week: number, all: number][] = [];

  /** What each quarter of a business foresaw and brought, as the dApp reads it. */
  async function quartersOf(number: number): Promise<QuarterRow[]> {
    const { projectRegistry, profitSplitter } = contracts;
    const business = projectId(demo.town, number);
    const now = await demo.chain.connection.networkHelpers.time.latest();
    const [planned] = await projectRegistry.queryFilter(projectRegistry.filters.ProjectPlanned(business));
    const [operating] = await projectRegistry.queryFilter(projectRegistry.filters.ProjectOperating(business));
    const deposits = await profitSplitter.queryFilter(profitSplitter.filters.ProfitDeposited(business));
    const reading = readPlan(readDataUri(planned!.args.uri, planned!.args.plan as Hex)?.text ?? "", DOLLAR);
    if ("faults" in reading) throw new Error(JSON.stringify(reading.faults));
    const profits = await Promise.all(
      deposits.map(async (deposit) => ({
        period: deposit.args.period,
        profit: profitOf(deposit.args),
        at: (await deposit.getBlock()).timestamp,
        isByBusiness: deposit.args.by === demo.chain.officials.manager.address,
      })),
    );
    const from = operating === undefined ? null : (await operating.getBlock()).timestamp;
    return compareWithPlan(reading.plan, { profits, atWork: { from, until: null } }, now);
  }

  async function accountsOf(number: number): Promise<string[]> {
    return (await quartersOf(number)).map(({ accounts }) => accounts);
  }

  before(async function () {
    this.timeout(120_000);
    demo = await playDemo(ownPort(18_700), { onWeek: (...told) => weeks.push(told) });
    contracts = contractsOf(demo.deployment, demo.chain.officials.payer);
  });

  after(() => demo.chain.close());

  it("tells which week of the history it plays", () => {
    expect(weeks.at(0)).to.deep.equal([1, 27]);
    expect(weeks.at(-1)).to.deep.equal([27, 27]);
    expect(weeks).to.deep.equal(weeks.toSorted(([a], [b]) => a - b));
  });

  it("ends at the present, after a history of months", async () => {
    const { provider } = demo.chain.connection.ethers;
    const [latest, first] = [await provider.getBlock("latest"), await provider.getBlock(1)];

    expect(latest?.timestamp).to.be.closeTo(Math.floor(Date.now() / 1000), 60);
    expect(first?.timestamp).to.be.lessThan(Date.now() / 1000 - 140 * 86_400);
  });

  it("has books in which every check of the public holds", async () => {
    const findings = await checkChain(demo.chain.connection.provider, demo.deployment);

    expect(findings.filter(({ outcome }) => outcome !== "holds")).to.deep.equal([]);
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

  it("has businesses at every stage: owned by residents, on sale to them, to the country, failed, an idea", async () => {
    const { projectRegistry, shareOffering } = contracts;
    const ids = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => (BigInt(demo.town) << 32n) | BigInt(number));
    const projects = await Promise.all(ids.map((id) => projectRegistry.projectOf(id)));

    expect(projects.map(({ kind, stage }) => [kind, stage])).to.deep.equal([
      [0n, OPERATING],
      [1n, OPERATING],
      [2n, IDEA],
      [2n, OPERATING],
      [3n, FUNDING],
      [2n, FUNDING],
      [2n, FUNDING],
      [2n, OPERATING],
    ]);
    const phases = await Promise.all([1, 2, 3, 4].map((id) => shareOffering.phaseOf(id)));
    expect(phases).to.deep.equal([SETTLED, LOCAL, FAILED, COUNTRY]);
    expect((await shareOffering.saleOf(1)).scope).to.equal(LOCAL);
  });

  it("has refunds to claim, dividends to claim, and a town fund", async () => {
    const { shareOffering, townTreasury } = contracts;
    const [bakery, , laundry] = await Promise.all([1, 2, 3].map((id) => shareOffering.assetOf(id)));
    const runner = demo.chain.officials.payer;
    const refunded = await shareOffering.queryFilter(shareOffering.filters.Refunded());

    expect(refunded.length).to.equal(3);
    expect(await tokenAt(laundry!.token, runner).totalSupply()).to.be.greaterThan(0n);
    expect(await tokenAt(bakery!.token, runner).claimable(personAt(demo.chain, 3).address)).to.be.greaterThan(0n);
    expect(await townTreasury.fundOf(demo.town)).to.be.greaterThan(0n);
  });

  it("has a business whose accounts came in time, and one that owes some", async () => {
    expect(await accountsOf(BAKERY))
      .to.include("onTime")
      .and.not.include("overdue")
      .and.not.include("late");
    expect(await accountsOf(BRICK_YARD))
      .to.include("overdue")
      .and.not.include("onTime");
  });

  it("has plans that can be read, with a bakery that earns about what it foresaw", async () => {
    const rows = await quartersOf(BAKERY);
    const due = rows.filter(({ accounts }) => accounts === "onTime");

    expect(due).not.to.be.empty;
    for (const { forecast, paidIn } of due) {
      const part = Number(paidIn) / Number(forecast?.profit);
      expect(part).to.be.within(0.9, 1.6);
    }
    for (const number of [5, 6, 7]) expect(await quartersOf(number)).to.be.an("array").that.is.not.empty;
  });

  it("gives everybody dollars and gas", async () => {
    const { provider } = demo.chain.connection.ethers;
    for (const { address } of demo.chain.people) {
      expect(await demo.currency.balanceOf(address)).to.be.greaterThan(100_000_000n);
      expect(await provider.getBalance(address)).to.be.greaterThan(10n ** 18n);
    }
  });

  it("has lunch on the list, which members can fetch at a place that is named", async () => {
    const { benefits, contributions } = contracts;
    const [lunch] = await benefits.benefitsOf(demo.town, 2);
    const { timesheets } = await contributions.poolOf(demo.town);
    const [weekIndex] = await contributions.turnoutAt(demo.town, timesheets - 1n);
    const { hash, uri } = await benefits.metadataOf(lunch!);
    const entitled = await Promise.all([4, 5, 9].map((number) => benefits.entitlementOf(lunch!, weekIndex, number)));

    expect(readBenefitWords({ hash: hash as Hex, uri }))
      .to.include({ title: "Lunch" })
      .and.have.property("place");
    expect(entitled).to.include(5n);
  });

  it("has projects whose words can be read, and are what was promised", async () => {
    const { projectRegistry } = contracts;
    const proposed = await projectRegistry.queryFilter(projectRegistry.filters.ProjectProposed());
    const words = proposed.map(({ args }) => readProjectMetadata(args.uri, args.metadata as Hex));

    expect(words.map((project) => project?.title)).to.include.members(["River path", "Dairy"]);
    for (const project of words) expect(project?.about).to.be.a("string").with.length.greaterThan(50);
  });

  it("lists its people with what each can do next", async () => {
    const people = await listPeople(demo);
    const nextOf = (name: string) => people.find((person) => person.name === name)?.next ?? [];

    expect(people).to.have.length(demoPeople.length + demoOfficials.length);
    expect(nextOf("Amina")).to.deep.include({ does: "claimDividends", of: "Bakery" });
    expect(nextOf("Amina").map(({ does }) => does)).to.include.members(["claimWeeks", "buy"]);
    expect(people.filter(({ next }) => next.some(({ does }) => does === "takeRefund"))).to.have.length(6);
    expect(nextOf("Kofi from the coast")).to.deep.equal([
      { does: "buy", of: "Dairy" },
      { does: "wait", of: "Solar workshop", phase: "country" },
    ]);
    expect(nextOf("Emil from abroad").map(({ does }) => does)).to.deep.equal(["wait", "wait"]);
    expect(nextOf("A stranger")).to.deep.equal([{ does: "becomeKnown" }]);
  });

  it("names who holds which office", async () => {
    const holders = (await listPeople(demo)).filter(({ office }) => office !== null);

    expect(holders.map(({ name, office }) => [name, office])).to.deep.equal([
      ["Thandi", "townAmbassador"],
      ["Pieter", "coordinator"],
      ["Nomsa", "registrar"],
      ["Ines", "steward"],
      ["Head office", "headOffice"],
      ["Ambassador of South Africa", "countryAmbassador"],
    ]);
  });

  it("says what lives there", async () => {
    const text = await describeDemo(demo);

    expect(text).to.include("Willowmere, town 1");
    expect(text).to.include("Willowmere Bakery: 256 shares of 200 to 400, settled");
    expect(text).to.include("Willowmere Solar workshop: 35 shares of 200 to 400, local");
  });
});
