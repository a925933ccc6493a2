import { expect } from "chai";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { persons } from "./support/demoIds.ts";
import { faultsOf } from "./support/faultsOf.ts";
import { changeColours, nextFrames, noteLayoutShifts, layoutShiftOf } from "./support/inPage.ts";
import { allRead, connectWallet } from "./support/openPage.ts";
import { pages } from "./support/pages.ts";
import { useStage } from "./support/useStage.ts";

/** Cumulative layout shift: what jumps is tapped by mistake. */
const MOST_SHIFT = 0.02;

describe("The look of every page", () => {
  const { stage, visit } = useStage();

  for (const { name, at } of pages) {
    it(`has no fault of access in either theme and at any width, and does not jump: ${name}`, async () => {
      const { page } = await visit({ at, prepare: noteLayoutShifts });
      await allRead(page);

      expect(await layoutShiftOf(page)).to.be.at.most(MOST_SHIFT);
      expect(await faultsOf(page)).to.deep.equal([]);
    });
  }

  for (const { name, at } of pages.filter(({ at: route }) => route.startsWith("#") && route !== "#/nowhere")) {
    it(`has none for a member with a wallet either: ${name}`, async () => {
      const wallet = personAt(stage().demo.chain, persons.member).address;
      const { page } = await visit({ at, wallet, isConnected: true });
      await page
        .getByRole("button", { name: wallet.slice(0, 6) })
        .first()
        .waitFor();
      await page.waitForLoadState("networkidle");

      expect(await faultsOf(page)).to.deep.equal([]);
    });
  }

  it("does not move where somebody wants no motion: a change is there at once, down to the last word", async () => {
    const { page } = await visit({ at: "#/town/1" }); // as all visits, of one who wants none
    await allRead(page);

    expect(await page.evaluate(changeColours)).to.equal(0);
  });

  it("has none while a wallet is chosen", async () => {
    const { page, tap } = await visit({ wallet: personAt(stage().demo.chain, persons.member).address });
    await tap(page.getByRole("button", { name: "Connect", exact: true }));
    await page.getByRole("dialog").waitFor();

    expect(await faultsOf(page)).to.deep.equal([]);
  });

  it("has none with the wallet's own sheet", async () => {
    const visitor = await visit({ wallet: personAt(stage().demo.chain, persons.member).address });
    await connectWallet(visitor);
    await visitor.tap(visitor.page.getByRole("banner").getByRole("button"));
    await visitor.page.getByRole("dialog").waitFor();

    expect(await faultsOf(visitor.page)).to.deep.equal([]);
  });
});

describe("The search for faults", () => {
  const { visit } = useStage();

  it("finds pale and invisible words, a nameless field, and a page that is too wide", async () => {
    const { page } = await visit();
    await page.goto("about:blank"); // where the page's security policy does not forbid such styles
    await page.setContent(
      '<html lang="en"><title>x</title><p style="color:#ccc">pale<p style="color:#fff">gone<p style="width:500px">wide<input>',
    );

    const faults = (await faultsOf(page)).join("\n");
    for (const fault of ["color-contrast", "invisible", "label:", "width:500px"]) expect(faults).to.include(fault);
  });

  it("notices what jumps", async () => {
    const { page } = await visit({ prepare: noteLayoutShifts });
    await page.goto("about:blank");
    await page.setContent('<div id="late"></div><p style="height:300px;background:gray">words');
    await page.evaluate(nextFrames);
    await page.locator("#late").evaluate((late: { style: { height: string } }) => (late.style.height = "200px"));
    await page.evaluate(nextFrames);

    expect(await layoutShiftOf(page)).to.be.greaterThan(MOST_SHIFT);
  });
});
