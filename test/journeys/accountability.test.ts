import { expect } from "chai";
import type { Page } from "playwright-core";
import { documentOf } from "../../scripts/operator/documents.ts";
import { depositWithAllowance } from "../../scripts/operator/withAllowance.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { findOverflow } from "./support/inPage.ts";
import { findViolations } from "./support/faultsOf.ts";
import { allRead } from "./support/openPage.ts";
import { useStage } from "./support/useStage.ts";

const [BAKERY, BRICK_YARD] = [projectId(1, 4), projectId(1, 8)];
const PROMISED = "This is what was promised.";
const CHANGED = "This is not what was promised.";

describe("A business and its word", () => {
  const { stage, visit, expectContact } = useStage();

  it("is found from its page, and shows accounts that came in time, and who holds which key", async () => {
    const { page, tap } = await visit({ at: `#/project/${BAKERY}` });
    await tap(page.getByRole("link", { name: "What was promised, and what was done" }));
    await page.getByText("accounts came in time").first().waitFor();

    expect(await page.getByText("accounts are overdue").count()).to.equal(0);
    const who = page.locator("section", { has: page.getByRole("heading", { name: "Who may do what" }) });
    for (const official of ["countryAmbassador", "headOffice", "manager", "payout"] as const) {
      await who.getByText(stage().demo.chain.officials[official].address).waitFor();
    }
    await page.getByText(/this is a plain wallet with one key.*Head office/).waitFor();
  });

  it("shows in words what is overdue, by the chain's time, and stops once the accounts come", async () => {
    const { page } = await visit({ at: `#/project/${BRICK_YARD}/accounts` });
    const overdue = page
      .getByRole("table", { name: "Profit by quarter of the year" })
      .getByText(/accounts are overdue/);
    await overdue.first().waitFor();
    await page.getByText(/^Accounts are overdue: .+ Ask those who run it why\.$/).waitFor();
    const open = await overdue.count();
    await payIn(await nameOfOverdue(page), documentOf("Accounts", "https://documents.example/accounts.txt"));
    await page.reload();
    await page.getByText(/accounts came late/).waitFor();

    expect(await overdue.count()).to.equal(open - 1);
  });

  it("tells a changed document, one byte of which is another: a copy from the person's device", async () => {
    const { page, tap } = await visit({ at: `#/project/${BAKERY}/accounts` });
    const card = page.locator("section", { has: page.getByRole("heading", { name: "Documents" }) });
    const plan = card.locator("div", { has: page.getByRole("heading", { name: "Business plan" }) }).last();
    const bytes = await bytesOfPlan();
    const choose = async (buffer: Buffer) => {
      await plan.getByLabel("File: Business plan").setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer });
    };
    await plan.getByText(PROMISED).waitFor();
    await tap(plan.getByText("Check a copy of your own"));

    await choose(Buffer.from(bytes.map((byte, i) => (i === 7 ? byte ^ 1 : byte))));
    await plan.getByText(CHANGED).waitFor();
    await choose(bytes);
    await plan.getByText(PROMISED).waitFor();
  });

  it("tells a changed document that its host gives out, and fetches nothing before a tap", async () => {
    expectContact("documents.example");
    const [promised, changed] = ["The accounts, 412.50", "The accounts, 412.51"];
    const document = documentOf(promised, "https://documents.example/accounts.txt");
    await payIn("a period without a name", document);
    let answer = changed;
    const { page, tap, record } = await visit({
      at: `#/project/${BRICK_YARD}/accounts`,
      async prepare(to) {
        await to.route("https://documents.example/**", (route) =>
          route.fulfill({ body: answer, headers: { "access-control-allow-origin": "*" } }),
        );
      },
    });
    await tap(page.getByText("Accounts that came in"));
    const item = page.getByRole("listitem").filter({ hasText: "a period without a name" }).last();
    expect([...record.hosts]).not.to.include("documents.example");

    await tap(item.getByRole("button", { name: "Fetch it and check" }));
    await item.getByText(CHANGED).waitFor();
    answer = promised;
    await tap(item.getByRole("button", { name: "Fetch it and check" }));
    await item.getByText(PROMISED).waitFor();
    expect(await faultsOf(page)).to.deep.equal([]);
  });

  async function payIn(period: string, accounts: ReturnType<typeof documentOf>): Promise<void> {
    const { chain, currency, deployment } = stage().demo;
    const { manager } = chain.officials;
    await currency.mint(manager.address, 1n);
    await depositWithAllowance(deployment, manager, { business: BRICK_YARD, amount: 1n, weeks: 4, period, accounts });
  }

  async function bytesOfPlan(): Promise<Buffer> {
    const { projectRegistry } = stage().contracts;
    const [planned] = await projectRegistry.queryFilter(projectRegistry.filters.ProjectPlanned(BAKERY));
    return Buffer.from(decodeURIComponent(planned?.args.uri.replace(/^data:text\/plain,/, "") ?? ""));
  }
});

/** "2026-Q3" of "Jul – Sep 2026", the first quarter that the page calls overdue. */
async function nameOfOverdue(page: Page): Promise<string> {
  const text = (await page.getByRole("row").filter({ hasText: "overdue" }).first().textContent()) ?? "";
  const [, month = "", year = ""] = /^(\w{3}) – \w{3} (\d{4})/.exec(text.replaceAll("\u2009", " ")) ?? [];
  return `${year}-Q${["Jan", "Apr", "Jul", "Oct"].indexOf(month) + 1}`;
}

/** In both directions and both themes, at the width of a narrow phone. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await allRead(page);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const direction of ["ltr", "rtl"]) {
    await page.locator("html").evaluate((html: { dir: string }, dir) => (html.dir = dir), direction);
    for (const wide of await findOverflow(page)) faults.push(`${direction}, wider than 320: ${wide}`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const fault of await findViolations(page)) faults.push(`${direction} ${colorScheme}: ${fault}`);
    }
  }
  return faults;
}
