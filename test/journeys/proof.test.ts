import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { tokenAt } from "../../scripts/operator/contracts.ts";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { type Alter, alterAnswers } from "./support/node.ts";
import { sales } from "./support/demoIds.ts";
import { faultsOf } from "./support/faultsOf.ts";
import { turnRound } from "./support/inPage.ts";
import { useStage } from "./support/useStage.ts";

const TOWN = 1;
const BAKERY = projectId(TOWN, 4);
const HOLDS = "Every token and cent is accounted for";

describe("Proof to take away", () => {
  const { stage, visit } = useStage();
  const newestBlock = () => stage().demo.chain.connection.ethers.provider.getBlockNumber();
  const mine = () => stage().demo.chain.connection.ethers.provider.send("evm_mine", []);

  const open = async (at: string, alter?: Alter) => {
    const prepare = (to: Page) => (alter === undefined ? Promise.resolve() : alterAnswers(to, stage().rpcUrl, alter));
    const { page, tap, go } = await visit({ at, prepare });
    await page.getByRole("button", { name: "Check again" }).waitFor({ timeout: 20_000 });
    return { page, tap, go };
  };
  const holds = (page: Page) => page.getByRole("heading", { name: HOLDS }).waitFor();

  it("does the sums in the page where a browser refuses workers, and says so", async () => {
    const late =
      "globalThis.Worker = class extends EventTarget { constructor() { super(); setTimeout(() => this.dispatchEvent(new Event('error'))); } postMessage() {} terminate() {} }";
    const { page } = await visit({ at: "verify.html", prepare: (to) => to.addInitScript(late).then(() => undefined) });
    await holds(page);

    await page.getByText("Your browser lets no helper do the sums").waitFor();
  });

  it("unfolds how a check was made, also from right to left", async () => {
    const { page, tap } = await open("verify.html");
    await turnRound(page);
    await tap(page.getByRole("heading", { name: "The community keeps at least 60% of all profit" }));
    await page.getByText("Of each profit, members and town fund must get at least 60%").waitFor();

    expect(await faultsOf(page)).to.deep.equal([]);
  });

  it("opens at the block of a link, and offers the link and the command to others", async () => {
    const block = await newestBlock();
    await mine();
    const { page, tap } = await open(`verify.html#block=${block}&town=${TOWN}`);
    await holds(page);
    await page.getByText(`block ${block} of Local chain`).waitFor();

    await page.getByText(`${stage().url}verify.html#block=${block}&town=${TOWN}`, { exact: true }).waitFor();
    await page.getByText(`npm run audit -- --rpc ${stage().rpcUrl} --town ${TOWN} --block ${block}`).waitFor();
    await tap(page.getByRole("link", { name: "Check the newest block" }));
    await page.getByText(`block ${block + 1} of Local chain`).waitFor();
  });

  it("says that the node no longer knows an old block, and leads to the newest", async () => {
    const block = await newestBlock();
    await mine();
    const forgets: Alter = ({ method, params }, answer) =>
      ["eth_getBalance", "eth_call", "eth_getCode"].includes(method) && params.includes(`0x${block.toString(16)}`)
        ? { error: { code: -32_000, message: "missing trie node" } }
        : answer;
    const { page, tap } = await open(`verify.html#block=${block}`, forgets);
    await page.getByRole("heading", { name: "This node no longer knows that block" }).waitFor();
    await tap(page.getByRole("link", { name: "Check the newest block" }));
    await holds(page);
  });

  it("says that a block is still to come, and that a town is not there", async () => {
    const { page, go } = await open("verify.html#block=999999999");
    await page.getByRole("heading", { name: "That block is still to come" }).waitFor();
    await go("verify.html#town=77");
    await page.getByRole("heading", { name: "There is no such town" }).waitFor();
  });

  it("saves the holders of a business as a file: all its shares, and nobody forgotten", async () => {
    const { page, tap } = await open("verify.html");
    await page.getByLabel("Of which town or business?").selectOption({ label: "– Willowmere Bakery" });
    const coming = page.waitForEvent("download");
    await tap(page.getByRole("button", { name: "Who holds shares" }));
    const file = await coming;
    const [head, ...rows] = readFileSync(await file.path(), "utf8")
      .trimEnd()
      .split("\r\n")
      .map((row) => row.split(","));

    const { token } = await stage().contracts.shareOffering.assetOf(sales.bakery);
    const supply = await tokenAt(token, personAt(stage().demo.chain, 0)).totalSupply();
    const sharesAt = head?.indexOf("shares") ?? -1;
    expect(file.suggestedFilename()).to.equal(`willowmere-bakery-holders-block-${await newestBlock()}.csv`);
    expect(rows.reduce((sum, row) => sum + BigInt(row[sharesAt] ?? 0), 0n)).to.equal(supply);
    expect(rows.every((row) => row.includes("TUSD"))).to.equal(true);
    await page.getByText(`Saved as ${file.suggestedFilename()}.`).waitFor();
  });

  it("saves a file as soon as tables are offered, while the last is still compared", async () => {
    let [isOffered, goOn] = [false, () => undefined as void];
    const isEnough = new Promise<void>((resolve) => (goOn = resolve));
    const { page, tap } = await visit({
      at: "verify.html",
      prepare: (to) =>
        alterAnswers(to, stage().rpcUrl, async (_, answer) => {
          await (isOffered ? isEnough : setTimeout(100));
          return answer;
        }),
    });
    const button = page.getByRole("button", { name: "Who holds shares" });
    await button.waitFor({ timeout: 30_000 });
    isOffered = true;
    const coming = page.waitForEvent("download");
    await tap(button);

    expect((await coming).suggestedFilename()).to.match(/holders-block-\d+\.csv$/);
    goOn();
    await holds(page);
  });

  it("saves no file where a part could not be read, and says so", async () => {
    const splitter = stage().demo.deployment.addresses.ProfitSplitter.toLowerCase();
    const { page, tap } = await open("verify.html", ({ method, params }, answer) =>
      method === "eth_getLogs" && JSON.stringify(params).toLowerCase().includes(splitter)
        ? { error: { code: -32_603, message: "no such events" } }
        : answer,
    );
    await tap(page.getByRole("button", { name: "Profit paid in" }));
    await page.getByText("Some of it could not be read, so there is no file.").waitFor();
  });

  it("makes a poster of one page of A4, which says whose books, what was found and when", async () => {
    const { page, tap } = await open("verify.html");
    const block = await newestBlock();
    await page.getByLabel("Of which town or business?").selectOption({ label: "– Willowmere Bakery" });
    await tap(page.getByRole("link", { name: "Make a poster for the door" }));
    await page.getByRole("heading", { name: "Willowmere Bakery", level: 1 }).waitFor();
    await page.getByRole("img", { name: "Code that opens the check" }).waitFor();
    await page.getByText("Everyone can count every token and every cent of Willowmere Bakery.").waitFor();
    await page.getByText(new RegExp(`at block ${block}. All held.`)).waitFor();
    await page.getByText(`${stage().url}verify.html#town=${TOWN}`, { exact: true }).waitFor();
    expect(page.url()).to.match(new RegExp(`poster=${BAKERY}$`));

    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).to.equal(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).to.have.length(1);
    expect(pdf).to.match(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
  });
});
