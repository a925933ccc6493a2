import { expect } from "chai";
import type { TypedDataDomain } from "ethers";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { admissionTypes } from "../fixture/admissionTypes.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { expectSkipped } from "../fixture/expectSkipped.ts";
import { idOf, impersonate } from "../fixture/people.ts";
import { monday } from "../fixture/weeks.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

/** A registrar's signature that lets the stranger join Willowmere until tomorrow. */
async function signed() {
  const before = await networkHelpers.loadFixture(monday);
  const { memberRegistry, registrar, payer, stranger, residentUntil, town } = before;
  const domain = {
    name: "One Small Town members",
    version: "1",
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await memberRegistry.getAddress(),
  };
  const admission = {
    town,
    wallet: stranger.address,
    personId: idOf("stranger"),
    residentUntil,
    nonce: 0,
    deadline: (await networkHelpers.time.latest()) + DAY,
  };
  const sign = (signer: typeof registrar, value = admission, other: TypedDataDomain = {}) =>
    signer.signTypedData({ ...domain, ...other }, admissionTypes, value);
  const signature = await sign(registrar);
  const join = (value = admission, by = registrar.address, word = signature) =>
    memberRegistry.connect(payer).join(value, by, word);
  return { ...before, admission, signature, sign, join };
}

describe("MemberRegistry", () => {
  describe("join", () => {
    describe("given a registrar's signature", () => {
      describe("when anybody sends it", () => {
        it("attests and admits the person, in the registrar's name", async () => {
          const { memberRegistry, registrar, stranger, residentUntil, town, week, join } =
            await networkHelpers.loadFixture(signed);

          await expect(join())
            .to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(town, stranger.address, idOf("stranger"), residentUntil, registrar.address)
            .and.to.emit(memberRegistry, "MemberAdmitted")
            .withArgs(town, 6, stranger.address, week);

          const record = [town, COUNTRY, residentUntil, 6, false, false, false, COUNTRY, 0, 1];
          expect(await memberRegistry.personOf(stranger.address)).to.deep.equal(record);
          expect(await memberRegistry.walletOf(COUNTRY, idOf("stranger"))).to.equal(stranger.address);
          expect(await memberRegistry.memberAt(town, 6)).to.deep.equal([stranger.address, week]);
          expect(await memberRegistry.memberCount(town)).to.equal(6);
        });
      });

      describe("when it is sent twice", () => {
        it("reverts with MemberRegistryAdmissionUsed", async () => {
          const { memberRegistry, stranger, join } = await networkHelpers.loadFixture(signed);
          await join();

          await expect(join())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionUsed")
            .withArgs(stranger.address, 0, 1);
        });
      });

      describe("when the nonce is not the wallet's next", () => {
        it("reverts with MemberRegistryAdmissionUsed", async () => {
          const { memberRegistry, registrar, stranger, admission, sign, join } =
            await networkHelpers.loadFixture(signed);
          const later = { ...admission, nonce: 1 };

          await expect(join(later, registrar.address, await sign(registrar, later)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionUsed")
            .withArgs(stranger.address, 1, 0);
        });
      });

      describe("when its time ends", () => {
        it("is used in the last second", async () => {
          const { memberRegistry, stranger, admission, town, join } = await networkHelpers.loadFixture(signed);
          await networkHelpers.time.setNextBlockTimestamp(admission.deadline);

          await join();

          expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
        });

        it("reverts with MemberRegistryAdmissionNotNow a second later", async () => {
          const { memberRegistry, admission, join } = await networkHelpers.loadFixture(signed);
          await networkHelpers.time.setNextBlockTimestamp(admission.deadline + 1);

          await expect(join())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionNotNow")
            .withArgs(admission.deadline - 30 * DAY, admission.deadline);
        });
      });

      describe("when its deadline is more than thirty days ahead", () => {
        it("reverts with MemberRegistryAdmissionNotNow to the second thirty days before", async () => {
          const { memberRegistry, registrar, stranger, admission, town, sign, join } =
            await networkHelpers.loadFixture(signed);
          const far = { ...admission, deadline: admission.deadline + 400 * DAY };
          const word = await sign(registrar, far);
          const from = far.deadline - 30 * DAY;

          await networkHelpers.time.setNextBlockTimestamp(from - 1);
          await expect(join(far, registrar.address, word))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionNotNow")
            .withArgs(from, far.deadline);
          await networkHelpers.time.setNextBlockTimestamp(from);
          await join(far, registrar.address, word);

          expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
        });
      });

      describe("when the registrar has revoked it", () => {
        it("reverts with MemberRegistryAdmissionRevoked; nobody else revokes it", async () => {
          const { memberRegistry, registrar, quinn, stranger, admission, town, join } =
            await networkHelpers.loadFixture(signed);
          await memberRegistry.connect(quinn).revokeAdmission(admission);
          await memberRegistry.connect(stranger).revokeAdmission(admission);
          const snapshot = await networkHelpers.takeSnapshot();
          await join();
          await snapshot.restore();

          await expect(memberRegistry.connect(registrar).revokeAdmission(admission))
            .to.emit(memberRegistry, "AdmissionRevoked")
            .withArgs(town, stranger.address, registrar.address, 0);

          await expect(join())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionRevoked")
            .withArgs(stranger.address, registrar.address);
        });
      });

      describe("when the person was attested, admitted or left since it was signed", () => {
        it("reverts with MemberRegistryAdmissionUsed", async () => {
          const { memberRegistry, registrar, stranger, residentUntil, town, admission, sign, join } =
            await networkHelpers.loadFixture(signed);
          const statement = { wallet: stranger.address, residentUntil, joins: false, personId: idOf("stranger") };
          const asRegistrar = memberRegistry.connect(registrar);
          const steps = [
            () => asRegistrar.attest(town, [statement]),
            () => asRegistrar.attest(town, [{ ...statement, joins: true }]),
            () => memberRegistry.connect(stranger).resign(),
          ];

          for (const [nonce, step] of steps.entries()) {
            const word = await sign(registrar, { ...admission, nonce });
            await step();
            await expect(join({ ...admission, nonce }, registrar.address, word))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryAdmissionUsed")
              .withArgs(stranger.address, nonce, nonce + 1);
          }
        });
      });

      describe("when anything in it is changed", () => {
        it("reverts with MemberRegistryBadSignature", async () => {
          const { memberRegistry, registrar, payer, admission, hillside, join } =
            await networkHelpers.loadFixture(signed);
          const changes = [
            { town: hillside },
            { wallet: payer.address },
            { personId: idOf("payer") },
            { residentUntil: admission.residentUntil + 1 },
            { nonce: 1 },
            { deadline: admission.deadline + 1 },
          ];

          for (const change of changes) {
            await expect(join({ ...admission, ...change }))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryBadSignature")
              .withArgs(registrar.address);
          }
        });
      });

      describe("when it is signed for another contract, chain, name or version", () => {
        it("reverts with MemberRegistryBadSignature", async () => {
          const { memberRegistry, registrar, stranger, admission, sign, join } =
            await networkHelpers.loadFixture(signed);
          const domains = [
            { verifyingContract: stranger.address },
            { chainId: 1 },
            { name: "One Small Town" },
            { version: "2" },
          ];

          for (const domain of domains) {
            await expect(join(admission, registrar.address, await sign(registrar, admission, domain)))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryBadSignature")
              .withArgs(registrar.address);
          }
        });
      });

      describe("when somebody else signed it", () => {
        it("reverts with MemberRegistryBadSignature", async () => {
          const { memberRegistry, registrar, stranger, admission, sign, join } =
            await networkHelpers.loadFixture(signed);

          await expect(join(admission, registrar.address, await sign(stranger)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryBadSignature")
            .withArgs(registrar.address);
        });
      });

      describe("when the registrar's wallet is a contract", () => {
        it("takes what its owner signed, and nobody else's", async () => {
          const { authority, townRegistry, memberRegistry, succession, registrar, ben, stranger, ...rest } =
            await networkHelpers.loadFixture(signed);
          const { admission, residentUntil, town, sign, join } = rest;
          const contract = await ethers.deployContract("ContractWallet", [ben.address]);
          const wallet = await contract.getAddress();
          await succession.connect(await impersonate(contract)).setNominee(ben.address);
          const owner = {
            getAddress: async () => wallet,
            signTypedData: ben.signTypedData.bind(ben),
          };
          const statement = { wallet, residentUntil, joins: false, personId: idOf("contract") };
          await memberRegistry.connect(registrar).attest(town, [statement]);
          await giveKey({ authority, townRegistry }, roleIds.registrar(town), owner);

          await expect(join(admission, wallet, await sign(registrar)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryBadSignature")
            .withArgs(wallet);
          await join(admission, wallet, await sign(ben));

          expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
        });
      });

      describe("when the signer is no registrar of the town", () => {
        it("reverts with MemberRegistryNotRegistrar", async () => {
          const { memberRegistry, quinn, townAmbassador, stranger, admission, town, sign, join } =
            await networkHelpers.loadFixture(signed);

          for (const signer of [quinn, townAmbassador, stranger]) {
            await expect(join(admission, signer.address, await sign(signer)))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
              .withArgs(town, signer.address);
          }
        });
      });

      describe("when the registrar has left office since", () => {
        it("reverts with MemberRegistryNotRegistrar", async () => {
          const { authority, memberRegistry, townAmbassador, registrar, town, join } =
            await networkHelpers.loadFixture(signed);
          await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);

          await expect(join())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
            .withArgs(town, registrar.address);
        });
      });

      describe("when the town is dormant", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, headOffice, town, join } = await networkHelpers.loadFixture(signed);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(join()).to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant").withArgs(town);
        });
      });

      describe("when the registrar has reached the week's limit", () => {
        it("reverts with MemberRegistryOverLimit, and counts against the town's limit", async () => {
          const { townRegistry, memberRegistry, townAmbassador, registrar, residentUntil, town, join } =
            await networkHelpers.loadFixture(signed);
          await townRegistry.connect(townAmbassador).lowerAttestationLimit(roleIds.townAmbassador(town), 10);
          const newcomer = (i: number) => ({
            wallet: `0x${(i + 1).toString(16).padStart(40, "0")}`,
            residentUntil,
            joins: false,
            personId: idOf(`newcomer ${i}`),
          });
          const nine = Array.from({ length: 9 }, (_, i) => newcomer(i));
          await memberRegistry.connect(registrar).attest(town, nine);
          const snapshot = await networkHelpers.takeSnapshot();

          await join();
          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(registrar).attest(town, [newcomer(9)]),
            "MemberRegistryOverLimit",
            11,
            10,
          );

          await snapshot.restore();
          await memberRegistry.connect(registrar).attest(town, [newcomer(9)]);
          await expect(join())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryOverLimit")
            .withArgs(11, 10);
        });
      });

      describe("when the person is known with another wallet", () => {
        it("reverts with MemberRegistryPersonKnown", async () => {
          const { memberRegistry, registrar, amina, admission, sign, join } = await networkHelpers.loadFixture(signed);
          const again = { ...admission, personId: idOf("amina") };

          await expect(join(again, registrar.address, await sign(registrar, again)))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryPersonKnown")
            .withArgs(idOf("amina"), amina.address);
        });
      });

      describe("when the person is known as an outsider", () => {
        it("reverts with MemberRegistryLivesElsewhere until they announce to move here", async () => {
          const { memberRegistry, registrar, dina, admission, town, sign, join } =
            await networkHelpers.loadFixture(signed);
          const dinas = { ...admission, wallet: dina.address, personId: idOf("dina"), nonce: 1 };
          const word = await sign(registrar, dinas);

          await expect(join(dinas, registrar.address, word))
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryLivesElsewhere")
            .withArgs(dina.address, 0);
          await memberRegistry.connect(dina).moveHouse(town, COUNTRY);
          await join(dinas, registrar.address, word);

          expect(await memberRegistry.isMember(dina.address, town)).to.equal(true);
        });
      });

      describe("when the person is a member who left", () => {
        it("gives them back their number", async () => {
          const { memberRegistry, registrar, amina, admission, town, week, sign, join } =
            await networkHelpers.loadFixture(signed);
          await memberRegistry.connect(amina).resign();
          const { nonce } = await memberRegistry.personOf(amina.address);
          const again = { ...admission, wallet: amina.address, personId: idOf("amina"), nonce: Number(nonce) };

          await expect(join(again, registrar.address, await sign(registrar, again)))
            .to.emit(memberRegistry, "MemberReturned")
            .withArgs(town, 4, amina.address, week);
        });
      });
    });
  });
});
