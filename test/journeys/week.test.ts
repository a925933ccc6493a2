import { daysOfWeek, weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { goTo } from "./support/chainClock.ts";
import { persons } from "./support/demoIds.ts";
import type { Visit } from "./support/openPage.ts";
import { useStage } from "./support/useStage.ts";

const TOWN = 1;
const COORDINATOR = 1;
const REGISTRAR = 2;
const LUNCH = 1;
/** The number that the next member gets. */
const NUMBER = 55;

describe("A week of a town, on its pages alone", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;
  const connected = (id: number, at: string) => visit({ at, wallet: addressOf(id), isConnected: true });

  it("takes a newcomer from the registrar's counter to a share of the profit and a plate of food", async () => {
    const { contributions, infinityToken, benefits } = stage().contracts;
    const running = weekIndexOf(Math.floor(Date.now() / 1000));
    await admit(await connected(REGISTRAR, `#/desk/people/${TOWN}`));

    const { reviewEnds } = await contributions.pendingOf(TOWN);
    await goTo(stage(), Math.max(Number(reviewEnds), weekEnd(running) + 60));
    await sendIn(await connected(COORDINATOR, `#/desk/hours/${TOWN}`), running);

    await goTo(stage(), (await contributions.pendingOf(TOWN)).reviewEnds);
    const newcomer = await connected(persons.stranger, `#/desk/hours/${TOWN}`);
    await count(newcomer);
    await claim(newcomer);
    const code = await showCode(newcomer);
    await serve(await connected(persons.steward, `#/desk/serve/${TOWN}`), code);
    console.log(`      the newcomer: ${newcomer.taps()} taps, ${newcomer.wallet.sends} transactions, 3 pages`);

    const own = addressOf(persons.stranger);
    const { timesheets } = await contributions.poolOf(TOWN);
    const [weekIndex] = await contributions.turnoutAt(TOWN, timesheets - 1n);
    expect(await infinityToken.balanceOf(own)).to.equal(10n ** 18n);
    expect(await stage().demo.currency.balanceOf(own)).to.be.greaterThan(0n);
    expect(await benefits.redeemedOf(LUNCH, weekIndex, NUMBER)).to.equal(1n);
  });

  async function admit({ page, wallet, tap }: Visit): Promise<void> {
    await page.getByLabel("Key of the country office").fill("the demo's key");
    await page.getByLabel("Secret sentence").fill("correct horse battery staple");
    await tap(page.getByRole("button", { name: "Lock it in" }));
    await page.getByText("Your key is open.").waitFor();
    await page.getByLabel("Wallet of the person").fill(addressOf(persons.stranger));
    await page.getByLabel("Number of the paper").fill("A 123-456");
    await tap(page.getByRole("button", { name: "Add this person" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("1 person is on the list now.").waitFor();
  }

  /** A week in which the newcomer and one other worked. */
  async function sendIn(visited: Visit, weekIndex: number): Promise<void> {
    const { page, wallet, tap } = visited;
    await count(visited);
    const [monday] = daysOfWeek(weekIndex);
    const rows = ["member,project,date,hours", `9,Bakery,${monday},3`, `${NUMBER},River path,${monday},4`];
    const file = { name: "week.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
    await page.getByLabel("Choose a file").setInputFiles(file);
    await page.getByText("The chain would take this now.").waitFor();
    await tap(page.getByRole("button", { name: /^Send in / }));
    await wallet.approve("eth_sendTransaction");
    await page.getByRole("heading", { name: /is in review$/ }).waitFor();
  }

  async function count({ page, wallet, tap }: Visit): Promise<void> {
    await tap(page.getByRole("button", { name: /^Count / }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("is counted. Everyone in it can be paid now.").waitFor();
  }

  async function claim({ page, wallet, tap, go }: Visit): Promise<void> {
    await go("#/weeks");
    await tap(page.getByRole("button", { name: /^Claim 1 INFINITY and / }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("Confirmed").waitFor();
  }

  async function showCode({ page, wallet, tap }: Visit): Promise<Buffer> {
    await tap(page.getByRole("link", { name: "Meals and parcels that you can fetch" }));
    await tap(page.getByRole("button", { name: "Show my code" }).first());
    await wallet.approve("eth_signTypedData_v4");
    return page.getByRole("img", { name: "Code for 1: Lunch" }).screenshot();
  }

  async function serve({ page, wallet, tap }: Visit, picture: Buffer): Promise<void> {
    await tap(page.getByRole("button", { name: "Scan a code" }));
    const file = { name: "code.png", mimeType: "image/png", buffer: picture };
    await page.getByLabel("A picture of the code").setInputFiles(file);
    await page.getByRole("heading", { name: "Hand out 1: Lunch" }).waitFor();
    await tap(page.getByRole("button", { name: "Handed out" }));
    await tap(page.getByRole("button", { name: "Send 1 unit" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("All that was handed out is written down.").waitFor();
  }
});
