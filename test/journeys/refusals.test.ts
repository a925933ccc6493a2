import { expect } from "chai";
import type { Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { buyWithAllowance } from "../../scripts/operator/withAllowance.ts";
import { goTo, holdBlocks } from "./support/chainClock.ts";
import { cutOff } from "./support/node.ts";
import { persons, sales } from "./support/demoIds.ts";
import { holdingOf } from "./support/holdingOf.ts";
import { TestWallet } from "./support/testWallet.ts";
import { useStage } from "./support/useStage.ts";

const AT = `#/offering/${sales.workshop}`;
const BUY = /^Buy 1 share for/;

describe("Not being able to buy", () => {
  const { stage, visit, expectProblems } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;
  const visitAs = (id: number) => visit({ at: AT, wallet: addressOf(id), isConnected: true });

  describe("given somebody who may not buy now", () => {
    for (const [who, id, sentence] of [
      ["from the country", persons.ofTheCountry, /Your turn may come on .+ 20\d\d.+, in 14 days/],
      ["from abroad", persons.abroad, /Your turn may come on .+ 20\d\d.+, in 28 days/],
      ["whom nobody attested", persons.stranger, /Go to your town office with your identity document/],
    ] as const) {
      it(`tells one ${who} why, before any prompt`, async () => {
        const { page, wallet } = await visitAs(id);
        await page.getByText(sentence).waitFor();

        expect(await page.getByRole("button", { name: /^Buy/ }).count()).to.equal(0);
        expect(wallet.prompts).to.deep.equal([]);
      });
    }
  });

  it("tells the one who runs the business why not", async () => {
    const { address } = stage().demo.chain.officials.manager;
    const { page, wallet } = await visit({ at: AT, wallet: address, isConnected: true });
    await page
      .getByText("You run this business, are paid by it or agree to its payments, so you cannot buy its shares.")
      .waitFor();

    expect(await page.getByRole("button", { name: /^Buy/ }).count()).to.equal(0);
    expect(wallet.prompts).to.deep.equal([]);
  });

  describe("given a form with something else than a number one may buy", () => {
    it("says what to type instead", async () => {
      const { page, wallet } = await visitAs(persons.resident);
      for (const [typed, sentence] of [
        ["", /number|how many/i],
        ["0", /1/],
        ["1.5", /whole/i],
        ["-2", /whole|number/i],
        ["three", /number/i],
        ["21", /up to 20 now\. Type a smaller number/],
      ] as const) {
        await page.getByLabel("How many shares?").fill(typed);
        await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
        expect(await page.getByRole("button", { name: /^Buy/ }).isDisabled()).to.equal(true, typed);
      }
      expect(wallet.prompts).to.deep.equal([]);
    });

    it("says how much is missing, and how to get it, to one with too little money", async () => {
      const { currency, chain } = stage().demo;
      const person = personAt(chain, persons.resident);
      const money = await currency.balanceOf(person.address);
      await currency.connect(person).transfer(addressOf(persons.buyer), money - 9_990_000n);
      const { page, wallet } = await visitAs(persons.resident);

      await page.getByText("You need 10.00 TUSD, but your wallet has 9.99 TUSD.").waitFor();
      await page.getByText("Ask at the town office.").waitFor();
      expect(wallet.prompts).to.deep.equal([]);
    });
  });

  describe("given a sale that moves on while the form is open", () => {
    it("says so when the phase has ended", async () => {
      const { page, tap, wallet } = await visitAs(persons.resident);
      const buy = page.getByRole("button", { name: BUY });
      await buy.waitFor();
      const { opens, localLasts } = await stage().contracts.shareOffering.saleOf(sales.workshop);
      await goTo(stage(), opens + localLasts);
      await tap(buy);

      await page.getByText("The sale moved on while this form was open.").waitFor();
      expect(wallet.prompts).to.deep.equal([]);
    });

    it("says so when all shares have been sold", async () => {
      const { page, tap, wallet } = await visitAs(persons.resident);
      const buy = page.getByRole("button", { name: BUY });
      await buy.waitFor();
      await buyAllThatIsLeft();
      await tap(buy);

      await page.getByText("All shares on offer are sold.").waitFor();
      expect(wallet.prompts).to.deep.equal([]);
    });

    it("says that nothing moved when the chain refuses what was sent", async () => {
      const before = await holdingOf(stage(), sales.workshop, addressOf(persons.resident));
      const { page, tap, wallet } = await visitAs(persons.resident);
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await wallet.wait("eth_sendTransaction");
      await holdBlocks(stage());
      await wallet.approve("eth_sendTransaction");
      await page.getByText("Sent. Waiting for the chain to confirm").waitFor();
      const { opens, localLasts, countryLasts, worldLasts } = await stage().contracts.shareOffering.saleOf(
        sales.workshop,
      );
      await goTo(stage(), opens + localLasts + countryLasts + worldLasts);

      await page.getByText("The chain refused this transaction after it was sent. Nothing was changed").waitFor();
      const { shares, money } = await holdingOf(stage(), sales.workshop, addressOf(persons.resident));
      expect([shares, money]).to.deep.equal([before.shares, before.money]);
    });

    async function buyAllThatIsLeft(): Promise<void> {
      const { chain, deployment } = stage().demo;
      const { cap, limitLocal } = await stage().contracts.shareOffering.saleOf(sales.workshop);
      let left = cap - (await holdingOf(stage(), sales.workshop, addressOf(0))).sold;
      for (let id = 10; left > 0n; id++) {
        const buyer = personAt(chain, id);
        const { shares: held } = await holdingOf(stage(), sales.workshop, buyer.address);
        const shares = left < limitLocal - held ? left : limitLocal - held;
        await buyWithAllowance(deployment, { buyer, offering: sales.workshop, shares: Number(shares) });
        left -= shares;
      }
    }
  });

  describe("given a person who rejects", () => {
    it("says that nothing was sent, and goes on at the next try", async () => {
      const { page, tap, wallet } = await visitAs(persons.resident);
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.reject("eth_sendTransaction");
      await expectQuietWords(page);
      expect((await holdingOf(stage(), sales.workshop, addressOf(persons.resident))).allowance).to.equal(0n);

      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText("You now hold 1 more share").waitFor();
    });

    it("asks only for what is missing after the second prompt was rejected", async () => {
      const { page, tap, wallet } = await visitAs(persons.resident);
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await wallet.reject("eth_sendTransaction");
      await expectQuietWords(page);

      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await page.getByText("You now hold 1 more share").waitFor();
      expect(wallet.sends).to.equal(3);
    });
  });

  describe("given a wallet on another network", () => {
    const elsewhere = (knowsNetwork: boolean) =>
      new TestWallet({ address: addressOf(persons.resident), rpcUrl: stage().rpcUrl, chainId: 1, knowsNetwork });

    it("shows everything, asks to switch at the moment of acting, and goes on", async () => {
      const { page, tap, wallet } = await visit({ at: AT, wallet: elsewhere(true), isConnected: true });
      await page.getByText("other network").waitFor();
      await page.getByText("You may buy now: up to 20 shares.").waitFor();
      expect(wallet.prompts).to.deep.equal([]);

      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("wallet_switchEthereumChain");
      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText("You now hold 1 more share").waitFor();
      expect(await page.getByText("other network").count()).to.equal(0);
    });

    it("says what to do when the person refuses to switch", async () => {
      const { page, tap, wallet } = await visit({ at: AT, wallet: elsewhere(true), isConnected: true });
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.reject("wallet_switchEthereumChain");

      await expectQuietWords(page);
      expect(wallet.sends).to.equal(0);
    });

    it("offers the network to a wallet that does not know it", async () => {
      const { page, tap, wallet } = await visit({ at: AT, wallet: elsewhere(false), isConnected: true });
      await tap(page.getByRole("button", { name: BUY }));
      const { params } = await wallet.approve("wallet_addEthereumChain");
      expect(params[0]).to.deep.include({ chainId: "0x7a69", rpcUrls: [stage().rpcUrl] });

      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText("You now hold 1 more share").waitFor();
    });
  });

  describe("given a node that does not answer", () => {
    it("says so, shows no figure, and reads again when asked", async () => {
      expectProblems(/ERR_CONNECTION_REFUSED|ERR_FAILED/);
      const { page, tap } = await visit({ at: AT, prepare: (to) => cutOff(to, stage().rpcUrl) });
      const retry = page.getByRole("button", { name: "Try again" }).first();
      await retry.waitFor({ timeout: 20_000 });
      expect(await page.getByText("TUSD").count()).to.equal(0);

      await page.unrouteAll();
      await tap(retry);
      await page.getByText("10.00 TUSD").first().waitFor();
    });

    it("says what happened when it goes away before the purchase", async () => {
      expectProblems(/ERR_CONNECTION_REFUSED|ERR_FAILED/);
      const { page, tap, wallet } = await visitAs(persons.resident);
      const buy = page.getByRole("button", { name: BUY });
      await buy.waitFor();
      await cutOff(page, stage().rpcUrl);
      await tap(buy);

      await expectPlainWords(page);
      expect(wallet.prompts).to.deep.equal([]);
    });

    it("says that figures may be old when the node lags", async () => {
      const { page } = await visit({
        at: AT,
        prepare: async (to) => void (await to.addInitScript(quarterOfAnHourLater)),
      });

      await page.getByText(/1\d minutes behind. Figures may be old/).waitFor();
    });
  });
});

/** Who said no knows it: they are told that nothing happened, and are not alarmed. */
async function expectQuietWords(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("status").filter({ hasText: "You said no in your wallet, so nothing was sent." }).waitFor();
  expect(await main.getByRole("alert").count()).to.equal(0);
}

/** An alert that somebody understands who knows nothing of the machinery, and that says what to do. */
async function expectPlainWords(page: Page): Promise<void> {
  const alert = page.getByRole("main").getByRole("alert");
  await alert.waitFor({ timeout: 20_000 });
  const words = (await alert.textContent()) ?? "";
  expect(words).to.match(/\.(Try again)?$/);
  expect(words).not.to.match(/0x|error|viem|http|undefined|revert|rpc|something went wrong/i);
}

function quarterOfAnHourLater(): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + 15 * 60_000;
}
