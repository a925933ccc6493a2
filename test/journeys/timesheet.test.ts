import { daysOfWeek, weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { goTo } from "./support/chainClock.ts";
import { persons } from "./support/demoIds.ts";
import { faultsOf } from "./support/faultsOf.ts";
import { useStage } from "./support/useStage.ts";

const TOWN = 1;
const COORDINATOR = 1;
const AT = `#/desk/hours/${TOWN}`;

describe("A town's hours", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;

  it("go from a coordinator's file, with a bad row, through review to everybody's wallets, on the page alone", async () => {
    const { contributions, infinityToken } = stage().contracts;
    const running = weekIndexOf(Math.floor(Date.now() / 1000));
    const { reviewEnds } = await contributions.pendingOf(TOWN);
    await goTo(stage(), Math.max(Number(reviewEnds), weekEnd(running) + 60));
    const coordinator = await visit({ at: AT, wallet: addressOf(COORDINATOR), isConnected: true });
    const { page, tap, wallet } = coordinator;

    await tap(page.getByRole("button", { name: /^Count / }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("is counted. Everyone in it can be paid now.").waitFor();

    const [monday, tuesday] = daysOfWeek(running);
    const rows = [
      "member,project,date,hours",
      `9,Bakery,${monday},3.1`,
      `10,Bakery,${monday},4`,
      `10,Bakery,${monday},4`,
      `11,River path,${tuesday},1.5`,
    ];
    await page.getByLabel("Choose a file").setInputFiles({
      name: "week.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\n")),
    });
    await page.getByText("One thing must be mended").waitFor();
    expect(await faultsOf(page)).to.deep.equal([]);
    await tap(page.getByRole("button", { name: "Write 3.25" }));
    await tap(page.getByRole("button", { name: "Two stints: count both" }));
    await page.getByText("The chain would take this now.").waitFor();
    expect(await faultsOf(page)).to.deep.equal([]);
    await tap(page.getByRole("button", { name: "Save the file" }));
    await tap(page.getByRole("button", { name: /^Send in / }));
    await wallet.approve("eth_sendTransaction");
    await page.getByRole("heading", { name: /is in review$/ }).waitFor();
    expect((await contributions.pendingOf(TOWN)).active).to.equal(2n);
    console.log(`      the coordinator: ${coordinator.taps()} taps, ${wallet.sends} prompts, 1 screen`);

    await goTo(stage(), (await contributions.pendingOf(TOWN)).reviewEnds);
    const anybody = await visit({ at: AT, wallet: addressOf(persons.resident), isConnected: true });
    await anybody.tap(anybody.page.getByRole("button", { name: /^Count / }));
    await anybody.wallet.approve("eth_sendTransaction");
    await anybody.page.getByText("is counted. Everyone in it can be paid now.").waitFor();
    await anybody.tap(anybody.page.getByRole("button", { name: /^Pay \d+ members$/ }));
    await anybody.wallet.approve("eth_sendTransaction");
    await anybody.page.getByText("Everyone has been paid what was counted so far.").waitFor();
    console.log(`      anybody: ${anybody.taps()} taps, ${anybody.wallet.sends} prompts, 1 screen`);

    const { timesheets } = await contributions.poolOf(TOWN);
    expect(await contributions.quartersAt(TOWN, timesheets - 1n, 9)).to.equal(13n);
    for (const number of [9, 10]) expect(await contributions.claimedUpTo(TOWN, number)).to.equal(timesheets);
    expect(await infinityToken.balanceOf(await contributions.getAddress())).to.equal(0n);
  });
});
