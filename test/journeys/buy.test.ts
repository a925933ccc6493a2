import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { holdBlocks, takeBlock } from "./support/chainClock.ts";
import { persons, sales } from "./support/demoIds.ts";
import { hasFocus } from "./support/inPage.ts";
import { holdingOf } from "./support/holdingOf.ts";
import { allRead } from "./support/openPage.ts";
import { useStage } from "./support/useStage.ts";

const PRICE = 10_000_000n;
const AT = `#/offering/${sales.workshop}`;

describe("Buying shares", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;

  it("leads a resident from the list of towns to three shares, with two prompts", async () => {
    const address = addressOf(persons.resident);
    const before = await holdingOf(stage(), sales.workshop, address);
    const visitor = await visit({ wallet: address });
    const { page, tap, wallet } = visitor;

    const main = page.getByRole("main");
    await tap(main.getByRole("link", { name: "Willowmere South Africa" }));
    await main.getByRole("heading", { name: "Willowmere", level: 1 }).waitFor();
    await allRead(page);
    await tap(main.getByRole("link", { name: "Willowmere Solar workshop" }));
    await tap(page.getByRole("button", { name: "Connect a wallet to buy" }));
    await tap(page.getByRole("button", { name: "Connect with Test wallet" }));
    await wallet.approve("eth_requestAccounts");
    await page.getByText("You may buy now: up to 20 shares.").waitFor();
    await page.getByLabel("How many shares?").fill("3");
    await tap(page.getByRole("button", { name: "Buy 3 shares for 30.00 TUSD" }));
    await wallet.approve("eth_sendTransaction");
    await wallet.approve("eth_sendTransaction");
    await page.getByText("You now hold 3 more shares of Willowmere Solar workshop.").waitFor();

    const after = await holdingOf(stage(), sales.workshop, address);
    expect(after).to.deep.equal({
      shares: before.shares + 3n,
      sold: before.sold + 3n,
      money: before.money - 3n * PRICE,
      held: before.held + 3n * PRICE,
      allowance: 0n,
    });
    expect(wallet.sends).to.equal(2);
    console.log(`      ${visitor.taps()} taps and ${wallet.prompts.length} prompts, one of them to connect`);
  });

  it("allows exactly the price, and says bought only after the chain has confirmed", async () => {
    const address = addressOf(persons.resident);
    const { page, tap, wallet } = await visit({ at: AT, wallet: address, isConnected: true });
    await tap(page.getByRole("button", { name: "Buy 1 share for" }));
    await wallet.approve("eth_sendTransaction");
    await wallet.wait("eth_sendTransaction");
    expect((await holdingOf(stage(), sales.workshop, address)).allowance).to.equal(PRICE);

    await holdBlocks(stage());
    await wallet.approve("eth_sendTransaction");
    await page.getByText("Sent. Waiting for the chain to confirm").waitFor();
    await page.waitForTimeout(1_500);
    expect(await page.getByText("You now hold").count()).to.equal(0);

    await takeBlock(stage());
    await page.getByText("You now hold 1 more share").waitFor();
    expect((await holdingOf(stage(), sales.workshop, address)).shares).to.equal(1n);
  });

  it("lets somebody of the country buy once it is the country's turn", async () => {
    const address = addressOf(persons.ofTheCountry);
    const before = await holdingOf(stage(), sales.dairy, address);
    const { page, tap, wallet } = await visit({ at: `#/offering/${sales.dairy}`, wallet: address, isConnected: true });
    await page.getByText("You may buy now: up to 30 shares.").waitFor();
    await page.getByLabel("How many shares?").fill("30");
    await tap(page.getByRole("button", { name: "Buy 30 shares for 300.00 TUSD" }));
    await wallet.approve("eth_sendTransaction");
    await wallet.approve("eth_sendTransaction");
    await page.getByText("You now hold 30 more shares of Willowmere Dairy.").waitFor();

    const { shares, money } = await holdingOf(stage(), sales.dairy, address);
    expect([shares, money]).to.deep.equal([before.shares + 30n, before.money - 30n * PRICE]);
  });

  it("works with keys alone, and shows up in the buyer's activity", async () => {
    const address = addressOf(persons.resident);
    const { page, wallet } = await visit({ at: AT, wallet: address, isConnected: true, width: 1280 });
    await page.getByLabel("How many shares?").fill("");
    await page.keyboard.type("2");
    const buy = page.getByRole("button", { name: "Buy 2 shares for 20.00 TUSD" });
    await tabTo(page, buy);
    await page.keyboard.press("Enter");
    await wallet.approve("eth_sendTransaction");
    await wallet.approve("eth_sendTransaction");
    await page.getByText("You now hold 2 more shares").waitFor();
    expect(await buy.evaluate(hasFocus)).to.equal(true);
    await tabTo(page, page.getByRole("navigation").getByRole("link", { name: /activity/i }));
    await page.keyboard.press("Enter");

    await page.getByText("You bought 2 shares of Willowmere Solar workshop for 20.00 TUSD.").waitFor();
  });

  it("finds a purchase again after a reload while it is under way, and shows its end", async () => {
    const address = addressOf(persons.resident);
    const { page, tap, wallet } = await visit({ at: AT, wallet: address, isConnected: true });
    await tap(page.getByRole("button", { name: "Buy 1 share for" }));
    await wallet.approve("eth_sendTransaction");
    await wallet.wait("eth_sendTransaction");
    await holdBlocks(stage());
    await wallet.approve("eth_sendTransaction");
    await page.getByText("Sent. Waiting for the chain to confirm").waitFor();

    await page.reload();
    await page.getByText("Buy 1 share of Willowmere Solar workshop").waitFor();
    await page.getByText("Sent. Waiting for the chain to confirm").waitFor();
    await takeBlock(stage());
    await page.getByText("You now hold 1 more share").waitFor();
    await tap(page.getByRole("button", { name: "Dismiss" }));
    await page.reload();
    await page.getByText("You hold 1 share.").waitFor();

    expect(await page.getByText("You now hold").count()).to.equal(0);
    expect((await holdingOf(stage(), sales.workshop, address)).shares).to.equal(1n);
  });

  it("says so too when the form is gone with the last share one may buy, or give back", async () => {
    const { page, tap, wallet } = await visit({ at: AT, wallet: addressOf(persons.resident), isConnected: true });
    await page.getByLabel("How many shares?").fill("20");
    await tap(page.getByRole("button", { name: "Buy 20 shares for 200.00 TUSD" }));
    await wallet.approve("eth_sendTransaction");
    await wallet.approve("eth_sendTransaction");
    await page.getByText("You hold 20 shares, as many as one person may hold.").waitFor();
    await page.getByText("You now hold 20 more shares").waitFor();
    await tap(page.getByRole("button", { name: "Dismiss" }));

    await tap(page.getByText("Change of mind"));
    await tap(page.getByRole("button", { name: "Give 20 shares back for 200.00 TUSD" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("You may buy now: up to 20 shares.").waitFor();
    await page.getByText("You gave 20 shares back.").waitFor();
  });

  it("gives shares back for exactly what was paid", async () => {
    const address = addressOf(persons.buyer);
    const before = await holdingOf(stage(), sales.workshop, address);
    const { page, tap, wallet } = await visit({ at: AT, wallet: address, isConnected: true });
    await tap(page.getByText("Change of mind"));
    await page.getByLabel("How many to give back?").fill("2");
    await tap(page.getByRole("button", { name: "Give 2 shares back for 20.00 TUSD" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("You gave 2 shares back. 20.00 TUSD is in your wallet again.").waitFor();

    const after = await holdingOf(stage(), sales.workshop, address);
    expect(after).to.deep.equal({
      shares: before.shares - 2n,
      sold: before.sold - 2n,
      money: before.money + 2n * PRICE,
      held: before.held - 2n * PRICE,
      allowance: 0n,
    });
    expect(wallet.sends).to.equal(1);
  });
});

/** Presses Tab until something has the focus, as one does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < 60; press++) {
    if (await target.evaluate(hasFocus)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}
