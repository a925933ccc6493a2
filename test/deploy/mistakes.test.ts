import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import hre from "hardhat";
import { startChain } from "../../scripts/chain/startChain.ts";
import { Mistake } from "../../scripts/commands/Mistake.mjs";
import { deploySystem } from "../../scripts/deploy/deploySystem.ts";
import { type Connection, makeOrReadPlan } from "../../scripts/deploy/makeOrReadPlan.ts";
import { networks } from "../../scripts/deploy/networks.ts";
import { runSteps } from "../../scripts/deploy/runSteps.ts";

const CHAIN_ID = 31_339; // of a chain that outlives a run, as public ones do
const JOURNAL = path.join(hre.config.paths.ignition, "deployments", `chain-${CHAIN_ID}`);
const PLAN = path.join(JOURNAL, "plan.json");
const RICH = "0x1000000000000000000";

const network = { ...networks.base, chainId: CHAIN_ID, confirmations: 1 };

async function mistakeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "no mistake",
    (failure: unknown) => (failure instanceof Mistake ? failure.message : `not a mistake: ${String(failure)}`),
  );
}

describe("deploySystem", () => {
  let connection: Connection;
  let wallets: { deployer: string; headOffice: string };
  let close: () => Promise<void>;

  const give = (balance: string) =>
    connection.ethers.provider.send("hardhat_setBalance", [wallets.deployer, balance]) as Promise<unknown>;
  const deploy = (others = {}) => deploySystem(connection, network, { ...wallets, ...others });

  /** As a run does that stops after its fourth step, with 8 of 14 contracts. */
  async function deployInPart(): Promise<void> {
    const plan = await makeOrReadPlan(connection, wallets);
    await runSteps(connection, network, plan, 8);
  }

  beforeEach(async () => {
    rmSync(JOURNAL, { recursive: true, force: true });
    const chain = await startChain(18_620, { chainId: CHAIN_ID });
    close = chain.close;
    const override = { url: chain.url, chainId: CHAIN_ID };
    connection = await hre.network.create({ network: "local", override });
    const [deployer, headOffice] = await connection.ethers.getSigners();
    wallets = { deployer: deployer?.address ?? "", headOffice: headOffice?.address ?? "" };
  });

  afterEach(async () => {
    await close();
    rmSync(JOURNAL, { recursive: true, force: true });
  });

  describe("given a deployer without money", () => {
    it("says how much it takes, and leaves no plan", async () => {
      await give("0x0");

      expect(await mistakeOf(deploy())).to.match(
        new RegExp(`^The deployer ${wallets.deployer} has 0.0 ETH on Base, and to deploy costs about 0\\.\\d+ ETH at`),
      );
      expect(existsSync(JOURNAL)).to.equal(false);
    });

    it("lets another head office be named once there is some", async () => {
      await give("0x0");
      await mistakeOf(deploy());
      await give(RICH);

      const { parameters } = await deploy({ headOffice: connection.ethers.getAddress(`0x${"ab".repeat(20)}`) });

      expect(parameters.headOffice.toLowerCase()).to.equal(`0x${"ab".repeat(20)}`);
    });
  });

  describe("given a deployer whose money runs out", () => {
    it("says how far it came, and goes on when there is more", async () => {
      await deployInPart();
      await give("0x10");

      expect(await mistakeOf(deploy())).to.match(
        /^The deployment stopped after 8 of 14 contracts: .*enough funds[^]*run the same command again: it goes on/,
      );

      await give(RICH);
      expect((await deploy()).parameters.firstNonce).to.equal(0);
    });
  });

  describe("given a first transaction that the node refuses", () => {
    it("leaves no plan", async () => {
      await connection.ethers.provider.send("evm_setBlockGasLimit", ["0x10000"]);

      expect(await mistakeOf(deploy())).to.match(/^The deployment stopped after 0 of 14 contracts: /);
      expect(existsSync(JOURNAL)).to.equal(false);
    });
  });

  describe("given a deployer that sent something else meanwhile", () => {
    it("says which folder to remove, and that nothing else is", async () => {
      await deployInPart();
      const signer = await connection.ethers.getSigner(wallets.deployer);
      await signer.sendTransaction({ to: wallets.headOffice, value: 1n });

      const sentence = await mistakeOf(deploy());

      expect(sentence).to.include(`The deployer ${wallets.deployer} has sent something else meanwhile`);
      expect(sentence).to.include(`To begin anew, remove the folder ${JOURNAL}, and nothing else`);
    });
  });

  describe("given a deployment that is complete", () => {
    it("does not mind what the deployer sent afterwards", async () => {
      const first = await deploy();
      const signer = await connection.ethers.getSigner(wallets.deployer);
      await signer.sendTransaction({ to: wallets.headOffice, value: 1n });

      expect((await deploy()).addresses).to.deep.equal(first.addresses);
    });
  });

  describe("given a plan of other wallets", () => {
    it("says whose it is, and which folder to remove to begin anew", async () => {
      await deployInPart();

      const sentence = await mistakeOf(deploy({ headOffice: connection.ethers.ZeroAddress }));

      expect(sentence).to.include(`${PLAN} began a deployment by ${wallets.deployer} for head office`);
      expect(sentence).to.include(`remove the folder ${JOURNAL}, and nothing else`);
    });
  });

  describe("given a plan that cannot be read", () => {
    it("says which folder to remove to begin anew", async () => {
      mkdirSync(JOURNAL, { recursive: true });
      writeFileSync(PLAN, "{");

      expect(await mistakeOf(deploy())).to.include(`${PLAN} cannot be read, so that nobody knows what it began.`);
    });
  });
});
