import { expect } from "chai";
import { contracts } from "../../scripts/deploy/steps.ts";
import { mistakeOf, openPublicChain, type PublicChain } from "./support/publicChain.ts";

describe("deploySystem", () => {
  describe("given a run that stopped after its fourth step", () => {
    let chain: PublicChain;

    beforeEach(async () => {
      chain = await openPublicChain(31_338);
      await chain.deployInPart(8);
    });

    afterEach(() => chain.close());

    it("goes on where it stopped, at the addresses foreseen then, and with those wallets only", async () => {
      expect(await chain.nonce()).to.equal(8);

      const deployment = await chain.deploy();

      expect(await chain.nonce()).to.equal(contracts.length);
      expect(deployment.parameters.firstNonce).to.equal(0);
      expect(deployment.addresses).to.deep.equal(chain.foreseen);
      const { ZeroAddress } = chain.connection.ethers;
      expect(await mistakeOf(chain.deploy(chain.connection, { headOffice: ZeroAddress }))).to.include(
        "began a deployment by",
      );
    });
  });
});
