import { expect } from "chai";
import type { Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import { persons, sales } from "./support/demoIds.ts";
import { holdingOf } from "./support/holdingOf.ts";
import { useStage } from "./support/useStage.ts";

const TOWN = 1;
const PRICE = 10_000_000n;

describe("Taking what one is owed", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;
  const moneyOf = (address: string) => stage().demo.currency.balanceOf(address);

  async function owedTo(address: string) {
    const { contracts, demo } = stage();
    const { number } = await contracts.memberRegistry.personOf(address);
    const { timesheets } = await contracts.contributions.poolOf(TOWN);
    const { infinity, cash } = await contracts.contributions.claimable(TOWN, number, timesheets);
    const { token } = await contracts.shareOffering.assetOf(sales.bakery);
    return { infinity, cash, dividends: await tokenAt(token, personAt(demo.chain, 0)).claimable(address) };
  }

  it("leads a member from the list of towns to their INFINITY, cash and dividends with one button", async () => {
    const address = addressOf(persons.member);
    const { infinity, cash, dividends } = await owedTo(address);
    const before = await moneyOf(address);
    const visitor = await visit({ wallet: address, isConnected: true });
    const { page, tap, wallet } = visitor;
    await tap(page.getByRole("link", { name: "See my weeks" }));
    const amounts = `${infinity / 10n ** 18n} INFINITY and ${formatAmount(cash + dividends, 6)} TUSD`;
    await tap(page.getByRole("button", { name: `Claim ${amounts}` }));
    await wallet.approve("eth_sendTransaction");
    await wallet.approve("eth_sendTransaction");
    await page.getByText(`You claimed ${amounts}.`).waitFor();

    expect(infinity > 0n && cash > 0n && dividends > 0n).to.equal(true);
    expect(await stage().contracts.infinityToken.balanceOf(address)).to.equal(infinity);
    expect(await moneyOf(address)).to.equal(before + cash + dividends);
    expect(await owedTo(address)).to.deep.equal({ infinity: 0n, cash: 0n, dividends: 0n });
    expect(wallet.sends).to.equal(2);
    console.log(`      ${visitor.taps()} taps and ${wallet.prompts.length} prompts`);
  });

  it("shows a token in the wallet on a tap, and says so when the person would rather not", async () => {
    const { page, tap, wallet } = await visit({ at: "#/weeks", wallet: addressOf(persons.member), isConnected: true });
    const add = page.getByRole("button", { name: "Add INFINITY to my wallet" });
    await tap(add);
    await wallet.reject("wallet_watchAsset");
    await page.getByText("You said no in your wallet.").waitFor();
    await tap(add);
    const { params } = await wallet.approve("wallet_watchAsset");
    await page.getByText("Your wallet now shows INFINITY.").waitFor();

    const address = await stage().contracts.infinityToken.getAddress();
    expect(params).to.deep.equal({ type: "ERC20", options: { address, symbol: "INFINITY", decimals: 18 } });
  });

  it("keeps the rest for later when the second prompt is rejected", async () => {
    const address = addressOf(persons.member);
    const { infinity, cash, dividends } = await owedTo(address);
    const before = await moneyOf(address);
    const { page, tap, wallet } = await visit({ at: "#/weeks", wallet: address, isConnected: true });
    await tap(page.getByRole("button", { name: /^Claim \d+ INFINITY/ }));
    await wallet.approve("eth_sendTransaction");
    await wallet.reject("eth_sendTransaction");
    await page.getByRole("button", { name: `Claim ${formatAmount(dividends, 6)} TUSD` }).waitFor();

    expect(await moneyOf(address)).to.equal(before + cash);
    expect(await stage().contracts.infinityToken.balanceOf(address)).to.equal(infinity);
    expect(await owedTo(address)).to.deep.equal({ infinity: 0n, cash: 0n, dividends });
  });

  it("pays the dividends of one business with one prompt", async () => {
    const address = addressOf(persons.member);
    const { dividends } = await owedTo(address);
    const before = await moneyOf(address);
    const visitor = await visit({ at: "#/shares", wallet: address, isConnected: true });
    const { page, tap, wallet } = visitor;
    await tap(page.getByRole("button", { name: `Claim ${formatAmount(dividends, 6)} TUSD` }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText(`You claimed ${formatAmount(dividends, 6)} TUSD.`).waitFor();

    expect(await moneyOf(address)).to.equal(before + dividends);
    expect((await owedTo(address)).dividends).to.equal(0n);
    expect(wallet.sends).to.equal(1);
    console.log(`      ${visitor.taps()} taps and ${wallet.prompts.length} prompts`);
  });

  it("gives back exactly what was paid for a sale that failed", async () => {
    const address = addressOf(persons.unrefunded);
    const before = await holdingOf(stage(), sales.laundry, address);
    const paid = before.shares * PRICE;
    const visitor = await visit({ at: "#/shares", wallet: address, isConnected: true });
    const { page, tap, wallet } = visitor;
    await tap(page.getByRole("button", { name: `Get ${formatAmount(paid, 6)} TUSD back` }));
    await wallet.approve("eth_sendTransaction");
    await page
      .getByText(`You got ${formatAmount(paid, 6)} TUSD back for your shares.`)
      .first()
      .waitFor();

    const after = await holdingOf(stage(), sales.laundry, address);
    expect(paid > 0n).to.equal(true);
    expect(after).to.deep.equal({
      ...before,
      shares: 0n,
      sold: before.sold - before.shares,
      money: before.money + paid,
      held: before.held - paid,
    });
    expect(wallet.sends).to.equal(1);
    console.log(`      ${visitor.taps()} taps and ${wallet.prompts.length} prompts`);
  });
});

describe("Sending shares", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;

  async function openForm(id: number) {
    const visitor = await visit({ at: "#/shares", wallet: addressOf(id), isConnected: true });
    await visitor.tap(visitor.page.getByRole("button", { name: "Send shares" }));
    await visitor.page.getByRole("dialog").waitFor();
    return visitor;
  }

  async function type(page: Page, to: string, shares: string): Promise<void> {
    await page.getByLabel("Address of the new owner").fill(to);
    await page.getByLabel("How many shares?").fill(shares);
    await page.getByLabel("How many shares?").press("Tab");
  }

  it("moves them to a resident with one prompt", async () => {
    const [from, to] = [addressOf(persons.member), addressOf(persons.resident)];
    const [giver, taker] = [await holdingOf(stage(), sales.bakery, from), await holdingOf(stage(), sales.bakery, to)];
    const { page, tap, taps, wallet } = await openForm(persons.member);
    await type(page, to, "2");
    await page.getByText("This person may own these shares.").waitFor();
    await tap(page.getByRole("button", { name: /^Send 2 shares to 0x/ }));
    await wallet.approve("eth_sendTransaction");
    await page
      .getByText(/^You sent 2 shares of Willowmere Bakery to 0x/)
      .first()
      .waitFor();

    expect((await holdingOf(stage(), sales.bakery, from)).shares).to.equal(giver.shares - 2n);
    expect((await holdingOf(stage(), sales.bakery, to)).shares).to.equal(taker.shares + 2n);
    expect((await holdingOf(stage(), sales.bakery, to)).sold).to.equal(taker.sold);
    expect(wallet.sends).to.equal(1);
    console.log(`      ${taps()} taps and ${wallet.prompts.length} prompts`);
  });

  for (const [whom, id, sentence] of [
    ["somebody whom nobody attested", persons.stranger, "Ask them to go to their town office first."],
    ["an outsider", persons.abroad, "Only people who live in Willowmere may own these shares."],
    ["oneself", persons.member, "This is your own address."],
  ] as const) {
    it(`says why not to ${whom}, before any prompt`, async () => {
      const { page, wallet } = await openForm(persons.member);
      await type(page, addressOf(id), "1");

      await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
      expect(await page.getByRole("button", { name: "Send", exact: true }).isDisabled()).to.equal(true);
      expect(wallet.prompts).to.deep.equal([]);
    });
  }

  it("says what to type instead of what cannot be", async () => {
    const { page, wallet } = await openForm(persons.member);
    for (const [to, shares, sentence] of [
      ["0x1234", "1", /address/i],
      ["0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "1", /address/i],
      [addressOf(persons.resident), "13", /You own 12\. Type that number or a smaller one\./],
      [addressOf(persons.resident), "0", /1/],
      [addressOf(persons.resident), "1.5", /whole/i],
    ] as const) {
      await type(page, to, shares);
      await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
      expect(await page.getByRole("button", { name: "Send", exact: true }).isDisabled()).to.equal(
        true,
        `${to} ${shares}`,
      );
    }
    expect(wallet.prompts).to.deep.equal([]);
  });
});
