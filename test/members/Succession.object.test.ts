import { expect } from "chai";
import { AbiCoder, id, keccak256, type TypedDataDomain } from "ethers";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { impersonate, everybodyBut, idOf } from "../fixture/people.ts";
import { movingAmina, succeeding } from "../fixture/succeeding.ts";
import { DAY } from "../fixture/willowmere.ts";

const TYPES = { Objection: [{ name: "proposal", type: "bytes32" }] };

/** A new wallet is proposed for amina, who can object with a signature too. */
async function objectable() {
  const before = await networkHelpers.loadFixture(movingAmina);
  const { succession, amina } = before;
  const domain = {
    name: "One Small Town succession",
    version: "1",
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await succession.getAddress(),
  };
  const sign = (proposal: string, signer = amina, other: TypedDataDomain = {}) =>
    signer.signTypedData({ ...domain, ...other }, TYPES, { proposal });
  return { ...before, sign };
}

describe("Succession", () => {
  describe("object", () => {
    describe("given a proposal", () => {
      describe("when the old wallet objects", () => {
        it("notes it, of this wallet alone", async () => {
          const {
            succession,
            amina,
            ben,
            stranger,
            id: ofProposal,
            proposal,
          } = await networkHelpers.loadFixture(objectable);
          expect(await succession.hasObjected(amina.address)).to.equal(false);

          await expect(succession.connect(amina).object(proposal))
            .to.emit(succession, "SuccessionObjected")
            .withArgs(ofProposal, amina.address);

          expect(await succession.hasObjected(amina.address)).to.equal(true);
          expect(await succession.hasObjected(ben.address)).to.equal(false);
          expect(await succession.hasObjected(stranger.address)).to.equal(false);
        });
      });

      describe("when the old wallet objects twice", () => {
        it("reverts with SuccessionObjectedTo", async () => {
          const { succession, amina, id: ofProposal, proposal } = await networkHelpers.loadFixture(objectable);
          await succession.connect(amina).object(proposal);

          await expect(succession.connect(amina).object(proposal))
            .to.be.revertedWithCustomError(succession, "SuccessionObjectedTo")
            .withArgs(ofProposal);
        });
      });

      describe("when it is proposed again after an objection", () => {
        it("reverts with SuccessionObjectedTo: there is no second objection", async () => {
          const { succession, amina, stranger, proposal, proposeMove } = await networkHelpers.loadFixture(objectable);
          await succession.connect(amina).object(proposal);
          const again = await proposeMove("amina", stranger);
          expect(again.proposal.afterObjection).to.equal(true);

          await expect(succession.connect(amina).object(again.proposal))
            .to.be.revertedWithCustomError(succession, "SuccessionObjectedTo")
            .withArgs(again.id);
        });
      });

      describe("when the time of objections ends", () => {
        it("takes one in the last second", async () => {
          const { succession, amina, proposal } = await networkHelpers.loadFixture(objectable);
          await networkHelpers.time.setNextBlockTimestamp(Number(proposal.proposedAt) + 7 * DAY - 1);

          await succession.connect(amina).object(proposal);

          expect(await succession.hasObjected(amina.address)).to.equal(true);
        });

        it("reverts with SuccessionTooLate a second later", async () => {
          const { succession, amina, id: ofProposal, proposal } = await networkHelpers.loadFixture(objectable);
          const until = Number(proposal.proposedAt) + 7 * DAY;
          await networkHelpers.time.setNextBlockTimestamp(until);

          await expect(succession.connect(amina).object(proposal))
            .to.be.revertedWithCustomError(succession, "SuccessionTooLate")
            .withArgs(ofProposal, until);
        });
      });

      describe("when anybody else objects", () => {
        it("reverts with SuccessionNotTheWallet", async () => {
          const { succession, amina, proposal } = await networkHelpers.loadFixture(objectable);

          for (const caller of await everybodyBut("amina")) {
            await expect(succession.connect(caller).object(proposal))
              .to.be.revertedWithCustomError(succession, "SuccessionNotTheWallet")
              .withArgs(amina.address, caller.address);
          }
        });
      });

      describe("when it says anything else", () => {
        it("reverts with SuccessionNotProposed", async () => {
          const { succession, amina, ben, payer, proposal } = await networkHelpers.loadFixture(objectable);
          const changes = [
            { personId: idOf("ben") },
            { successor: payer.address },
            { evidence: id("evidence") },
            { town: 2 },
            { proposer: ben.address },
            { proposedAt: Number(proposal.proposedAt) + 1 },
            { afterObjection: true },
          ];

          for (const change of changes) {
            await expect(succession.connect(amina).object({ ...proposal, ...change })).to.be.revertedWithCustomError(
              succession,
              "SuccessionNotProposed",
            );
          }
          const own = { ...proposal, wallet: ben.address };
          await expect(succession.connect(ben).object(own)).to.be.revertedWithCustomError(
            succession,
            "SuccessionNotProposed",
          );
          expect(await succession.hasObjected(ben.address)).to.equal(false);
        });
      });
    });

    describe("given a death that was proposed", () => {
      it("lets the person who lives say so", async () => {
        const { succession, amina, stranger, proposeClosing } = await networkHelpers.loadFixture(succeeding);
        const { id: ofProposal, proposal } = await proposeClosing("amina", stranger, id("a mistake"));

        await expect(succession.connect(amina).object(proposal))
          .to.emit(succession, "SuccessionObjected")
          .withArgs(ofProposal, amina.address);
      });
    });

    describe("given a person who objected with an earlier wallet", () => {
      it("lets the new one object anew", async () => {
        const { memberRegistry, succession, amina, stranger, payer, proposal, proposeMove } =
          await networkHelpers.loadFixture(objectable);
        await succession.connect(amina).object(proposal);
        await memberRegistry.connect(await impersonate(succession)).moveWallet(idOf("amina"), stranger.address);

        const next = await proposeMove("amina", payer);
        expect(next.proposal.afterObjection).to.equal(false);
        await expect(succession.connect(stranger).object(next.proposal))
          .to.emit(succession, "SuccessionObjected")
          .withArgs(next.id, stranger.address);
      });
    });
  });

  describe("objectWithSignature", () => {
    describe("given the old wallet's signature", () => {
      describe("when anybody sends it", () => {
        it("notes the objection", async () => {
          const {
            succession,
            amina,
            payer,
            id: ofProposal,
            proposal,
            sign,
          } = await networkHelpers.loadFixture(objectable);

          await expect(succession.connect(payer).objectWithSignature(proposal, await sign(ofProposal)))
            .to.emit(succession, "SuccessionObjected")
            .withArgs(ofProposal, amina.address);

          expect(await succession.hasObjected(amina.address)).to.equal(true);
        });
      });

      describe("when it was over another proposal", () => {
        it("reverts with SuccessionBadSignature", async () => {
          const {
            succession,
            amina,
            stranger,
            id: ofProposal,
            proposeMove,
            sign,
          } = await networkHelpers.loadFixture(objectable);
          const other = await proposeMove("amina", stranger);

          await expect(succession.objectWithSignature(other.proposal, await sign(ofProposal)))
            .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
            .withArgs(amina.address);
        });
      });

      describe("when it is for another contract, chain, name or version", () => {
        it("reverts with SuccessionBadSignature", async () => {
          const {
            succession,
            amina,
            stranger,
            id: ofProposal,
            proposal,
            sign,
          } = await networkHelpers.loadFixture(objectable);
          const domains = [
            { verifyingContract: stranger.address },
            { chainId: 1 },
            { name: "One Small Town members" },
            { version: "2" },
          ];

          for (const domain of domains) {
            const signature = await sign(ofProposal, amina, domain);
            await expect(succession.objectWithSignature(proposal, signature))
              .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
              .withArgs(amina.address);
          }
        });
      });

      describe("when it comes too late", () => {
        it("reverts with SuccessionTooLate", async () => {
          const { succession, id: ofProposal, proposal, sign } = await networkHelpers.loadFixture(objectable);
          const until = Number(proposal.proposedAt) + 7 * DAY;
          await networkHelpers.time.setNextBlockTimestamp(until);

          await expect(succession.objectWithSignature(proposal, await sign(ofProposal)))
            .to.be.revertedWithCustomError(succession, "SuccessionTooLate")
            .withArgs(ofProposal, until);
        });
      });
    });

    describe("given somebody else's signature", () => {
      it("reverts with SuccessionBadSignature", async () => {
        const {
          succession,
          amina,
          stranger,
          registrar,
          id: ofProposal,
          proposal,
          sign,
        } = await networkHelpers.loadFixture(objectable);

        for (const signer of [stranger, registrar]) {
          await expect(succession.objectWithSignature(proposal, await sign(ofProposal, signer)))
            .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
            .withArgs(amina.address);
        }
      });
    });

    describe("given a wallet that is a contract", () => {
      it("takes what its owner signed, and nobody else's", async () => {
        const { memberRegistry, succession, registrar, amina, ben, payer, residentUntil, town, proposeMove, sign } =
          await networkHelpers.loadFixture(objectable);
        const contract = await ethers.deployContract("ContractWallet", [ben.address]);
        const wallet = await contract.getAddress();
        const statement = { wallet, residentUntil, joins: false, personId: idOf("contract") };
        await memberRegistry.connect(registrar).attest(town, [statement]);
        await succession.connect(await impersonate(contract)).setNominee(ben.address);
        const { id: ofProposal, proposal } = await proposeMove("contract", payer);

        await expect(succession.objectWithSignature(proposal, await sign(ofProposal, amina)))
          .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
          .withArgs(wallet);
        await expect(succession.objectWithSignature(proposal, await sign(ofProposal, ben)))
          .to.emit(succession, "SuccessionObjected")
          .withArgs(ofProposal, wallet);
      });
    });

    describe("given nothing proposed", () => {
      it("reverts with SuccessionNotProposed", async () => {
        const { succession, amina, proposal, sign } = await networkHelpers.loadFixture(objectable);
        const other = { ...proposal, town: 9 };
        const tuple = succession.interface.getFunction("object").inputs[0]!;
        const ofOther = keccak256(AbiCoder.defaultAbiCoder().encode([tuple], [other]));

        await expect(succession.objectWithSignature(other, await sign(ofOther, amina)))
          .to.be.revertedWithCustomError(succession, "SuccessionNotProposed")
          .withArgs(ofOther);
      });
    });
  });
});
