import { findingKeys } from "@one-small-town/core/verify/Finding.ts";
import { expect } from "chai";
import { id } from "ethers";
import type { Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { sales } from "./support/demoIds.ts";
import { type Alter, alterAnswers, alterNumber, cutOff, withoutEventsOf, withoutFirst } from "./support/node.ts";
import { useStage } from "./support/useStage.ts";

const CHECKS = findingKeys.length;
const TITLES = {
  held: "Each contract holds all the money that it owes",
  minted: "One INFINITY was made for each shift, and not one more",
  supply: "INFINITY that was made is still there, or its owner burnt it",
  shares: "The shares that people hold are the shares that were sold",
  cash: "No week gave members more cash than there was",
  dividends: "Dividends reach those who hold shares, or wait for them",
} as const;

describe("Verify", () => {
  const { stage, visit, expectProblems } = useStage();
  const addresses = () => stage().demo.deployment.addresses;

  const verifyWith = async (alter: Alter) => {
    const { page } = await visit({ at: "verify.html", prepare: (to) => alterAnswers(to, stage().rpcUrl, alter) });
    // No longer busy: the last checks come after the first verdict.
    await page.locator("button[aria-busy=false]", { hasText: "Check again" }).waitFor({ timeout: 20_000 });
    return page;
  };

  /** As if somebody had found a way to act as a contract. */
  async function actAs(contract: string) {
    const { ethers, networkHelpers } = stage().demo.chain.connection;
    await networkHelpers.setBalance(contract, 10n ** 18n);
    return ethers.getImpersonatedSigner(contract);
  }

  it("finds that every check holds, with the chain's own figures and the block", async () => {
    const page = await verifyWith((_, answer) => answer);
    await page.getByRole("heading", { name: "Every token and cent is accounted for" }).waitFor();
    const supply = (await stage().contracts.infinityToken.totalSupply()) / 10n ** 18n;
    const block = await stage().demo.chain.connection.ethers.provider.getBlockNumber();

    expect(await outcomesOf(page)).to.deep.equal({ "✔": CHECKS });
    expect(
      page
        .workers()
        .map((worker) => worker.url())
        .join(),
    ).to.match(/checkWorker/);
    expect(await cardOf(page, TITLES.supply)).to.include(`${supply} INFINITY`);
    await page.getByText(`block ${block} of Local chain`).waitFor();
  });

  it("tells that head office is being handed over, to whom and when, though every check holds", async () => {
    const { chain } = stage().demo;
    const authority = await chain.connection.ethers.getContractAt("Authority", addresses().Authority);
    const next = personAt(chain, 0).address;
    await authority.connect(await actAs(await authority.owner())).beginDefaultAdminTransfer(next);
    const page = await verifyWith((_, answer) => answer);

    await page.getByText(new RegExp(`^${next} can take over head office from \\w`)).waitFor();
    await page.getByRole("heading", { name: "Every token and cent is accounted for" }).waitFor();
  });

  it("marks the supply when the token says one INFINITY more", async () => {
    const supply = await stage().contracts.infinityToken.totalSupply();
    const page = await verifyWith(alterNumber(supply, supply + 10n ** 18n));

    await page.getByRole("heading", { name: "1 check does not add up" }).waitFor();
    expect(await cardOf(page, TITLES.supply)).to.include("Does not add up");
    expect(await outcomesOf(page)).to.deep.equal({ "✔": CHECKS - 1, "✘": 1 });
  });

  it("marks the sales when one cent of the money in escrow is gone, first of all and opened", async () => {
    const { currency, chain } = stage().demo;
    await currency.connect(await actAs(addresses().ShareOffering)).transfer(personAt(chain, 0).address, 1n);
    const page = await verifyWith((_, answer) => answer);

    expect(await cardOf(page, TITLES.held)).to.include("Does not add up");
    expect((await rulesOf(page)).slice(0, 3)).to.deep.equal(["Rule 1✘", "Rule 19✘", "Rule 10✔"]);
    await page.getByText("Held must be at least as much as owed.").waitFor();
  });

  it("marks the shares when one was made that nobody bought", async () => {
    const { chain } = stage().demo;
    const { token } = await stage().contracts.shareOffering.assetOf(sales.workshop);
    const sale = await actAs(addresses().ShareOffering);
    await tokenAt(token, sale).mint(personAt(chain, 0).address, 1);
    const page = await verifyWith((_, answer) => answer);

    expect(await cardOf(page, TITLES.shares)).to.include("Does not add up");
  });

  it("marks the INFINITY made when the node keeps back a mint", async () => {
    const topic = id("Transfer(address,address,uint256)");
    const page = await verifyWith(withoutFirst({ address: addresses().InfinityToken, topic }));

    expect(await cardOf(page, TITLES.minted)).to.include("Does not add up");
    expect(await cardOf(page, TITLES.supply)).to.include("Does not add up");
  });

  it("marks the cash when the node keeps back a payment", async () => {
    const { topicHash } = stage().contracts.contributions.getEvent("MembersFunded").fragment;
    const page = await verifyWith(withoutFirst({ address: addresses().Contributions, topic: topicHash }));

    expect(await cardOf(page, TITLES.cash)).to.include("Does not add up");
  });

  it("says unavailable, not a figure, where a read fails, and goes on with the rest", async () => {
    const page = await verifyWith(withoutEventsOf(addresses().Contributions));

    await page.getByRole("heading", { name: /checks could not be made/ }).waitFor();
    const minted = await cardOf(page, TITLES.minted);
    expect(minted)
      .to.match(/unavailable/i)
      .and.not.to.match(/\d INFINITY/);
    expect(await cardOf(page, TITLES.shares)).to.include("Adds up");
    expect(Object.keys(await outcomesOf(page))).to.have.members(["✔", "?"]);
  });

  it("says that the chain does not answer, and checks again when asked", async () => {
    expectProblems(/ERR_CONNECTION_REFUSED/);
    const { page, tap } = await visit({
      at: "verify.html",
      prepare: (to) => cutOff(to, stage().rpcUrl),
    });
    const again = page.getByRole("button", { name: /Try again|Check again/ });
    await again.waitFor({ timeout: 20_000 });
    expect(await page.getByText("Adds up", { exact: true }).count()).to.equal(0);

    await page.unrouteAll();
    await tap(again);
    await page.getByRole("heading", { name: "Every token and cent is accounted for" }).waitFor();
  });
});

/** The number and the sign of each check, from above. */
async function rulesOf(page: Page): Promise<string[]> {
  const sections = await page.locator("section").allTextContents();
  return sections.flatMap((words) => /^(Rule \d+|Told truly)[✔✘?]/.exec(words)?.[0] ?? []);
}

/** How many checks came out how, by the signs at their beginning. */
async function outcomesOf(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const sign of (await rulesOf(page)).map((rule) => rule.slice(-1))) counts[sign] = (counts[sign] ?? 0) + 1;
  return counts;
}

/** All words of the check with this title. */
async function cardOf(page: Page, title: string): Promise<string> {
  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
  return (await card.textContent()) ?? "";
}
