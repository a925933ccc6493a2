import { expect } from "chai";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { hasFocus } from "./support/inPage.ts";
import { connectWallet } from "./support/openPage.ts";
import { pages } from "./support/pages.ts";
import { useStage } from "./support/useStage.ts";

describe("Every page", () => {
  const { visit } = useStage();

  for (const { name, at, title } of pages) {
    it(`opens from a link, says its name, and contacts nobody but its host and the node: ${name}`, async () => {
      const { page } = await visit({ at });

      expect(await page.title()).to.match(title);
      expect(await page.getByRole("heading", { level: 1 }).count()).to.equal(1);
    });
  }
});

describe("A link that leads nowhere", () => {
  const { visit, expectProblems } = useStage();

  for (const at of [
    "#/town/99",
    "#/town/x",
    "#/project/7",
    "#/project/x",
    "#/project/7/accounts",
    "#/offering/99",
    "#/offering/x",
  ]) {
    it(`says so, and leads on: ${at}`, async () => {
      const { page } = await visit({ at });
      await page.getByText("The link may be old or mistyped.").waitFor();
      await page.getByRole("main").getByRole("link").first().waitFor();

      expect(await page.title()).to.match(/^(There is|This is|Nothing).+ · One Small Town$/);
    });
  }

  it("says what to do with a copy of the page that was not set up", async () => {
    expectProblems(/404/);
    const { page } = await visit({
      prepare: (to) => to.route("**/settings.json", (route) => route.fulfill({ status: 404 })).then(() => undefined),
    });

    await page.getByText("This copy of the page is not set up").waitFor();
    await page.getByText("Please tell who sent you here.").waitFor();
    await page.getByText("There is no file settings.json beside it: the server answers 404.").waitFor();
  });

  for (const [what, at, body, words] of [
    [
      "is a page",
      "",
      "<!doctype html><title>Home</title>",
      "In place of the file settings.json the server sends some page.",
    ],
    ["breaks off", "verify.html", '{ "deployment": ', "The file settings.json is no JSON."],
    ["lacks something", "", '{ "deployment": { "chainId": 1 } }', "“deployment.startBlock” is missing or wrong."],
  ] as const) {
    it(`says where it is broken when its settings.json ${what}`, async () => {
      const { page } = await visit({
        at,
        prepare: (to) => to.route("**/settings.json", (route) => route.fulfill({ body })).then(() => undefined),
      });
      await page.getByText(words).waitFor();
    });
  }

  it("lets keys skip to the page", async () => {
    const { page } = await visit({ at: "#/town/1", width: 1280 });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");

    expect(await page.getByRole("main").evaluate(hasFocus)).to.equal(true);
  });
});

describe("The connect sheet", () => {
  const { stage, visit } = useStage();

  it("connects a wallet that announces itself, with one prompt, and finds it again after a reload", async () => {
    const { address } = personAt(stage().demo.chain, 5);
    const visitor = await visit({ wallet: address });
    await connectWallet(visitor);
    const shown = visitor.page.getByRole("banner").getByRole("button", { name: address.slice(0, 6) });
    await shown.waitFor();
    await visitor.page.reload();
    await shown.waitFor();

    expect(visitor.wallet.prompts.map(({ method }) => method)).to.deep.equal(["eth_requestAccounts"]);
  });

  it("says what to do where there is no wallet", async () => {
    const { page, tap } = await visit();
    await tap(page.getByRole("button", { name: "Connect", exact: true }));

    await page.getByText("No wallet was found in this browser").waitFor();
    await page.getByText("Install one that works in this browser").waitFor();
  });

  it("tells a person who rejected what happened", async () => {
    const { page, tap, wallet } = await visit({ wallet: personAt(stage().demo.chain, 5).address });
    await tap(page.getByRole("button", { name: "Connect", exact: true }));
    await tap(page.getByRole("button", { name: "Connect with Test wallet" }));
    await wallet.reject("eth_requestAccounts");

    const said = page.getByRole("dialog").getByRole("status").filter({ hasText: "You said no in your wallet" });
    expect(await said.textContent()).not.to.match(/user rejected|0x|error/i);
    expect(await page.getByRole("alert").count()).to.equal(0);
  });

  it("shows a badge for a wallet on another network, and takes it away when the person switches", async () => {
    const { address } = personAt(stage().demo.chain, 5);
    const visitor = await visit({ wallet: address });
    await connectWallet(visitor);
    await visitor.wallet.useNetwork(1);
    const badge = visitor.page.getByText("other network");
    await badge.waitFor();
    await visitor.wallet.useNetwork(31_337);
    await badge.waitFor({ state: "detached" });
  });

  it("follows the wallet to another account", async () => {
    const [first, second] = [personAt(stage().demo.chain, 5), personAt(stage().demo.chain, 6)];
    const visitor = await visit({ wallet: first.address });
    await connectWallet(visitor);
    await visitor.wallet.useAccount(second.address);

    await visitor.page.getByRole("button", { name: second.address.slice(0, 6) }).waitFor();
  });

  it("works with keys alone: Tab stays inside, Escape closes it, and the focus returns", async () => {
    const { page } = await visit({ wallet: personAt(stage().demo.chain, 5).address, width: 1280 });
    const opener = page.getByRole("button", { name: "Connect", exact: true });
    await opener.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();

    const focused: string[] = [];
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press("Tab");
      focused.push(await page.evaluate(focusedName));
    }
    expect(new Set(focused)).to.include("Connect with Test wallet");
    expect(focused.filter((name) => name.startsWith("outside"))).to.deep.equal([]);

    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(await opener.evaluate(hasFocus)).to.equal(true);
  });
});

type Focusable = { closest: (selector: string) => unknown; textContent: string | null; tagName: string };
type Globals = { document: { activeElement: Focusable | null } };

/** The words of what has the focus; "outside …" when it is on the page below the sheet. */
function focusedName(): string {
  const { activeElement } = (globalThis as unknown as Globals).document;
  if (activeElement === null || activeElement.tagName === "BODY") return "the browser";
  const name = activeElement.textContent?.trim() ?? "";
  return activeElement.closest("dialog") === null ? `outside: ${name}` : name;
}
