import { rejects } from "node:assert/strict";
import { expect } from "chai";
import type { Provider } from "ethers";
import { deploySystem } from "../../scripts/deploy/deploySystem.ts";
import { foreseeAddresses } from "../../scripts/deploy/foreseeAddresses.ts";
import type { Connection } from "../../scripts/deploy/makeOrReadPlan.ts";
import { networks } from "../../scripts/deploy/networks.ts";
import { contracts } from "../../scripts/deploy/steps.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { willowmere } from "../fixture/willowmere.ts";
import { like } from "./support/like.ts";

/** The same connection, but its provider answers some questions otherwise. */
function misleading(answers: Partial<Provider>): Connection {
  return like(connection, { ethers: like(ethers, { provider: like(ethers.provider, answers) }) });
}

describe("deploySystem", () => {
  describe("given head office and a deployer", () => {
    it("describes what it deployed: network, addresses, first block, wallets, compiler", async () => {
      const { deployment, headOffice, deployer } = await networkHelpers.loadFixture(willowmere);
      const { addresses, creations, parameters, startBlock } = deployment;
      const block = await ethers.provider.getBlock(startBlock);

      expect(deployment).to.deep.equal({
        chainId: 31_337,
        addresses: foreseeAddresses(deployer.address, parameters.firstNonce),
        creations,
        startBlock,
        startBlockHash: block?.hash,
        parameters: {
          headOffice: headOffice.address,
          deployer: deployer.address,
          firstNonce: parameters.firstNonce,
        },
        compiler: { version: "0.8.37", evmVersion: "cancun", optimizerRuns: 10_000, viaIR: true },
      });
      for (const [name, address] of Object.entries(addresses)) {
        const receipt = await ethers.provider.getTransactionReceipt(creations[name as keyof typeof creations]);
        expect(receipt?.contractAddress, name).to.equal(address);
      }
      expect(await ethers.provider.getCode(addresses.Authority, startBlock)).to.not.equal("0x");
      expect(await ethers.provider.getCode(addresses.Authority, startBlock - 1)).to.equal("0x");
    });

    it("deploys a second system elsewhere, apart from the first", async () => {
      const { deployment, headOffice, deployer, stranger } = await networkHelpers.loadFixture(willowmere);

      const second = await deploySystem(connection, networks.local, {
        headOffice: stranger.address,
        deployer: deployer.address,
      });

      const authority = await ethers.getContractAt("Authority", second.addresses.Authority);
      expect(await authority.headOffice()).to.equal(stranger.address);
      expect(await authority.holdsKey(headOffice.address)).to.equal(false);
      expect(second.startBlock).to.be.greaterThan(deployment.startBlock);
      const addresses = [...Object.values(deployment.addresses), ...Object.values(second.addresses)];
      expect(new Set(addresses).size).to.equal(2 * contracts.length);
    });
  });

  describe("given that head office is the deployer's wallet", () => {
    it("refuses, however the address is written", async () => {
      const { deployer } = await networkHelpers.loadFixture(willowmere);
      const nonce = await ethers.provider.getTransactionCount(deployer.address);

      for (const headOffice of [deployer.address, deployer.address.toLowerCase()]) {
        await rejects(deploySystem(connection, networks.local, { headOffice, deployer: deployer.address }), {
          message:
            `Head office must not be the deployer's wallet ${deployer.address}: ` +
            "give head office a wallet of its own.",
        });
      }
      expect(await ethers.provider.getTransactionCount(deployer.address)).to.equal(nonce);
    });
  });

  describe("given that the contracts came to lie elsewhere than foreseen", () => {
    it("sends nothing, and says which nonce it should have", async () => {
      const { headOffice, deployer } = await networkHelpers.loadFixture(willowmere);
      const nonce = await ethers.provider.getTransactionCount(deployer.address);
      const wallets = { headOffice: headOffice.address, deployer: deployer.address };

      await rejects(deploySystem(misleading({ getTransactionCount: async () => nonce + 1 }), networks.local, wallets), {
        message:
          `The deployment stopped after 0 of ${contracts.length} contracts: Authority would have been sent with the nonce ${nonce}, but is ` +
          `due at ${nonce + 1}: the deployer has sent something else meanwhile, and this was not sent.\n` +
          "Mend that, then run the same command again: it goes on where it stopped.",
      });
      expect(await ethers.provider.getTransactionCount(deployer.address)).to.equal(nonce);
    });
  });

  describe("given that the check finds something wrong", () => {
    it("says what, and that the deployment must not be used", async () => {
      const { headOffice, deployer } = await networkHelpers.loadFixture(willowmere);
      const nonce = await ethers.provider.getTransactionCount(deployer.address);
      const { TownTreasury } = foreseeAddresses(deployer.address, nonce);
      const getCode: Provider["getCode"] = async (address) =>
        address === TownTreasury ? "0x" : ethers.provider.getCode(address);

      await rejects(
        deploySystem(misleading({ getCode }), networks.local, {
          headOffice: headOffice.address,
          deployer: deployer.address,
        }),
        {
          message:
            `This deployment must not be used:\n- There is no code of TownTreasury at ${TownTreasury}. ` +
            "Ask another node; where it says the same, deploy anew.",
        },
      );
    });
  });
});
