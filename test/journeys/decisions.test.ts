import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { encode } from "@one-small-town/core/enumerations.ts";
import { spendingStates } from "@one-small-town/core/rules/enumerations.ts";
import { expect } from "chai";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { persons, sales } from "./support/demoIds.ts";
import { useStage } from "./support/useStage.ts";

const TOWN = 1;
const SPENDING = 1;
const PURPOSE = documentOf("A car for the office", "ipfs://car");

describe("Deciding with others", () => {
  const { stage, visit } = useStage();

  /** A payment of the town's fund is agreed to. Returns the members who may say no to it. */
  async function approveCar() {
    const { contracts, demo } = stage();
    const { chain } = demo;
    const { business } = await contracts.shareOffering.assetOf(sales.bakery);
    const payee = personAt(chain, persons.stranger).address;
    const treasury = contracts.townTreasury;
    await treasury.connect(personAt(chain, 0)).propose(business, 5_000_000n, payee, PURPOSE);
    const content = { project: business, fromOffice: false, payee, amount: 5_000_000n, document: PURPOSE.hash };
    await treasury.connect(chain.officials.countryAmbassador).approve(SPENDING, content);

    const { timesheet, needed } = await treasury.voteOf(SPENDING, TOWN);
    const count = Number(await contracts.memberRegistry.memberCount(TOWN));
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const quarters = await Promise.all(numbers.map((n) => contracts.contributions.quartersAt(TOWN, timesheet - 1n, n)));
    const electors = numbers.filter((_, i) => quarters[i]! >= SHIFT);
    const members = await Promise.all(
      electors.map(async (number) => {
        const [wallet] = await contracts.memberRegistry.memberAt(TOWN, number);
        return { number, person: chain.people.find(({ address }) => address === wallet)! };
      }),
    );
    return { members, needed: Number(needed) };
  }

  it("lets three members stop a bad payment from their phones, one without money for the fee", async () => {
    const { contracts, demo } = stage();
    const { members, needed } = await approveCar();
    const [one, other, poor, ...others] = members;
    for (const { number, person } of others.slice(0, needed - 3)) {
      await contracts.townTreasury.connect(person).object(TOWN, number, [SPENDING]);
    }

    const first = await visit({ wallet: one!.person.address, isConnected: true });
    await first.tap(first.page.getByRole("link", { name: "1 thing to decide" }));
    await first.tap(first.page.getByRole("button", { name: "Say no to 1 payment" }));
    await first.wallet.approve("eth_sendTransaction");
    await first.page.getByText(/You said no\. That cannot be taken back/).waitFor();

    const second = await visit({ at: "#/decisions", wallet: poor!.person.address, isConnected: true });
    await second.tap(second.page.getByText("No money for the fee?").first());
    await second.tap(second.page.getByRole("button", { name: "Sign it, and let somebody else send it" }).first());
    await second.wallet.approve("eth_signTypedData_v4");
    const text = await second.page.getByText(/^\{"chainId"/).textContent();
    expect(second.wallet.sends).to.equal(0);

    const third = await visit({ at: "#/decisions", wallet: other!.person.address, isConnected: true });
    await third.tap(third.page.getByText("Send what somebody else has signed"));
    await third.page.getByLabel("Their text").fill(text ?? "");
    await third.tap(third.page.getByRole("button", { name: "Send it" }));
    await third.wallet.approve("eth_sendTransaction");
    await third.page.getByText("It was sent. Their vote counts.").first().waitFor();
    expect(await contracts.townTreasury.hasObjected(SPENDING, TOWN, poor!.number)).to.equal(true);
    await third.tap(third.page.getByRole("button", { name: "Say no to 1 payment" }));
    await third.wallet.approve("eth_sendTransaction");
    await third.page.getByText("No payment is asked for now.").waitFor();

    expect(await contracts.townTreasury.stateOf(SPENDING)).to.equal(BigInt(encode(spendingStates, "blocked")));
    expect(demo.town).to.equal(TOWN);
  });

  it("prints the town's notice on one sheet, whatever paper is in the printer", async () => {
    await approveCar();
    const { page } = await visit({ at: `#/town/${TOWN}/notice` });
    await page.getByText("To be decided").waitFor();

    for (const format of ["A4", "Letter"]) {
      const sheets = (await page.pdf({ format })).toString("latin1").match(/\/Type \/Page\b/g);
      expect(sheets?.length, format).to.equal(1);
    }
  });
});
