import { expect } from "chai";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";

/** What a currency may become, as code: whatever it is asked. */
const CODES = {
  reverts: "0x60006000fd",
  "is gone": "0x",
  "answers nothing": "0x00",
  "answers one byte": "0x60016000f3",
  "answers what no text and no number of decimals is": "0x60001960005260206000f3",
  "uses up all gas": "0xfe",
};

/** Willowmere, audited, and Hillside, whose currency is another. */
async function neighbours() {
  const before = await networkHelpers.loadFixture(auditedTown);
  const other = await ethers.deployContract("TestDollar", before.payer);
  const otherCurrency = await other.getAddress();
  return { ...before, ...(await openHillside(before, otherCurrency)), otherCurrency };
}

describe("the audit beside a town whose currency", () => {
  for (const [name, code] of Object.entries(CODES)) {
    describe(name, () => {
      it("says that the other town's books hold", async () => {
        const { deployment, otherCurrency, town } = await networkHelpers.loadFixture(neighbours);
        await networkHelpers.setCode(otherCurrency, code);

        const { report, text } = await auditBy(deployment, { town });

        expect(report.outcome, text).to.equal("holds");
      });

      it("raises no alarm about both", async () => {
        const { deployment, otherCurrency } = await networkHelpers.loadFixture(neighbours);
        await networkHelpers.setCode(otherCurrency, code);

        const { report, text } = await auditBy(deployment);

        expect(report.outcome, text).to.not.equal("broken");
      });
    });
  }
});

describe("the audit of a deployment whose file has other letters", () => {
  for (const [name, lettersOf] of [
    ["small ones", (address: string) => address.toLowerCase()],
    ["large ones", (address: string) => `0x${address.slice(2).toUpperCase()}`],
  ] as const) {
    it(`says that all holds: ${name}`, async () => {
      const { deployment } = await networkHelpers.loadFixture(auditedTown);
      const text = JSON.stringify(deployment).replaceAll(/0x[\da-fA-F]{40}(?=")/g, lettersOf);

      const { report, text: told } = await auditBy(JSON.parse(text) as typeof deployment);

      expect(report.outcome, told).to.equal("holds");
    });
  }
});

describe("the audit while head office is being passed on", () => {
  it("says to whom, and from when on", async () => {
    const { deployment, authority, headOffice, stranger } = await networkHelpers.loadFixture(auditedTown);
    await authority.connect(headOffice).beginDefaultAdminTransfer(stranger.address);

    const { report, text } = await auditBy(deployment);

    expect(report.outcome, text).to.equal("holds");
    expect(report.risks.join("\n")).to.match(new RegExp(`${stranger.address} can take over head office`));
  });
});
