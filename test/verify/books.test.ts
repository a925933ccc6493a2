import { Refusal } from "@one-small-town/core/asking/Ask.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { expect } from "chai";
import type { Signer } from "ethers";
import { documentOf } from "../../scripts/operator/documents.ts";
import { partsOfBooks } from "../../web/src/chain/verify/readBooks.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import type { FindingKey } from "@one-small-town/core/verify/Finding.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { give, lost } from "../fixture/deserted.ts";
import { readChainBooks } from "../fixture/readChainBooks.ts";
import { AMOUNT, officeSpendingApproved, spendingApproved } from "../fixture/spending.ts";
import { proposeMove } from "../fixture/succeeding.ts";
import { weekWorked } from "../fixture/weeks.ts";
import { DAY } from "../fixture/willowmere.ts";

const { time } = networkHelpers;
const EVIDENCE = ethers.id("invoices of the oven");

/** What the Verify page finds in the events of this chain; only the figures of its rows. */
async function figuresOf(deployment: Deployment): Promise<Record<FindingKey, (bigint | null)[][]>> {
  const findings = checkBooks(await readChainBooks(deployment));
  expect(findings.filter(({ outcome }) => outcome !== "holds")).to.deep.equal([]);
  return Object.fromEntries(
    findings.map(({ key, rows }) => [key, (rows ?? []).map(({ figures }) => [...figures])]),
  ) as never;
}

/** Somebody loses their wallet; a registrar proposes another, and after a week both ambassadors confirm it. */
async function follow(before: Awaited<ReturnType<typeof bakeryFailed>>, from: { address: string }, to: Signer) {
  const { succession, registrar, townAmbassador, countryAmbassador } = before;
  const { id } = await proposeMove(succession, registrar, from.address, to);
  await time.increase(7 * DAY);
  for (const key of [townAmbassador, countryAmbassador]) await succession.connect(key).confirm(from.address, id, []);
}

/** The rows of money that contracts hold: sales, members, town funds, lost towns. */
const [SALES, MEMBERS, FUNDS, LOST] = [0, 1, 2, 3] as const;

