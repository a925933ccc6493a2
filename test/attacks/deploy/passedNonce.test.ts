import { expect } from "chai";
import { foreseeAddresses } from "../../../scripts/deploy/foreseeAddresses.ts";
import type { Connection } from "../../../scripts/deploy/makeOrReadPlan.ts";
import { contracts } from "../../../scripts/deploy/steps.ts";
import { like } from "../../deploy/support/like.ts";
import { connectTo, mistakeOf, openPublicChain, type PublicChain } from "../../deploy/support/publicChain.ts";

const CHAIN_ID = 31_342;

describe("a plan whose nonce is not the deployer's", () => {
  let chain: PublicChain;

  beforeEach(async () => {
    chain = await openPublicChain(CHAIN_ID);
  });

  afterEach(() => chain.close());

  const planFrom = (firstNonce: number) => ({ ...chain.wallets, firstNonce, firstBlock: 0, sent: [] });

  /** Something of the deployer's own, which has nothing to do with a deployment. */
  const payOf = () => chain.deployer.sendTransaction({ to: chain.wallets.headOffice, value: 1n });

  async function expectBeginAnew(sentence: string, nonce: number, due: number): Promise<void> {
    expect(sentence).to.include(`The deployer ${chain.wallets.deployer} has sent something else meanwhile`);
    expect(sentence).to.include(`its nonce is ${nonce}, and should be ${due}.`);
    expect(sentence).to.include(`To begin anew, remove the folder ${chain.journal}, and nothing else`);
    expect(await chain.nonce(), "nothing was sent").to.equal(nonce);
  }

  describe("when it has passed before anything was sent", () => {
    it("costs the deployer nothing: not one contract is created in vain, also not on a second try", async () => {
      chain.writePlan(planFrom(0));
      await payOf();

      await expectBeginAnew(await mistakeOf(chain.deploy()), 1, 0);
      await expectBeginAnew(await mistakeOf(chain.deploy()), 1, 0);
    });
  });

  describe("when it has passed between two contracts", () => {
    for (const count of [1, 8, contracts.length - 1]) {
      it(`costs nothing more after ${count} of them`, async () => {
        await chain.deployInPart(count);
        await payOf();

        await expectBeginAnew(await mistakeOf(chain.deploy()), count + 1, count);
      });
    }
  });

  describe("when it passes after the plan was read, while the first transaction is prepared", () => {
    /** Pays somebody as soon as the run has looked at the deployer's money, which it does last. */
    function paying(): Connection {
      const { provider } = chain.connection.ethers;
      let hasPaid = false;
      const getBalance: typeof provider.getBalance = async (...args) => {
        if (!hasPaid) await payOf();
        hasPaid = true;
        return provider.getBalance(...args);
      };
      return like(chain.connection, {
        ethers: like(chain.connection.ethers, { provider: like(provider, { getBalance }) }),
      });
    }

    it("sends nothing and keeps no plan, so that the same command deploys", async () => {
      const sentence = await mistakeOf(chain.deploy(paying()));

      expect(sentence).to.match(/: Authority would have been sent with the nonce 1, but is due at 0: the deployer has/);
      expect(await chain.nonce()).to.equal(1);
      expect(chain.isPlanned()).to.equal(false);
      expect((await chain.deploy()).addresses).to.deep.equal(foreseeAddresses(chain.wallets.deployer, 1));
    });

    it("sends nothing more of a plan that had begun", async () => {
      await chain.deployInPart(8);

      await expectBeginAnew(await mistakeOf(chain.deploy(paying())), 9, 8);
    });
  });

  describe("when it is still to come, because a node is behind or its chain began anew", () => {
    /** A node that has not yet seen the deployer's last transactions. */
    function lagging(by: number): Connection {
      const { provider } = chain.connection.ethers;
      const getTransactionCount: typeof provider.getTransactionCount = async (...args) =>
        (await provider.getTransactionCount(...args)) - by;
      const behind = like(provider, { getTransactionCount });
      return like(chain.connection, { ethers: like(chain.connection.ethers, { provider: behind }) });
    }

    it("sends nothing at a lower nonce than that from which all addresses follow", async () => {
      chain.writePlan(planFrom(5));

      const sentence = await mistakeOf(chain.deploy());

      expect(sentence).to.include("has sent 0 transactions, but there were 5 when this deployment came so far");
      expect(sentence).to.match(/Wait, or ask another node; then run the same command again\./);
      expect(await chain.nonce()).to.equal(0);
      expect(chain.isPlanned(), "the plan is of a chain that has more").to.equal(true);
    });

    it("goes on when the node has caught up", async () => {
      await chain.deployInPart(8);

      expect(await mistakeOf(chain.deploy(lagging(2)))).to.include("has sent 6 transactions, but there were 8");
      expect(await chain.nonce()).to.equal(8);
      expect((await chain.deploy()).addresses).to.deep.equal(chain.foreseen);
    });
  });

  describe("when the deployer signs with a key of its own, as on public networks", () => {
    it("is compared as well", async () => {
      const key = `0x${"17".repeat(32)}` as const;
      const signing = await connectTo(chain.url, CHAIN_ID, key);
      const [deployer] = await signing.ethers.getSigners();
      const wallets = { deployer: deployer?.address ?? "", headOffice: chain.wallets.headOffice };
      await chain.deployer.sendTransaction({ to: wallets.deployer, value: 10n ** 20n });
      chain.writePlan({ ...wallets, firstNonce: 0, firstBlock: 0, sent: [] });

      const deployment = await chain.deploy(signing, wallets);

      expect(deployment.addresses).to.deep.equal(foreseeAddresses(wallets.deployer, 0));
      expect(chain.readPlan().deployer).to.equal(wallets.deployer);
    });

    it("is compared as well when it has passed meanwhile", async () => {
      const key = `0x${"18".repeat(32)}` as const;
      const signing = await connectTo(chain.url, CHAIN_ID, key);
      const [deployer] = await signing.ethers.getSigners();
      const wallets = { deployer: deployer?.address ?? "", headOffice: chain.wallets.headOffice };
      await chain.deployer.sendTransaction({ to: wallets.deployer, value: 10n ** 20n });
      const { provider } = signing.ethers;
      const ahead = like(provider, {
        getTransactionCount: async (...args: Parameters<typeof provider.getTransactionCount>) =>
          (await provider.getTransactionCount(...args)) + 1,
      });

      const sentence = await mistakeOf(
        chain.deploy(like(signing, { ethers: like(signing.ethers, { provider: ahead }) }), wallets),
      );

      expect(sentence).to.match(/: Authority would have been sent with the nonce 0, but is due at 1: /);
      expect(await provider.getTransactionCount(wallets.deployer)).to.equal(0);
    });
  });
});
