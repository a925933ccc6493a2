import { expect } from "chai";
import { openPage, type Visit, type Visitor } from "./openPage.ts";
import { openStage, type Stage } from "./openStage.ts";

let opened: Promise<Stage> | undefined;

/** One stage for all journeys of a run, closed after the last. */
after(async () => (await opened)?.close());

export type OnStage = {
  stage: () => Stage;
  /** Opens the dApp for a visitor. At the end no page may have contacted others, nor reported an error. */
  visit: (visitor?: Visitor) => Promise<Visit>;
  /** For a test in which something fails on purpose: errors that match are expected. */
  expectProblems: (like: RegExp) => void;
  /** For a test in which the visitor taps on what is at another host. */
  expectContact: (host: string) => void;
};

/** Each test of the surrounding `describe` finds the town as it was founded, whatever others did to it. */
export function useStage(): OnStage {
  let stage: Stage;
  let snapshot: string;
  let visits: Visit[] = [];
  let expected: RegExp | undefined;
  let contacts: string[] = [];
  const send = (method: string, params: unknown[] = []) =>
    stage.demo.chain.connection.ethers.provider.send(method, params);

  before(async function () {
    this.timeout(180_000);
    stage = await (opened ??= openStage());
  });

  beforeEach(async () => {
    expected = undefined;
    contacts = [];
    visits = [];
    snapshot = String(await send("evm_snapshot"));
    // The newest block is of now, however long the tests have run: each revert puts the chain's clock forward by what the
    // test took.
    const newest = await stage.demo.chain.connection.networkHelpers.time.latest();
    await send("evm_setNextBlockTimestamp", [Math.max(Math.floor(Date.now() / 1000), newest + 1)]);
    await send("evm_mine");
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await Promise.all(visits.map(show));
    await Promise.all(visits.map(({ close }) => close()));
    await send("evm_setAutomine", [true]);
    await send("evm_revert", [snapshot]);
    const own = [...[stage.url, stage.rpcUrl].map((url) => new URL(url).host), ...contacts];
    for (const { record } of visits) {
      expect([...record.hosts].filter((host) => !own.includes(host))).to.deep.equal([], "foreign hosts");
      expect(record.problems.filter((problem) => expected?.test(problem) !== true)).to.deep.equal([], "errors");
    }
  });

  return {
    stage: () => stage,
    async visit(visitor) {
      const visit = await openPage(stage, visitor);
      visits.push(visit);
      return visit;
    },
    expectProblems(like) {
      expected = like;
    },
    expectContact(host) {
      contacts.push(host);
    },
  };
}

/** What a visitor saw when their journey failed, in words. */
async function show({ page }: Visit): Promise<void> {
  console.log(`${page.url()}\n${await page.locator("body").ariaSnapshot()}`);
}
