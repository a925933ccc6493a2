import { expect } from "chai";
import type { Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import type { Answer, Coming } from "./support/announceWallet.ts";
import { holdBlocks, takeBlock } from "./support/chainClock.ts";
import { persons, sales } from "./support/demoIds.ts";
import { holdingOf } from "./support/holdingOf.ts";
import { actInSilence, keepSilent, TestWallet } from "./support/testWallet.ts";
import { useStage } from "./support/useStage.ts";

const AT = `#/offering/${sales.workshop}`;
const BUY = /^Buy 1 share for/;
const BOUGHT = "You now hold 1 more share";

describe("Wallets as they are", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;
  const node = (method: string, params: unknown[]) =>
    stage().demo.chain.connection.ethers.provider.send(method, params);
  const walletOf = (options: Partial<ConstructorParameters<typeof TestWallet>[0]> = {}) =>
    new TestWallet({ address: addressOf(persons.resident), rpcUrl: stage().rpcUrl, ...options });
  const sharesOf = async (id: number) => (await holdingOf(stage(), sales.workshop, addressOf(id))).shares;

  describe("at the beginning of a visit", () => {
    it("hold up nothing when the one of the last visit never answers", async () => {
      const wallet = walletOf({ manners: { eth_accounts: keepSilent, eth_chainId: keepSilent } });
      for (const at of ["#/shares", "#/weeks", AT]) {
        const { page } = await visit({ at, wallet, isConnected: true });
        await page
          .getByRole("button", { name: /Choose your wallet|Connect a wallet to buy/ })
          .waitFor({ timeout: 5_000 });
        expect(await page.getByText("Reading the chain …").count()).to.equal(0);
      }
    });

    it("are taken up when they come late", async () => {
      const { page } = await visit({ at: AT, wallet: walletOf({ coming: "late" }), isConnected: true });
      await page.getByText("You may buy now: up to 20 shares.").waitFor();
    });

    it("are not asked unless they were connected before", async () => {
      const asked: string[] = [];
      const manner = (act: () => Promise<Answer>) => (asked.push("eth_accounts"), act());
      const other = walletOf({ name: "Other", maker: "other", manners: { eth_accounts: manner } });
      const { page } = await visit({
        at: AT,
        wallet: walletOf(),
        isConnected: true,
        prepare: (to) => other.attach(to),
      });
      await page.getByText("You may buy now: up to 20 shares.").waitFor();
      expect(asked).to.deep.equal([]);
    });

    it("are taken up by themselves in MiniPay", async () => {
      const wallet = walletOf({ coming: "miniPay" });
      wallet.allow();
      const { page, tap } = await visit({ at: AT, wallet });
      await page.getByText("You may buy now: up to 20 shares.").waitFor();
      expect(wallet.prompts).to.deep.equal([]);
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText(BOUGHT).waitFor();
    });
  });

  describe("in the list", () => {
    for (const [coming, label] of [
      ["announced", "Connect with Test wallet"],
      ["late", "Connect with Test wallet"],
      ["injected", "Connect with the wallet of this browser"],
    ] as [Coming, string][]) {
      it(`stand there when they are ${coming}`, async () => {
        const wallet = walletOf({ coming });
        const { page, tap } = await visit({ at: AT, wallet });
        await tap(page.getByRole("button", { name: "Connect", exact: true }));
        await tap(page.getByRole("button", { name: label }));
        await wallet.approve("eth_requestAccounts");
        await page.getByText("You may buy now: up to 20 shares.").waitFor();
      });
    }

    it("are told apart by their maker where two have one name, and one that never answers lets the other go first", async () => {
      const silent = walletOf({ maker: "com.silent", manners: { eth_requestAccounts: keepSilent } });
      const wallet = walletOf({ maker: "org.sound" });
      const { page, tap } = await visit({ at: AT, wallet, prepare: (to) => silent.attach(to) });
      await tap(page.getByRole("button", { name: "Connect", exact: true }));
      await tap(page.getByRole("button", { name: "com.silent" }));
      await silent.approve("eth_requestAccounts");
      await page.getByText("Please confirm in Test wallet.").waitFor();
      await tap(page.getByRole("button", { name: "org.sound" }));
      await wallet.approve("eth_requestAccounts");
      await page.getByText("You may buy now: up to 20 shares.").waitFor();
    });
  });

  it("stop between two steps when the account changes, and say which", async () => {
    const { page, tap, wallet } = await visit({ at: AT, wallet: walletOf(), isConnected: true });
    await holdBlocks(stage());
    await tap(page.getByRole("button", { name: BUY }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("Sent. Waiting for the chain to confirm").waitFor();
    await wallet.useAccount(addressOf(persons.otherResident));
    await takeBlock(stage());

    await page
      .getByText(/Your wallet changed from the account 0x\w{4}…\w{4} to 0x\w{4}…\w{4}\. Nothing more was sent/)
      .waitFor();
    expect(wallet.sends).to.equal(1);
    expect(await sharesOf(persons.resident)).to.equal(0n);
  });

  describe("whose owner says no", () => {
    for (const thrown of [
      { code: -32603, message: "Internal JSON-RPC error.", data: { code: 4001, message: "User denied" } },
      { code: "ACTION_REJECTED", message: "user rejected action" },
      "User cancelled",
    ]) {
      it(`are understood when they throw ${JSON.stringify(thrown)}`, async () => {
        const wallet = walletOf({ manners: { eth_sendTransaction: async () => ({ thrown }) } });
        const { page, tap } = await visit({ at: AT, wallet, isConnected: true });
        await tap(page.getByRole("button", { name: BUY }));
        await wallet.approve("eth_sendTransaction");
        await page.getByRole("status").filter({ hasText: "You said no in your wallet" }).waitFor();
      });
    }
  });

  for (const told of [null, "0x", { hash: "0x12" }]) {
    it(`may tell ${JSON.stringify(told)} for a hash: the page finds what was sent`, async () => {
      const manner = async (act: () => Promise<Answer>): Promise<Answer> => {
        await act();
        return { result: told };
      };
      const wallet = walletOf({ manners: { eth_sendTransaction: manner } });
      const { page, tap } = await visit({ at: AT, wallet, isConnected: true });
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText(BOUGHT).waitFor();
      expect(await sharesOf(persons.resident)).to.equal(1n);
    });
  }

  describe("on another network", () => {
    it("may change it without an answer", async () => {
      const wallet = walletOf({ chainId: 1, manners: { wallet_switchEthereumChain: actInSilence } });
      const { page, tap } = await visit({ at: AT, wallet, isConnected: true });
      await tap(page.getByRole("button", { name: BUY }));
      await page.getByText("Your wallet is on another network.").waitFor();
      await wallet.approve("wallet_switchEthereumChain");
      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText(BOUGHT).waitFor();
    });

    it("may be changed by their owner, with the question left open", async () => {
      const wallet = walletOf({ chainId: 1 });
      const { page, tap } = await visit({ at: AT, wallet, isConnected: true });
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.wait("wallet_switchEthereumChain");
      await wallet.useNetwork(31_337);
      await wallet.approve("wallet_switchEthereumChain");
      await wallet.approve("eth_sendTransaction");
      await wallet.approve("eth_sendTransaction");
      await page.getByText(BOUGHT).waitFor();
    });
  });

  describe("that change what they have sent", () => {
    /** The first step of a purchase waits for a block, and the page is loaded anew. */
    async function sendAndReload(): Promise<{ page: Page; sent: Record<string, string> }> {
      const { page, tap, wallet } = await visit({ at: AT, wallet: walletOf(), isConnected: true });
      await tap(page.getByRole("button", { name: BUY }));
      await wallet.approve("eth_sendTransaction");
      await wallet.wait("eth_sendTransaction");
      await holdBlocks(stage());
      const { params } = await wallet.approve("eth_sendTransaction");
      await page.getByText("Sent. Waiting for the chain to confirm").waitFor();
      const [{ from, to, data, gas }] = params as [Record<string, string>];
      const nonce = await node("eth_getTransactionCount", [from, "latest"]);
      await page.waitForTimeout(1_500); // the page has seen it
      await page.reload();
      await page.getByText("Buy 1 share of Willowmere Solar workshop").waitFor();
      return { page, sent: { from, to, data, gas, nonce } as Record<string, string> };
    }
    const PRICE = { maxFeePerGas: "0x4a817c8000", maxPriorityFeePerGas: "0x2540be400" };

    it("end as bought where it was the same at a higher fee", async () => {
      const { page, sent } = await sendAndReload();
      await node("eth_sendTransaction", [{ ...sent, ...PRICE }]);
      await takeBlock(stage());
      await page.getByText(BOUGHT).waitFor();
      await page.getByText("Your wallet sent it again with another fee. It counts once.").waitFor();
    });

    it("end as cancelled where it was nothing, to themselves", async () => {
      const { page, sent } = await sendAndReload();
      await node("eth_sendTransaction", [{ from: sent["from"], to: sent["from"], nonce: sent["nonce"], ...PRICE }]);
      await takeBlock(stage());
      await page.getByText("This was cancelled in your wallet.").waitFor();
      expect(await sharesOf(persons.resident)).to.equal(0n);
    });

    it("end as replaced where it was something else", async () => {
      const { page, sent } = await sendAndReload();
      const other = addressOf(persons.otherResident);
      await node("eth_sendTransaction", [
        { from: sent["from"], to: other, nonce: sent["nonce"], value: "0x1", ...PRICE },
      ]);
      await takeBlock(stage());
      await page.getByText("Your wallet replaced this transaction by another one.").waitFor();
    });

    it("are told as lost, also on another page, when no node knows of it for long", async () => {
      const { page } = await sendAndReload();
      const { hash } = (await page.evaluate(readJournal)) as { hash: string };
      await node("hardhat_dropTransaction", [hash]);
      const second = await page.context().newPage();
      await second.addInitScript(anHourLater);
      await second.goto(new URL("#/weeks", page.url()).href);
      await second.getByText("The network does not know this transaction.").waitFor();
      await page.getByText("The network does not know this transaction.").waitFor();
    });
  });

  describe("that have too little for the fee", () => {
    for (const [what, at, button] of [
      ["buying", AT, BUY],
      ["claiming", "#/weeks", /^Claim \d+ INFINITY/],
    ] as const) {
      it(`are told how much it is before any prompt, and may go on all the same: ${what}`, async () => {
        const address = addressOf(what === "buying" ? persons.resident : persons.member);
        await node("hardhat_setBalance", [address, "0x3b9aca00"]);
        const { page, tap, wallet } = await visit({ at, wallet: walletOf({ address }), isConnected: true });
        await tap(page.getByRole("button", { name: button }));
        await page
          .getByText(
            /The network takes a fee of about 0\.0\d+ ETH, but this wallet has <0\.000001 ETH\. Add a little first\./,
          )
          .waitFor();
        expect(wallet.prompts).to.deep.equal([]);

        await tap(page.getByRole("button", { name: button }));
        await wallet.reject("eth_sendTransaction");
        await page.getByRole("status").filter({ hasText: "You said no in your wallet" }).waitFor();
      });
    }
  });
});

function readJournal(): unknown {
  const { localStorage } = globalThis as unknown as { localStorage: Record<string, string> };
  const [key] = Object.keys(localStorage).filter((each) => each.startsWith("sent."));
  return (JSON.parse(localStorage[key ?? ""] ?? "[]") as unknown[])[0];
}

function anHourLater(): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + 60 * 60_000;
}
