import { encode } from "@one-small-town/core/enumerations.ts";
import { spendingStates } from "@one-small-town/core/rules/enumerations.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { persons, sales } from "./support/demoIds.ts";
import { useStage } from "./support/useStage.ts";

const SPENDING = 1;
const PURPOSE = documentOf("A car for the office", "ipfs://car");

describe("What waits for two keys", () => {
  const { stage, visit } = useStage();

  it("leads the second key from the desk to a payment, and lets it agree with one prompt", async () => {
    const { contracts, demo } = stage();
    const { chain } = demo;
    const { business } = await contracts.shareOffering.assetOf(sales.bakery);
    const payee = personAt(chain, persons.stranger).address;
    await contracts.townTreasury.connect(personAt(chain, 0)).propose(business, 5_000_000n, payee, PURPOSE);
    const { countryAmbassador } = chain.officials;

    const wallet = (await countryAmbassador.getAddress()) as Address;
    const { page, tap, wallet: prompts } = await visit({ at: "#/desk", wallet, isConnected: true });
    await tap(page.getByRole("link", { name: "What waits for two keys" }).first());
    await page.getByRole("heading", { name: /^Pay .* for / }).waitFor();
    await page.getByText(PURPOSE.hash).waitFor();
    await tap(page.getByRole("button", { name: "Agree to this" }));
    await prompts.approve("eth_sendTransaction");
    await page.getByText("Nothing waits here now").waitFor();

    expect(await contracts.townTreasury.stateOf(SPENDING)).to.equal(BigInt(encode(spendingStates, "approved")));
  });
});
