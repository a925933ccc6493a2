import { expect } from "chai";
import hre from "hardhat";
import { creationsOf } from "../../../scripts/deploy/creations.ts";
import { contracts, steps } from "../../../scripts/deploy/steps.ts";
import { connectTo, mistakeOf, openPublicChain, type PublicChain } from "../../deploy/support/publicChain.ts";

const CHAIN_ID = 31_341;

/** After how many contracts each step but the last ends, by the step's name and that of the next. */
const boundaries = Object.entries(steps).map(([name, step], i, all) => ({
  name,
  next: all[i + 1]?.[0],
  count: all.slice(0, i).reduce((sum, [, earlier]) => sum + Object.keys(earlier).length, Object.keys(step).length),
}));

describe("a deployer's wallet that creates something else while a town waits for its contracts", () => {
  let chain: PublicChain;

  beforeEach(async () => {
    chain = await openPublicChain(CHAIN_ID);
  });

  afterEach(() => chain.close());

  /** A currency, say, that the same wallet creates. */
  async function createStray(): Promise<void> {
    const stray = await chain.connection.ethers.deployContract("TestDollar", chain.deployer);
    await stray.waitForDeployment();
  }

  /** What is refused before anything more is sent: the next contract is not where all others would trust it. */
  async function expectRefused(count: number): Promise<void> {
    const next = contracts[count]?.name ?? "Authority";

    const sentence = await mistakeOf(chain.deploy());

    expect(sentence).to.match(
      new RegExp(
        `^${next} at ${chain.foreseen[next]} has \\d+ bytes, but these sources give \\d+\\. Either these sources`,
      ),
    );
    expect(sentence).to.include(`To begin anew, remove the folder ${chain.journal}, and nothing else`);
    expect(await chain.nonce()).to.equal(count + 1);
  }

  for (const { name, next, count } of boundaries) {
    if (next === undefined) continue;
    it(`gets no town to trust it between the steps ${name} and ${next}`, async () => {
      await chain.deployInPart(count);
      await createStray();

      await expectRefused(count);
    });
  }

  it("gets no town to trust it within a step, where contracts already trust the address", async () => {
    await chain.deployInPart(6); // InfinityToken is there, whose only minter the stray would be
    await createStray();

    await expectRefused(6);
  });

  it("gets nobody to trust two of them", async () => {
    await chain.deployInPart(8);
    await createStray();
    await createStray();

    expect(await mistakeOf(chain.deploy())).to.include("To begin anew, remove the folder");
    expect(await chain.nonce()).to.equal(10);
  });

  it("gets nobody to trust it in place of the last contract, which a finished deployment would not send again", async () => {
    await chain.deployInPart(contracts.length - 1);
    await createStray();

    await expectRefused(contracts.length - 1);
  });

  it("gets nobody to trust it while a run is under way: the next contract is not sent", async () => {
    const other = await connectTo(chain.url, CHAIN_ID);
    let sent = 0;
    const handlers: Parameters<typeof hre.hooks.registerHandlers<"network">>[1] = {
      onRequest: async (context, asked, request, next) => {
        const answer = await next(context, asked, request);
        if (asked.id === chain.connection.id && request.method === "eth_sendTransaction" && ++sent === 3) {
          const signer = await other.ethers.getSigner(chain.wallets.deployer);
          await (await other.ethers.deployContract("TestDollar", signer)).waitForDeployment();
        }
        return answer;
      },
    };
    hre.hooks.registerHandlers("network", handlers);
    const sentence = await mistakeOf(chain.deploy()).finally(() => {
      hre.hooks.unregisterHandlers("network", handlers);
    });

    expect(sentence).to.match(new RegExp(`^Succession at ${chain.foreseen.Succession} has \\d+ bytes, but`));
    expect(await chain.nonce()).to.equal(4);
  });

  it("does not become head office by creating the first contract itself, with its own wallet as the root", async () => {
    const { deployer } = chain.wallets;
    const [own] = await creationsOf({ headOffice: deployer, deployer, firstNonce: 0 });
    chain.writePlan({ ...chain.wallets, firstNonce: 0, firstBlock: 0, sent: [] });
    await chain.deployer.sendTransaction({ data: own?.data ?? "" });

    const sentence = await mistakeOf(chain.deploy());

    expect(sentence).to.match(
      /^Authority would have been sent with the nonce 1, but is due at 0: the deployer has sent/,
    );
    expect(sentence).to.include(`To begin anew, remove the folder ${chain.journal}, and nothing else`);
    expect(await chain.nonce()).to.equal(1);
  });
});
