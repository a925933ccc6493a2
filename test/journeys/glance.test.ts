import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { layoutShiftOf, noteLayoutShifts } from "./support/inPage.ts";
import { type Alter, alterAnswers, alterNumber } from "./support/node.ts";
import { useStage } from "./support/useStage.ts";

const HOLDS = "Every token and cent is accounted for";
const HEIGHT = 740;

describe("Verify at a glance", () => {
  const { stage, visit } = useStage();

  const open = async (alter?: Alter, prepare?: (page: Page) => Promise<void>) => {
    const { page } = await visit({
      at: "verify.html",
      prepare: async (to) => {
        await noteLayoutShifts(to);
        await prepare?.(to);
        if (alter !== undefined) await alterAnswers(to, stage().rpcUrl, alter);
      },
    });
    await page.locator("button[aria-busy=false]", { hasText: "Check again" }).waitFor({ timeout: 20_000 });
    return page;
  };

  /** Where something ends above the links along the lower edge, in pixels of a small phone. */
  async function endOf(page: Page, what: Locator): Promise<number> {
    const [box, menu] = await Promise.all([what.boundingBox(), page.getByRole("navigation").boundingBox()]);
    expect(menu?.y, "the menu is at the lower edge").to.be.within(HEIGHT - 80, HEIGHT);
    return (menu?.y ?? 0) - (box?.y ?? HEIGHT) - (box?.height ?? 0);
  }

  it("has the verdict, what it rests on and what it cannot see on the first screen of a phone", async () => {
    const page = await open();
    const heading = page.getByRole("heading", { level: 1, name: HOLDS });
    expect(await heading.textContent()).to.match(/is accounted for as ONE node tells it: 127\.0\.0\.1:\d+$/);

    expect(await endOf(page, heading)).to.be.above(0);
    expect(await endOf(page, page.getByText(/^It cannot see if hours were truly worked/))).to.be.above(0);
    expect(await endOf(page, page.getByText(/^All read at one moment: block \d+/))).to.be.above(0);
    expect(await endOf(page, page.getByRole("button", { name: "Check again" }))).to.be.above(0);
    expect(await layoutShiftOf(page)).to.be.at.most(0.02);
  });

  it("says on whose word it rests also where something does not add up", async () => {
    const supply = await stage().contracts.infinityToken.totalSupply();
    const page = await open(alterNumber(supply, supply + 10n ** 18n));
    const heading = page.getByRole("heading", { level: 1 });

    expect(await heading.textContent()).to.match(/^1 check does not add up as ONE node tells it: 127\.0\.0\.1:\d+$/);
    expect(await endOf(page, heading)).to.be.above(0);
    expect((await headingsOf(page, 2)).slice(0, 5)).to.deep.equal([
      "Look at these first",
      "Money",
      "Hours",
      "Shares",
      "People",
    ]);
  });

  it("groups its checks by what they are about, under headings that can be walked", async () => {
    const page = await open();
    const names = ["Money", "Hours", "Shares", "People", "The record itself"];
    expect((await headingsOf(page, 2)).slice(0, names.length)).to.deep.equal(names);
    for (const name of names) {
      const group = page.getByRole("group", { name, exact: true });
      const [, count] = /(\d+) checks? holds?/.exec((await group.textContent()) ?? "") ?? [];
      expect(await group.getByRole("heading", { level: 3 }).count(), name)
        .to.equal(Number(count))
        .and.be.above(0);
    }
  });

  it("keeps the menu, which leads to the other pages", async () => {
    const page = await open();
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Shares", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "My shares" }).waitFor();
  });

  it("leads to the code where the settings say where it is, and says what to do where they do not", async () => {
    const page = await open();
    await page.getByText("Who runs this page has not said where its code is.").waitFor();

    const source = "https://code.example/town";
    const told = await open(undefined, async (to) => {
      await to.route("**/settings.json", (route) => route.fulfill({ json: { ...stage().settings, source } }));
    });
    expect(await told.getByRole("link", { name: source }).getAttribute("href")).to.equal(source);
  });
});

function headingsOf(page: Page, level: number): Promise<string[]> {
  return page.getByRole("main").locator(`h${level}`).allTextContents();
}
