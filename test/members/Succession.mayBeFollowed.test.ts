import { expect } from "chai";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { impersonate } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";

describe("Succession", () => {
  describe("mayBeFollowed", () => {
    it("says yes of wallets, and of a contract only when it ever named a nominee itself", async () => {
      const { succession, amina, stranger } = await networkHelpers.loadFixture(twoTowns);
      const contractWallet = await ethers.deployContract("ContractWallet", [amina.address]);
      const contract = await contractWallet.getAddress();

      expect(await succession.mayBeFollowed(amina.address)).to.equal(true);
      expect(await succession.mayBeFollowed(contract)).to.equal(false);
      await succession.connect(await impersonate(contractWallet)).setNominee(stranger.address);
      expect(await succession.mayBeFollowed(contract)).to.equal(true);
      await succession.connect(await impersonate(contractWallet)).setNominee(ethers.ZeroAddress);
      expect(await succession.mayBeFollowed(contract)).to.equal(true);
    });
  });
});
