import { expect } from "chai";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { holdBlocks, takeBlock } from "./support/chainClock.ts";
import { persons, sales } from "./support/demoIds.ts";
import { faultsOf } from "./support/faultsOf.ts";
import { turnRound } from "./support/inPage.ts";
import { useStage } from "./support/useStage.ts";

describe("A receipt", () => {
  const { stage, visit } = useStage();

  /** Of the last event of its kind: where it was, and who did it. */
  async function lastPurchase() {
    const { shareOffering } = stage().contracts;
    const bought = (await shareOffering.queryFilter(shareOffering.filters.SharesBought(sales.bakery))).at(-1);
    if (bought === undefined) throw new Error("Nobody bought of the bakery");
    const { buyer, shares } = bought.args;
    return { hash: bought.transactionHash, block: bought.blockNumber, buyer, shares };
  }

  it("of a purchase tells who paid what to whom, when, and leads to the books of that block", async () => {
    const { hash, block, buyer, shares } = await lastPurchase();
    const { page } = await visit({ at: `#/receipt/${hash}` });
    const who = `${buyer.slice(0, 6)}…${buyer.slice(-4)}`;
    const price = `${shares * 10n}.00 TUSD`;
    const count = `${shares} ${shares === 1n ? "share" : "shares"}`;

    await page.getByText("Confirmed", { exact: true }).waitFor();
    await page.getByText(`${who} bought ${count} of Willowmere Bakery for ${price}.`).waitFor();
    await page.getByText(`${who} paid ${price} to the sale of shares.`).waitFor();
    const link = page.getByRole("link", { name: "Check all the books at this block" });
    expect(await link.getAttribute("href")).to.equal(`./verify.html#block=${block}`);
    await turnRound(page);
    expect(await faultsOf(page)).to.deep.equal([]);
  });

  it("says why the chain refused", async () => {
    const { chain, deployment } = stage().demo;
    const { interface: abi } = stage().contracts.shareOffering;
    const data = abi.encodeFunctionData("buy", [sales.workshop, 1]);
    await holdBlocks(stage()); // a block of its own takes also what fails
    const to = deployment.addresses.ShareOffering;
    const sent = await personAt(chain, persons.stranger).sendTransaction({ to, data, gasLimit: 500_000 });
    await takeBlock(stage());
    const { page } = await visit({ at: `#/receipt/${sent.hash}` });

    await page.getByText("The chain refused it").waitFor();
    await page.getByText(/The town office does not know your wallet|Only people who live in the town/).waitFor();
  });

  it("says what is not ours, what is not there, and what is no transaction", async () => {
    const { chain } = stage().demo;
    const [from, to] = [personAt(chain, persons.stranger), personAt(chain, persons.buyer)];
    const { hash } = await from.sendTransaction({ to: to.address, value: 1n });
    const { page, go } = await visit({ at: `#/receipt/${hash}` });
    await page.getByText("Not one of ours").waitFor();
    await go(`#/receipt/0x${"1".repeat(64)}`);
    await page.getByText("Not found", { exact: true }).waitFor();
    await go("#/receipt/0x12");
    await page.getByText("This is no transaction").first().waitFor();
  });

  it("is one tap away from what a wallet did", async () => {
    const address = personAt(stage().demo.chain, persons.buyer).address;
    const { page, tap } = await visit({ at: "#/activity", wallet: address, isConnected: true });
    await tap(page.getByRole("link", { name: "Show the receipt" }).first());

    await page.getByText("Confirmed", { exact: true }).waitFor();
    await page
      .getByText(`${address.slice(0, 6)}…${address.slice(-4)} bought`)
      .first()
      .waitFor();
  });
});
