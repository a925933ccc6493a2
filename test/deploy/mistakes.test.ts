import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { contracts } from "../../scripts/deploy/steps.ts";
import { mistakeOf, openPublicChain, type PublicChain } from "./support/publicChain.ts";

const RICH = "0x1000000000000000000";

describe("deploySystem", () => {
  let chain: PublicChain;

  const give = (balance: string) =>
    chain.connection.ethers.provider.send("hardhat_setBalance", [chain.wallets.deployer, balance]) as Promise<unknown>;
  const deploy = (others = {}) => chain.deploy(chain.connection, others);

  beforeEach(async () => {
    chain = await openPublicChain(31_339);
  });

  afterEach(() => chain.close());

  describe("given a deployer without money", () => {
    it("says how much it takes, and leaves no plan", async () => {
      await give("0x0");

      expect(await mistakeOf(deploy())).to.match(
        new RegExp(
          `^The deployer ${chain.wallets.deployer} has 0.0 ETH on Base, and to deploy costs about 0\\.\\d+ ETH at`,
        ),
      );
      expect(existsSync(chain.journal)).to.equal(false);
    });

    it("lets another head office be named once there is some", async () => {
      await give("0x0");
      await mistakeOf(deploy());
      await give(RICH);

      const { parameters } = await deploy({ headOffice: chain.connection.ethers.getAddress(`0x${"ab".repeat(20)}`) });

      expect(parameters.headOffice.toLowerCase()).to.equal(`0x${"ab".repeat(20)}`);
    });
  });

  describe("given a deployer whose money runs out", () => {
    it("says how far it came, and goes on when there is more", async () => {
      await chain.deployInPart(8);
      await give("0x10");

      expect(await mistakeOf(deploy())).to.match(
        new RegExp(
          `^The deployment stopped after 8 of ${contracts.length} contracts: .*enough funds[^]*run the same command again: it`,
        ),
      );

      await give(RICH);
      expect((await deploy()).parameters.firstNonce).to.equal(0);
    });
  });

  describe("given a first transaction that the node refuses", () => {
    it("leaves no plan", async () => {
      await chain.connection.ethers.provider.send("evm_setBlockGasLimit", ["0x10000"]);

      expect(await mistakeOf(deploy())).to.include(`The deployment stopped after 0 of ${contracts.length} contracts: `);
      expect(existsSync(chain.journal)).to.equal(false);
    });
  });

  describe("given a deployer that sent something else meanwhile", () => {
    it("says which folder to remove, and that nothing else is", async () => {
      await chain.deployInPart(8);
      await chain.deployer.sendTransaction({ to: chain.wallets.headOffice, value: 1n });

      const sentence = await mistakeOf(deploy());

      expect(sentence).to.include(`The deployer ${chain.wallets.deployer} has sent something else meanwhile`);
      expect(sentence).to.include(`To begin anew, remove the folder ${chain.journal}, and nothing else`);
    });
  });

  describe("given a deployment that is complete", () => {
    it("does not mind what the deployer sent afterwards", async () => {
      const first = await deploy();
      await chain.deployer.sendTransaction({ to: chain.wallets.headOffice, value: 1n });

      expect((await deploy()).addresses).to.deep.equal(first.addresses);
    });
  });

  describe("given a plan of other wallets", () => {
    it("says whose it is, and which folder to remove to begin anew", async () => {
      await chain.deployInPart(8);

      const sentence = await mistakeOf(deploy({ headOffice: chain.connection.ethers.ZeroAddress }));

      expect(sentence).to.include(`${chain.planFile} began a deployment by ${chain.wallets.deployer} for head office`);
      expect(sentence).to.include(`remove the folder ${chain.journal}, and nothing else`);
    });
  });

  describe("given a plan that cannot be read", () => {
    it("says which folder to remove to begin anew", async () => {
      mkdirSync(chain.journal, { recursive: true });
      writeFileSync(chain.planFile, "{");

      expect(await mistakeOf(deploy())).to.include(
        `${chain.planFile} cannot be read, so that nobody knows what it began.`,
      );
    });
  });
});
