import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, type Signer, type TypedDataDomain, ZeroHash } from "ethers";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador, giveKey } from "../fixture/keys.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { movingAmina, succeeding } from "../fixture/succeeding.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

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
  const sign = (proposal: string, signer: Signer = amina, other: TypedDataDomain = {}) =>
    signer.signTypedData({ ...domain, ...other }, TYPES, { proposal });
  return { ...before, sign };
}

describe("Succession", () => {
  describe("object", () => {
    describe("given a proposal", () => {
      it("ends it at once, and all that waited and was kept with it", async () => {
        const { memberRegistry, succession, registrar, amina, stranger, residentUntil, town, ...rest } =
          await networkHelpers.loadFixture(objectable);

        await expect(succession.connect(amina).object(rest.id))
          .to.emit(succession, "SuccessionObjected")
          .withArgs(rest.id, amina.address)
          .and.to.emit(memberRegistry, "SuccessionEnded")
          .withArgs(amina.address, stranger.address);

        expect(await succession.objectedAt(amina.address)).to.equal(await networkHelpers.time.latest());
        expect(await succession.isOpen(amina.address)).to.equal(false);
        expect((await succession.successionOf(amina.address)).id).to.equal(ZeroHash);
        expect(await succession.proposedBy(roleIds.registrar(town))).to.deep.equal([]);
        expect(await memberRegistry.isWaiting(amina.address)).to.equal(false);
        expect((await memberRegistry.walletsAt(town, [4])).waiting).to.deep.equal([false]);
        const statement = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("stranger") };
        await memberRegistry.connect(registrar).attest(town, [statement]);
        expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
      });

      it("reverts with SuccessionNotOpen for anybody else, for another id, and the second time", async () => {
        const { succession, amina, id: ofProposal } = await networkHelpers.loadFixture(objectable);

        for (const caller of await everybodyBut("amina")) {
          await expect(succession.connect(caller).object(ofProposal))
            .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
            .withArgs(caller.address, ofProposal);
        }
        await expect(succession.connect(amina).object(id("another")))
          .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
          .withArgs(amina.address, id("another"));
        await succession.connect(amina).object(ofProposal);
        await expect(succession.connect(amina).object(ofProposal))
          .to.be.revertedWithCustomError(succession, "SuccessionNotOpen")
          .withArgs(amina.address, ofProposal);
      });

      it("takes one in the last second of seven days, and reverts with SuccessionTooLate after it", async () => {
        const { succession, amina, id: ofProposal, proposal } = await networkHelpers.loadFixture(objectable);
        const until = Number(proposal.proposedAt) + 7 * DAY;
        const snapshot = await networkHelpers.takeSnapshot();

        await networkHelpers.time.setNextBlockTimestamp(until - 1);
        await expect(succession.connect(amina).object(ofProposal)).to.emit(succession, "SuccessionObjected");
        await snapshot.restore();

        await networkHelpers.time.setNextBlockTimestamp(until);
        await expect(succession.connect(amina).object(ofProposal))
          .to.be.revertedWithCustomError(succession, "SuccessionTooLate")
          .withArgs(ofProposal, until);
      });
    });

    describe("given a closing with another heir than the nominee", () => {
      it("is objected to for thirty days", async () => {
        const { succession, amina, ben, stranger, proposeClosing } = await networkHelpers.loadFixture(succeeding);
        await succession.connect(amina).setNominee(ben.address);
        const closing = await proposeClosing("amina", stranger, id("she lives"));
        await networkHelpers.time.setNextBlockTimestamp(Number(closing.proposal.proposedAt) + 30 * DAY - 1);

        await expect(succession.connect(amina).object(closing.id)).to.emit(succession, "SuccessionObjected");
      });
    });

    describe("given an objection within the year before", () => {
      it("reverts with SuccessionIsSecond: there is no second objection; and takes one a year later", async () => {
        const { succession, amina, stranger, payer, id: ofFirst, move } = await networkHelpers.loadFixture(objectable);
        await succession.connect(amina).object(ofFirst);
        const objectedAt = await networkHelpers.time.latest();

        const second = await move("amina", stranger);
        expect(second.proposal.isSecond).to.equal(true);
        await expect(succession.connect(amina).object(second.id))
          .to.be.revertedWithCustomError(succession, "SuccessionIsSecond")
          .withArgs(second.id);

        await networkHelpers.time.increaseTo(objectedAt + 365 * DAY - 10);
        const third = await move("amina", payer);
        expect(third.proposal.isSecond).to.equal(true);
        await networkHelpers.time.increaseTo(objectedAt + 365 * DAY + 31 * DAY);
        const fourth = await move("amina", stranger);
        expect(fourth.proposal.isSecond).to.equal(false);
        await succession.connect(amina).object(fourth.id);
      });
    });
  });

  describe("objectWithSignature", () => {
    it("takes the wallet's signature of exactly this, from anybody", async () => {
      const { succession, amina, payer, id: ofProposal, sign } = await networkHelpers.loadFixture(objectable);

      await expect(succession.connect(payer).objectWithSignature(amina.address, ofProposal, await sign(ofProposal)))
        .to.emit(succession, "SuccessionObjected")
        .withArgs(ofProposal, amina.address);
    });

    it("reverts with SuccessionBadSignature for another's, another proposal's and another domain's", async () => {
      const { succession, amina, ben, id: ofProposal, sign } = await networkHelpers.loadFixture(objectable);
      const words = [
        await sign(ofProposal, ben),
        await sign(id("another")),
        await sign(ofProposal, amina, { name: "One Small Town" }),
        await sign(ofProposal, amina, { version: "2" }),
        await sign(ofProposal, amina, { chainId: 1 }),
        await sign(ofProposal, amina, { verifyingContract: ben.address }),
      ];

      for (const word of words) {
        await expect(succession.objectWithSignature(amina.address, ofProposal, word))
          .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
          .withArgs(amina.address);
      }
    });
  });

  describe("refuse", () => {
    for (const name of ["registrar", "townAmbassador", "countryAmbassador"] as const) {
      it(`ends it, at the word of the ${name}; the next is no second`, async () => {
        const all = await networkHelpers.loadFixture(movingAmina);
        const { memberRegistry, succession, amina, stranger } = all;

        await expect(succession.connect(all[name]).refuse(amina.address, all.id))
          .to.emit(succession, "SuccessionRefused")
          .withArgs(all.id, amina.address, all[name].address);

        expect(await memberRegistry.isWaiting(amina.address)).to.equal(false);
        expect((await all.move("amina", stranger)).proposal.isSecond).to.equal(false);
      });
    }

    it("reverts with SuccessionNotAKey for anybody else", async () => {
      const { succession, amina, otto, petra, quinn, id: ofProposal } = await networkHelpers.loadFixture(movingAmina);
      const others = await everybodyBut("registrar", "townAmbassador", "countryAmbassador");

      for (const caller of [...others, otto, petra, quinn]) {
        await expect(succession.connect(caller).refuse(amina.address, ofProposal))
          .to.be.revertedWithCustomError(succession, "SuccessionNotAKey")
          .withArgs(ofProposal, caller.address);
      }
    });

    it("reverts with SuccessionOwnCase for an ambassador whose own wallet it is", async () => {
      const { succession, townAmbassador, stranger, move } = await networkHelpers.loadFixture(succeeding);
      const { id: ofProposal, wallet } = await move("townAmbassador", stranger);

      await expect(succession.connect(townAmbassador).refuse(wallet, ofProposal))
        .to.be.revertedWithCustomError(succession, "SuccessionOwnCase")
        .withArgs(ofProposal, townAmbassador.address);
    });

    it("takes head office's word where its key is needed", async () => {
      const { succession, headOffice, countryAmbassador, stranger, move } =
        await networkHelpers.loadFixture(succeeding);
      const { id: ofProposal, wallet } = await move("dina", stranger, countryAmbassador);

      await expect(succession.connect(headOffice).refuse(wallet, ofProposal)).to.emit(succession, "SuccessionRefused");
    });
  });

  describe("given a proposer who leaves office", () => {
    it("is over: nothing waits, the wallet is free, and another registrar can propose", async () => {
      const { authority, townRegistry, memberRegistry, succession, townAmbassador, registrar, ...rest } =
        await networkHelpers.loadFixture(movingAmina);
      const { amina, carla, stranger, town } = rest;
      await giveKey({ authority, townRegistry }, roleIds.registrar(town), carla);

      await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);

      expect(await succession.isOpen(amina.address)).to.equal(false);
      expect(await succession.isReserved(stranger.address)).to.equal(false);
      expect(await memberRegistry.isWaiting(amina.address)).to.equal(false);
      expect((await memberRegistry.walletsAt(town, [4])).waiting).to.deep.equal([false]);
      const again = await rest.move("amina", stranger, carla);
      expect(again.proposal.isSecond).to.equal(false);
      expect(await memberRegistry.isWaiting(amina.address)).to.equal(true);
    });

    it("is over too when an ambassador left and came back", async () => {
      const { authority, townRegistry, succession, headOffice, countryAmbassador, dina, stranger, move } =
        await networkHelpers.loadFixture(succeeding);
      await move("dina", stranger, countryAmbassador);
      await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
      await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, countryAmbassador);
      await networkHelpers.time.increase(7 * DAY);

      expect(await authority.acts(roleIds.countryAmbassador(COUNTRY), countryAmbassador.address)).to.equal(true);
      expect(await succession.isOpen(dina.address)).to.equal(false);
    });
  });

  describe("forget", () => {
    it("clears those that ended by themselves, and no other", async () => {
      const { memberRegistry, succession, amina, ben, dina, stranger, payer, town, proposal, move } =
        await networkHelpers.loadFixture(movingAmina);
      await networkHelpers.time.increaseTo(Number(proposal.proposedAt) + 20 * DAY);
      await move("ben", payer);
      await networkHelpers.time.increaseTo(Number(proposal.proposedAt) + 30 * DAY);

      await expect(succession.forget([amina.address, ben.address, dina.address, stranger.address]))
        .to.emit(memberRegistry, "SuccessionEnded")
        .withArgs(amina.address, stranger.address);

      expect(await succession.proposedBy(roleIds.registrar(town))).to.deep.equal([ben.address]);
      expect(await memberRegistry.isWaiting(ben.address)).to.equal(true);
      expect((await succession.successionOf(amina.address)).id).to.equal(ZeroHash);
    });
  });
});
