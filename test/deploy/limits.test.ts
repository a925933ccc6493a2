import { expect } from "chai";
import { contracts } from "../../scripts/deploy/steps.ts";
import { startLimitedNode, type Wording } from "./support/limitedNode.ts";
import { connectTo, mistakeOf, openPublicChain, type PublicChain } from "./support/publicChain.ts";

const CHAIN_ID = 31_340;

/** What nodes say that look for events in a few blocks only; each is one that people have met. */
const WORDINGS: Record<string, Wording> = {
  "with the status of a bad request": {
    status: 400,
    error: {
      code: -32_600,
      message:
        "You can make eth_getLogs requests with up to a 100 block range. Based on your parameters, this block range should work: [0x1, 0x64]",
    },
  },
  "with the status of too large a content": {
    status: 413,
    error: { code: -32_614, message: "eth_getLogs is limited to a 100 range" },
  },
  "with a status and no words": { status: 413 },
  "as a wrong parameter": { status: 200, error: { code: -32_602, message: "range 1901 exceeds limit of 100" } },
  "as too large a range": {
    status: 200,
    error: { code: -32_000, message: "block range is larger than max block range" },
  },
  "as too high a range": { status: 200, error: { code: -32_600, message: "block range too high" } },
  "as too many results": { status: 200, error: { code: -32_005, message: "query returned more than 10000 results" } },
  "as too long a search": { status: 200, error: { code: -32_005, message: "query timeout exceeded" } },
  "as a plan that is too small": {
    status: 200,
    error: { code: 35, message: "ranges over 100 blocks are not supported on freetier" },
  },
};

describe("deploySystem by a node that looks for events in few blocks at once", () => {
  let chain: PublicChain;

  /** Goes on where a run stopped by another node than before. */
  async function goOnBy(most: number, wording: Wording) {
    const node = await startLimitedNode(chain.url, most, wording);
    const deployment = await chain.deploy(await connectTo(node.url, CHAIN_ID)).finally(node.close);
    return { addresses: deployment.addresses, asked: node.asked };
  }

  const mine = (blocks: number) =>
    chain.connection.ethers.provider.send("hardhat_mine", [`0x${blocks.toString(16)}`]) as Promise<unknown>;

  // A run that stopped after the fourth step. Long before it its plan was made, and since then many blocks passed.
  before(async () => {
    chain = await openPublicChain(CHAIN_ID);
    await mine(5_000);
    await chain.deployInPart(8);
    const plan = chain.readPlan();
    chain.writePlan({ ...plan, firstBlock: plan.firstBlock - 4_900 });
    await mine(20_000);
  });

  after(() => chain.close());

  it("never asks a node that answers 2,000 blocks for more, and not for those after what it looks for", async () => {
    const { addresses, asked } = await goOnBy(2_000, { status: 400 });

    expect(addresses).to.deep.equal(chain.foreseen);
    expect(await chain.nonce()).to.equal(contracts.length);
    expect(asked).to.deep.equal([2_000, 2_000, 2_000, 1]); // the last is of the check after the deployment
  });

  for (const [how, wording] of Object.entries(WORDINGS)) {
    it(`asks for fewer when a node refuses more than 100 blocks ${how}`, async () => {
      const { addresses, asked } = await goOnBy(100, wording);

      expect(addresses).to.deep.equal(chain.foreseen);
      expect(asked.filter((blocks) => blocks <= 100)).to.have.length.within(50, 100);
    });
  }

  it("says what a node said that refuses for ever, and what to do", async () => {
    const wording = { status: 200, error: { code: -32_000, message: "block range is not available" } };

    expect(await mistakeOf(goOnBy(0, wording))).to.equal(
      'All contracts are on chain, but the node does not say since when: "block range is not available". ' +
        "Name another node, or wait; then run the same command again: it sends nothing more.",
    );
    expect((await chain.deploy()).addresses).to.deep.equal(chain.foreseen);
  });
});