describe("the public's books", () => {
  it("count the hours as they were amended", async () => {
    const before = await networkHelpers.loadFixture(weekWorked);
    const { townRegistry, deployment, authority, contributions, coordinator, amina, town, weekIndex } = before;
    await giveKey({ authority, townRegistry }, roleIds.coordinator(town), amina);
    await contributions.connect(coordinator).submit(town, weekIndex, "0x0c000b18", documentOf("Lists", "ipfs://lists"));
    await contributions.connect(amina).amend(town, [1, 3], "0x180c");
    await time.increaseTo((await contributions.pendingOf(town)).reviewEnds);
    await contributions.finalise(town);
    await contributions.claim(town, [1], 1);

    const { minted, supply } = await figuresOf(deployment);

    const shifts = 5n * 10n ** 18n;
    expect(minted).to.deep.equal([[shifts, shifts]]);
    expect(supply).to.deep.equal([[shifts, shifts, 0n]]);
  });

  for (const [kind, approved] of [
    ["town", spendingApproved],
    ["office", officeSpendingApproved],
  ] as const) {
    it(`count what was given to the ${kind}'s fund and spent`, async () => {
      const { deployment, townTreasury, payableFrom } = await networkHelpers.loadFixture(approved);
      const given = (await figuresOf(deployment)).held[FUNDS];
      await time.increaseTo(payableFrom);
      await townTreasury.execute(1);

      const left = 1_500n - AMOUNT;
      expect(given).to.deep.equal([1_500n, 1_500n]);
      expect((await figuresOf(deployment)).held[FUNDS]).to.deep.equal([left, left]);
    });
  }

  it("count refunds at the wallets that followed, also those once refused", async () => {
    const before = await networkHelpers.loadFixture(bakeryFailed);
    const { deployment, shareOffering, currency, amina, ben, carla, stranger, offering, terms } = before;
    await follow(before, before.ben, stranger);
    const refuser = await turnInto(currency, "RefusingDollar");
    await refuser.refuse(amina.address, true);
    await refuser.refuse(stranger.address, true);
    await shareOffering.refund(offering, [amina.address, ben.address, carla.address]);
    await refuser.refuse(stranger.address, false);
    await shareOffering.claimKept(offering, ben.address);

    const { held, shares } = await figuresOf(deployment);

    const owed = 30n * terms.price;
    expect(held[SALES]).to.deep.equal([owed, owed]);
    expect(shares).to.deep.equal([[15n, 15n, 15n, 15n]]);
  });

  it("count what moved to a holder's new wallet, and what a sale that was wound up left", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { deployment, releases, shareOffering, token, amina, ben, stranger, manager, offering, terms } = before;
    const { townAmbassador, countryAmbassador, business } = before;
    await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
    await releases.connect(countryAmbassador).approve(offering, business, 0, EVIDENCE);
    await time.increase(7 * DAY);
    await releases.release(offering);
    await releases.connect(townAmbassador).agreeWindUp(offering);
    await releases.connect(countryAmbassador).agreeWindUp(offering);
    await time.increase(14 * DAY);
    await releases.payWindUp(offering);
    await follow(before, before.ben, stranger);
    await token.moveToSuccessor(ben.address);
    await token.claim(amina.address);

    const { held, shares, dividends } = await figuresOf(deployment);

    const raised = 110n * terms.price;
    expect(await shareOffering.releasedOf(offering)).to.equal(raised);
    expect(held[SALES]).to.deep.equal([0n, 0n]);
    expect(shares).to.deep.equal([[110n, 110n, 110n, 110n]]);
    const [left, each] = [(raised * 3n) / 4n, (raised * 3n) / 4n / 110n];
    expect(dividends).to.deep.equal([[left, 60n * each, 50n * each, left % 110n]]);
    expect(await token.claimable(stranger.address)).to.equal(50n * each);
  });

  it("count what a lost town left, twice", async () => {
    const before = await networkHelpers.loadFixture(lost);
    const { deployment, finalDivision, currency, amina, town, stranger } = before;
    const refuser = await turnInto(currency, "RefusingDollar");
    await refuser.refuse(amina.address, true);
    await finalDivision.connect(stranger).divide(town);
    await finalDivision.claim(1, [1, 2, 3, 4, 4]);
    await give(before, 100n);
    await time.increase(DORMANT_FOR);
    await finalDivision.connect(stranger).divide(town);
    await refuser.refuse(amina.address, false);
    await finalDivision.claim(2, [1, 4]);
    await finalDivision.claimKept(town, 4);

    const { held, cash, divisions, paid } = await figuresOf(deployment);

    // 116 for each of sixteen and 3 left, then 6 and 7 left; three parts of the first and two of the second are paid.
    const left = 1_859n + 100n - 3n * 116n - 2n * 6n;
    expect(held[LOST]).to.deep.equal([left, left]);
    expect(held[MEMBERS]).to.deep.equal([144n, 144n]);
    expect(cash).to.deep.equal([[1_003n, 1_003n, 0n]]);
    expect(divisions).to.deep.equal([[1_959n, 1_952n, 7n]]);
    expect(paid).to.deep.equal([[859n, 1_003n]]);
  });

  it("count everything that happens in a busy town", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);

    const { weeks, dividends, deeds, benefits, funds, escrow, keys, offices, presence } = await figuresOf(deployment);

    expect(weeks[0]).to.deep.equal([3n, 24n, 27n].map((shifts) => shifts * 10n ** 18n));
    expect(deeds.map(([profit]) => profit)).to.deep.equal([177_778n]);
    expect(dividends[0]?.[0]).to.equal(33_330n + 25_923n);
    expect(benefits).to.deep.equal([[3n, 3n, 4n]]);
    expect(funds.map(([came, spent]) => [came, spent])).to.deep.equal([
      [1_000n + 33_341n + 25_931n, 300n],
      [500n, 0n],
    ]);
    expect(escrow[0]?.[3]).to.equal(((escrow[0]?.[0] ?? 0n) * 3n) / 4n);
    expect(keys[0]?.[0]).to.equal(5n);
    expect(offices[0]).to.deep.equal([3n, 3n]);
    expect(presence).to.deep.equal([[6n, 6n]]);
  });

  it("are those of an earlier block, and of one town, when asked", async () => {
    const { deployment, town } = await networkHelpers.loadFixture(busyTown);
    const block = BigInt(await ethers.provider.getBlockNumber()) - 6n;

    const books = await readChainBooks(deployment, { block, town });

    expect(books.block.number).to.equal(block);
    const findings = checkBooks(books);
    expect(findings.filter(({ outcome }) => outcome !== "holds")).to.deep.equal([]);
    const towns = new Set(findings.flatMap(({ rows }) => (rows ?? []).map((row) => row.town)));
    expect([...towns]).to.have.members([town, null]);
  });

  it("are read in as many parts as are told", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    let parts = 0;
    await readChainBooks(deployment, { onPart: () => parts++ });
    expect(parts).to.equal(partsOfBooks);
  });

  it("are the same from a node that answers few blocks at once, and tells no times with its logs", async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    const { provider } = connection;
    let refused = 0;
    const poor = {
      async request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
        if (method !== "eth_getLogs") return provider.request({ method, params } as never);
        const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }];
        if (Number(toBlock) - Number(fromBlock) >= 7) {
          refused++;
          throw new Refusal("block range is too large", -32_005);
        }
        const logs = (await provider.request({ method, params } as never)) as object[];
        return logs.map((log) => ({ ...log, blockTimestamp: undefined }));
      },
    };

    const books = await readChainBooks(deployment, {}, poor);

    expect(refused).to.be.within(1, 200);
    expect(checkBooks(books)).to.deep.equal(checkBooks(await readChainBooks(deployment)));
    expect(checkBooks(books).filter(({ outcome }) => outcome !== "holds")).to.deep.equal([]);
  });
});
