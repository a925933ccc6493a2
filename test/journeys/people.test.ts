import { expect } from "chai";
import type { Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { persons } from "./support/demoIds.ts";
import type { Visit } from "./support/openPage.ts";
import { useStage } from "./support/useStage.ts";

const REGISTRAR = 2;
const DESK = "#/desk/people/1";
const SENTENCE = "correct horse battery staple";

describe("People of a town", () => {
  const { stage, visit } = useStage();
  const addressOf = (id: number) => personAt(stage().demo.chain, id).address;
  const newcomer = () => addressOf(persons.stranger);

  /** The registrar opens their page and locks in the country office's key. */
  async function openRegistrar(at = DESK): Promise<Visit> {
    const visited = await visit({ at, wallet: addressOf(REGISTRAR), isConnected: true });
    const { page, tap } = visited;
    await page.getByLabel("Key of the country office").fill("the demo's key");
    await page.getByLabel("Secret sentence").fill(SENTENCE);
    await tap(page.getByRole("button", { name: "Lock it in" }));
    await page.getByText("Your key is open.").waitFor();
    return visited;
  }

  async function fillIn(page: Page, wallet: string): Promise<void> {
    await page.getByLabel("Wallet of the person").fill(wallet);
    await page.getByLabel("Number of the paper").fill("A 123-456");
    await page.getByText("✔ This person can be added.").waitFor();
  }

  it("shows a registrar their office, what waits, and the way to it", async () => {
    const { page, tap } = await visit({ wallet: addressOf(REGISTRAR), isConnected: true });
    await page.getByText("Your office: Registrar of Willowmere").waitFor();
    await tap(page.getByRole("link", { name: "Desk", exact: true }));
    await page.getByText(/You can add \d+ new people this week/).waitFor();
    await tap(page.getByRole("link", { name: "People" }));
    await page.getByRole("heading", { name: "People of Willowmere" }).waitFor();
  });

  it("shows no desk to who holds no office", async () => {
    const { page } = await visit({ at: "#/desk", wallet: addressOf(persons.resident), isConnected: true });
    await page.getByText("This wallet holds no office").waitFor();
    expect(await page.getByRole("link", { name: "Desk", exact: true }).count()).to.equal(0);
  });

  it("lets a registrar add a newcomer with one prompt", async () => {
    const { page, wallet, tap } = await openRegistrar();
    await fillIn(page, newcomer());
    await tap(page.getByRole("button", { name: "Add this person" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("1 person is on the list now.").waitFor();

    const { number, town } = await stage().contracts.memberRegistry.personOf(newcomer());
    expect([town, number]).to.deep.equal([1n, 55n]);
  });

  it("says before any prompt why somebody cannot be added", async () => {
    const { page } = await openRegistrar();
    await page.getByLabel("Wallet of the person").fill(addressOf(persons.member));
    await page.getByLabel("Number of the paper").fill("A 123-456");
    await page.getByText("belongs to another person").waitFor();
    expect(await page.getByRole("button", { name: "Add this person" }).isDisabled()).to.equal(true);
  });

  it("adds the good rows of a file, and names the others with their reasons", async () => {
    const { page, wallet, tap } = await openRegistrar();
    const rows = [
      "wallet,document,number,until,joins,name",
      `${newcomer()},passport,A123,${nextYear()},yes,Amina`,
      `${addressOf(persons.member)},passport,B123,${nextYear()},yes,Ben`,
      `nobody,passport,C123,${nextYear()},yes,Carla`,
    ];
    const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
    await page.getByLabel("Choose the file").setInputFiles(file);
    await page.getByText("1 person can be added.").waitFor();
    await page.getByText("2 rows are left out:").waitFor();
    await page.getByText(/^Row 3: .*belongs to another person/).waitFor();
    await page.getByText(/^Row 4: This is no wallet address/).waitFor();
    await tap(page.getByRole("button", { name: "Add 1 person" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("1 person is on the list now.").waitFor();

    await page.getByLabel("Find a person").fill("amin");
    await tap(page.getByRole("button", { name: "Find" }));
    await page.getByText("Member number 55").waitFor();
  });

  it("lets a newcomer join at home with what a registrar signed", async () => {
    const registrar = await openRegistrar();
    await fillIn(registrar.page, newcomer());
    await registrar.tap(registrar.page.getByRole("button", { name: "Sign, to take home" }));
    await registrar.wallet.approve("eth_signTypedData_v4");
    const code = registrar.page.getByText(/^OST1:ADMISSION:/);
    const text = String(await code.textContent());

    const { page, wallet, tap } = await visit({
      at: `#/desk/join/1?code=${text}`,
      wallet: newcomer(),
      isConnected: true,
    });
    await tap(page.getByRole("button", { name: "Join now" }));
    await wallet.approve("eth_sendTransaction");
    await page.getByText("Welcome. You are a member now.").waitFor();

    expect((await stage().contracts.memberRegistry.personOf(newcomer())).number).to.equal(55n);
  });

  it("suspends a person only when the Town Ambassador agrees to what a registrar asked", async () => {
    const suspect = 19; // the member with number 20
    const registrar = await visit({ at: DESK, wallet: addressOf(REGISTRAR), isConnected: true });
    await find(registrar, "20");
    await registrar.tap(registrar.page.getByText("Ask to suspend", { exact: true }).first());
    const file = { name: "reason.txt", mimeType: "text/plain", buffer: Buffer.from("Took what was others'.") };
    await registrar.page.getByLabel("File with the reason").setInputFiles(file);
    await registrar.tap(registrar.page.getByRole("button", { name: "Ask to suspend" }));
    await registrar.wallet.approve("eth_sendTransaction");
    await registrar.page
      .getByText(/A registrar asks to suspend this person/)
      .first()
      .waitFor();

    const ambassador = await visit({ at: DESK, wallet: addressOf(0), isConnected: true });
    await ambassador.page.getByRole("heading", { name: "People whom a decision waits for" }).waitFor();
    await ambassador.tap(ambassador.page.getByRole("button", { name: "Suspend this person" }));
    await ambassador.wallet.approve("eth_sendTransaction");
    await ambassador.page.getByText("People whom a decision waits for").waitFor({ state: "detached" });

    expect((await stage().contracts.memberRegistry.personOf(addressOf(suspect))).suspended).to.equal(true);
  });

  it("asks for a new wallet with the text that its owner has signed", async () => {
    const owner = await visit({ at: "#/desk/lost/1", wallet: newcomer(), isConnected: true });
    await owner.page.getByLabel("Address of the old wallet").fill(addressOf(20));
    await owner.tap(owner.page.getByRole("button", { name: "Sign with the new wallet" }));
    await owner.wallet.approve("eth_signTypedData_v4");
    const text = String(await owner.page.getByText(/^OST1:NEWWALLET:/).textContent());

    const registrar = await visit({ at: DESK, wallet: addressOf(REGISTRAR), isConnected: true });
    await find(registrar, addressOf(20));
    await registrar.tap(registrar.page.getByText("A lost wallet", { exact: true }));
    await registrar.page.getByLabel("Text from the new wallet").fill(text);
    await registrar.tap(registrar.page.getByRole("button", { name: "Ask for the new wallet" }));
    await registrar.wallet.approve("eth_sendTransaction");
    await registrar.page
      .getByText(/is to take the place of this one/)
      .first()
      .waitFor();

    const { isOpen, proposal } = await stage().contracts.succession.successionOf(addressOf(20));
    expect([isOpen, proposal.successor]).to.deep.equal([true, newcomer()]);
  });
});

async function find({ page, tap }: Visit, wanted: string): Promise<void> {
  await page.getByLabel("Find a person").fill(wanted);
  await tap(page.getByRole("button", { name: "Find" }));
}

function nextYear(): string {
  return new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
}
