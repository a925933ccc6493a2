import { expect } from "chai";
import type { Page } from "playwright-core";
import { useStage } from "./support/useStage.ts";

/** What an indexer answers to the town's page; the tests change a part of it into a lie. */
type Told = {
  meta: { status: { towns: { id: number; block: { number: number; timestamp: number } } } };
  town: { members: number; timesheets: number; fund: string };
  tokenSupplys: { items: { token: string; units: string }[] };
  months: { items: object[] };
};

const TOWN = 1;
const MONTHS = "Month by month";
const FAR_AHEAD = 1_000_000;

describe("History", () => {
  const { stage, visit, expectProblems } = useStage();

  it("is not there without an indexer", async () => {
    const { page } = await visit({ at: `#/town/${TOWN}` });
    await page.getByRole("heading", { name: "The town’s money" }).waitFor();

    expect(await page.getByRole("heading", { name: MONTHS }).count()).to.equal(0);
  });

  it("shows months when the indexer’s sums are those of the chain", async () => {
    const { page, block } = await visitWith((told) => told);
    await page.getByText(`checked its sums at block ${block}: they match`).waitFor();

    expect(await page.getByRole("row", { name: "Oct 2026" }).textContent()).to.include("1,234.50");
  });

  it("says that an indexer behind is behind", async () => {
    const { page } = await visitWith((told) => ({ ...told, meta: seconds(told, -7_200) }));

    await page.getByText("This history is old by 2 hours").waitFor();
  });

  for (const [what, lie] of LIES()) {
    it(`shows nothing of an indexer that is wrong about ${what}`, async () => {
      const { page } = await visitWith(lie);
      await page.getByText("The history is wrong, so we do not show it").waitFor();

      expect(await page.getByRole("row", { name: "Oct 2026" }).count()).to.equal(0);
    });
  }

  it("shows nothing of an indexer that speaks of a block that nobody knows", async () => {
    const { page } = await visitWith((told) => ({ ...told, meta: ahead(told) }));

    await page.getByText("The history cannot be checked now").waitFor();
  });

  it("says when the indexer does not answer, and shows all the rest", async () => {
    expectProblems(/503/);
    const { page } = await visit({ at: `#/town/${TOWN}`, prepare: (to) => serveIndexer(to, () => null) });
    await page.getByText("The history cannot be read now").waitFor({ timeout: 20_000 });

    await page.getByRole("heading", { name: "The town’s money" }).waitFor();
  });

  async function visitWith(lie: (told: Told) => Told) {
    const told = await tell();
    const { page } = await visit({
      at: `#/town/${TOWN}`,
      prepare: (to) => serveIndexer(to, () => lie(told)),
    });
    await page.getByRole("heading", { name: MONTHS }).waitFor({ timeout: 20_000 });
    return { page, block: told.meta.status.towns.block.number };
  }

  /** The truth, from the contracts. */
  async function tell(): Promise<Told> {
    const { contracts, demo } = stage();
    const { infinityToken, memberRegistry, contributions, townTreasury, shareOffering } = contracts;
    const block = await demo.chain.connection.ethers.provider.getBlock("latest");
    const sales = await shareOffering.queryFilter(shareOffering.filters.OfferingApproved());
    const erc20 = ["function totalSupply() view returns (uint256)"];
    const supplies = await Promise.all(
      [await infinityToken.getAddress(), ...sales.map(({ args }) => args.token)].map(async (token) => {
        const contract = await demo.chain.connection.ethers.getContractAt(erc20, token);
        return { token: token.toLowerCase(), units: String(await contract.getFunction("totalSupply")()) };
      }),
    );
    return {
      meta: { status: { towns: { id: 31337, block: { number: block!.number, timestamp: block!.timestamp } } } },
      town: {
        members: Number(await memberRegistry.memberCount(TOWN)),
        timesheets: Number((await contributions.poolOf(TOWN)).timesheets),
        fund: String(await townTreasury.fundOf(TOWN)),
      },
      tokenSupplys: { items: supplies },
      months: {
        items: [{ month: "2026-10", joined: 2, shifts: "40", profit: "1234500000", paid: "100", shares: "5" }],
      },
    };
  }

  /** The page is told of an indexer beside it, which says what `answer` gives, or nothing. */
  async function serveIndexer(page: Page, answer: () => Told | null): Promise<void> {
    const { url, settings } = stage();
    const indexer = `${new URL(url).origin}/indexer`;
    await page.route("**/settings.json", (route) => route.fulfill({ json: { ...settings, indexer } }));
    await page.route(`${indexer}/graphql`, (route) => {
      const data = answer();
      return data === null ? route.fulfill({ status: 503 }) : route.fulfill({ json: { data } });
    });
  }
});

function LIES(): [string, (told: Told) => Told][] {
  return [
    ["one unit of INFINITY", (told) => ({ ...told, tokenSupplys: moreOf(told, 0) })],
    ["one share", (told) => ({ ...told, tokenSupplys: moreOf(told, 1) })],
    [
      "one cent of the fund",
      (told) => ({ ...told, town: { ...told.town, fund: String(BigInt(told.town.fund) + 1n) } }),
    ],
    ["one member", (told) => ({ ...told, town: { ...told.town, members: told.town.members - 1 } })],
  ];
}

function moreOf({ tokenSupplys: { items } }: Told, index: number): Told["tokenSupplys"] {
  return { items: items.map((item, i) => (i === index ? { ...item, units: String(BigInt(item.units) + 1n) } : item)) };
}

function seconds({ meta: { status } }: Told, more: number): Told["meta"] {
  const { block, id } = status.towns;
  return { status: { towns: { id, block: { ...block, timestamp: block.timestamp + more } } } };
}

function ahead({ meta: { status } }: Told): Told["meta"] {
  const { block, id } = status.towns;
  return { status: { towns: { id, block: { ...block, number: block.number + FAR_AHEAD } } } };
}
