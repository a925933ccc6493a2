import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { cloneOf } from "../fixture/cloneOf.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { twoTowns } from "../fixture/twoTowns.ts";

describe("ProjectRegistry", () => {
  describe("mayBePaid", () => {
    it("says yes of a wallet, and of somebody's contract", async () => {
      const { projectRegistry, payout, stranger, amina, town } = await networkHelpers.loadFixture(twoTowns);
      const contractWallet = await ethers.deployContract("ContractWallet", [stranger.address]);

      for (const { address } of [payout, stranger, amina]) {
        expect(await projectRegistry.mayBePaid(town, address)).to.equal(true);
      }
      expect(await projectRegistry.mayBePaid(town, await contractWallet.getAddress())).to.equal(true);
    });

    it("says no of nobody, of keys, of this system's contracts, of the currency and of share tokens", async () => {
      const { projectRegistry, deployment, currency, townAmbassador, countryAmbassador, registrar, headOffice, town } =
        await networkHelpers.loadFixture(twoTowns);
      const keys = [townAmbassador, countryAmbassador, registrar, headOffice].map(({ address }) => address);
      const ours = Object.values(deployment.addresses);
      const token = await cloneOf(deployment.addresses.InvestorToken);

      for (const wallet of [ZeroAddress, ...keys, ...ours, await currency.getAddress(), token]) {
        expect(await projectRegistry.mayBePaid(town, wallet), wallet).to.equal(false);
      }
      for (const contract of ours) expect(await projectRegistry.isOurs(contract)).to.equal(true);
      expect(await projectRegistry.isOurs(token)).to.equal(false);
    });
  });
});
