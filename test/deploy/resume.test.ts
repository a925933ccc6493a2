import { rmSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import hre from "hardhat";
import { startChain } from "../../scripts/chain/startChain.ts";
import { deploySystem } from "../../scripts/deploy/deploySystem.ts";
import { makeOrReadPlan } from "../../scripts/deploy/makeOrReadPlan.ts";
import { networks } from "../../scripts/deploy/networks.ts";
import { runSteps } from "../../scripts/deploy/runSteps.ts";

const CHAIN_ID = 31_338; // of a chain that outlives a run, as public ones do
const JOURNAL = path.join(hre.config.paths.ignition, "deployments", `chain-${CHAIN_ID}`);
const network = { ...networks.local, chainId: CHAIN_ID };

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "",
    (failure: Error) => failure.message,
  );
}

describe("deploySystem", () => {
  describe("given a run that stopped after its fourth step", () => {
    afterEach(() => rmSync(JOURNAL, { recursive: true, force: true }));

    it("goes on where it stopped, at the addresses foreseen then, and with those wallets only", async () => {
      rmSync(JOURNAL, { recursive: true, force: true });
      const chain = await startChain(18_600, { chainId: CHAIN_ID });
      const override = { url: chain.url, chainId: CHAIN_ID };
      const connection = await hre.network.create({ network: "local", override });
      const [deployer, headOffice] = await connection.ethers.getSigners();
      const wallets = { deployer: deployer?.address ?? "", headOffice: headOffice?.address ?? "" };
      const count = () => connection.ethers.provider.getTransactionCount(wallets.deployer);

      const plan = await makeOrReadPlan(connection, wallets);
      await runSteps(connection, network, plan, 8);
      expect(await count()).to.equal(8);

      const deployment = await deploySystem(connection, network, wallets);

      expect(await count()).to.equal(14);
      expect(deployment.parameters.firstNonce).to.equal(0);
      const other = { ...wallets, headOffice: connection.ethers.ZeroAddress };
      expect(await refusalOf(deploySystem(connection, network, other))).to.include("began a deployment by");
      await chain.close();
    });
  });
});
