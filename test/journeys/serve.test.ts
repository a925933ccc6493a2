import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { redemptionToSign } from "@one-small-town/core/hours/signedWords.ts";
import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { expect } from "chai";
import type { Hex } from "viem";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { persons } from "./support/demoIds.ts";
import { cutOff } from "./support/node.ts";
import { writeFilmOf } from "./support/writeFilmOf.ts";
import { openBrowser } from "./support/openBrowser.ts";
import { openPage, type Visit } from "./support/openPage.ts";
import { useStage } from "./support/useStage.ts";

const TOWN = 1;
const LUNCH = 1;

describe("Handing out what weeks gave", () => {
  const { stage, visit, expectProblems } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;

  const asSteward = () => visit({ at: `#/desk/serve/${TOWN}`, wallet: addressOf(persons.steward), isConnected: true });

  /** A picture of the code that a member shows for one more lunch of the oldest week. */
  async function codeOf({ page, tap, wallet }: Visit): Promise<Buffer> {
    await tap(page.getByRole("button", { name: "Show my code" }).first());
    await wallet.approve("eth_signTypedData_v4");
    const picture = await page.getByRole("img", { name: "Code for 1: Lunch" }).screenshot();
    await tap(page.getByRole("button", { name: "I have got it" }));
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return picture;
  }

  async function scan({ page, tap }: Visit, picture: Buffer): Promise<void> {
    await tap(page.getByRole("button", { name: "Scan a code" }));
    const file = { name: "code.png", mimeType: "image/png", buffer: picture };
    await page.getByLabel("A picture of the code").setInputFiles(file);
  }

  it("reads a code that is held before the camera", async () => {
    const { demo, contracts } = stage();
    const member = personAt(demo.chain, persons.member);
    const { number } = await contracts.memberRegistry.personOf(member.address);
    const [weekIndex] = await contracts.contributions.turnoutAt(
      TOWN,
      (await contracts.contributions.poolOf(TOWN)).timesheets - 1n,
    );
    const redemption = { benefit: LUNCH, weekIndex: Number(weekIndex), number: Number(number), cumulativeUnits: 2 };
    const { domain, types, message } = redemptionToSign(demo.deployment, { ...redemption, benefit: BigInt(LUNCH) });
    const signature = (await member.signTypedData(domain, types, message)) as Hex;
    const folder = mkdtempSync(path.join(tmpdir(), "camera-"));
    const film = path.join(folder, "code.y4m");
    writeFilmOf(writeQr({ kind: "redemption", chainId: demo.deployment.chainId, ...redemption, signature }), film);
    const browser = await openBrowser({ film });
    try {
      const visitor = { at: `#/desk/serve/${TOWN}`, wallet: addressOf(persons.steward), isConnected: true };
      const { page, tap } = await openPage({ ...stage(), browser }, visitor);
      await tap(page.getByRole("button", { name: "Scan a code" }));
      await page.getByRole("heading", { name: "Hand out 2: Lunch" }).waitFor();
      await page.getByText("It stands for 2 together.").waitFor();
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });

  it("lets a steward put a meal on the list, and members see where to fetch it", async () => {
    const steward = await asSteward();
    const { page, tap } = steward;
    await tap(page.getByText("Put something on the list"));
    await page.getByLabel("Its name").fill("Soup");
    await page.getByLabel("Where to fetch it").fill("School kitchen");
    await page.getByLabel("When to fetch it").fill("Fridays at six");
    await tap(page.getByRole("button", { name: "Put it on the list" }));
    await steward.wallet.approve("eth_sendTransaction");
    await page.getByRole("heading", { name: "Soup" }).waitFor();

    const member = await visit({ at: "#/weeks", wallet: addressOf(persons.member), isConnected: true });
    await member.tap(member.page.getByRole("link", { name: "Meals and parcels that you can fetch" }));
    await member.page.getByRole("heading", { name: "Soup" }).waitFor();
    await member.page.getByText("School kitchen").waitFor();
    await member.page.getByText("5 are left of 5").first().waitFor();
  });

  it("serves three without a connection, refuses a copy in words, and sends one batch", async () => {
    expectProblems(/ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to load/);
    const [member, other] = await Promise.all([
      visit({ at: "#/benefits", wallet: addressOf(persons.member), isConnected: true }),
      visit({ at: "#/benefits", wallet: addressOf(persons.otherMember), isConnected: true }),
    ]);
    const first = await codeOf(member);
    const codes = [first, await codeOf(member), await codeOf(other)];
    const steward = await asSteward();
    const { page, tap, wallet } = steward;
    await page.getByText("Ready to work without a connection").waitFor();
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    for (const code of codes) {
      await scan(steward, code);
      await page.getByRole("heading", { name: "Hand out 1: Lunch" }).waitFor();
      await tap(page.getByRole("button", { name: "Handed out" }));
    }
    await scan(steward, first);
    await page.getByText("This code was used before: 2 units").waitFor();
    await cutOff(page, stage().rpcUrl);
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText("3 units were handed out").waitFor();

    await page.unrouteAll();
    await tap(page.getByRole("button", { name: "Send 3 units" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("All that was handed out is written down.").waitFor();

    const { benefits, memberRegistry } = stage().contracts;
    const redeemed = await benefits.queryFilter(benefits.filters.BenefitRedeemed());
    const { number } = await memberRegistry.personOf(addressOf(persons.member));
    expect(redeemed.map(({ args }) => args.units)).to.have.members([1n, 2n]);
    expect(await benefits.queryFilter(benefits.filters.RedemptionSkipped())).to.deep.equal([]);
    const [{ args }] = redeemed.filter((one) => one.args.number === number) as [(typeof redeemed)[number]];
    expect(await benefits.redeemedOf(LUNCH, args.weekIndex, number)).to.equal(2n);
    expect(wallet.sends).to.equal(1);
  });
});
