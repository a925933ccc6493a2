import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { id, Wallet, ZeroAddress } from "ethers";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { acceptanceDomainOf, acceptanceOf, appointAmbassador, giveKey, nameForKey, NO_WORD } from "../fixture/keys.ts";
import { everybodyBut, impersonate } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

const LASTS = 30 * DAY;

for (const kind of ["registrar", "coordinator"] as const) {
  describe(`Authority, the key of a ${kind}`, () => {
    async function before() {
      const all = await networkHelpers.loadFixture(twoTowns);
      const { authority, townAmbassador, countryAmbassador, carla, town } = all;
      const role = roleIds[kind](town);
      const naming = authority.connect(townAmbassador);
      const confirming = authority.connect(countryAmbassador);
      return { ...all, role, naming, confirming, word: await acceptanceOf(authority, role, carla) };
    }

    /** Carla, a resident, is named. */
    async function named() {
      const all = await networkHelpers.loadFixture(before);
      await all.naming.nameForKey(all.role, all.carla.address, all.word);
      return { ...all, namedAt: await networkHelpers.time.latest() };
    }

    describe("nameForKey", () => {
      it("names a wallet at the Town Ambassador's word and its own, and gives it nothing yet", async () => {
        const { authority, townAmbassador, carla, town, hillside, role, naming, word } =
          await networkHelpers.loadFixture(before);

        await expect(naming.nameForKey(role, carla.address, word))
          .to.emit(authority, "KeyNamed")
          .withArgs(role, carla.address, townAmbassador.address);

        const now = await networkHelpers.time.latest();
        expect(await authority.acts(role, carla.address)).to.equal(false);
        expect(await authority.holdsKey(carla.address)).to.equal(false);
        expect(await authority.isNamed(role, carla.address)).to.equal(true);
        expect(await authority.namingsOf(town)).to.deep.equal([
          [role, carla.address, townAmbassador.address, BigInt(now)],
        ]);
        expect(await authority.namingsOf(hillside)).to.deep.equal([]);
      });

      it("refuses anybody but the acting Town Ambassador", async () => {
        const { authority, petra, otto, carla, town, role, word } = await networkHelpers.loadFixture(before);

        for (const caller of [...(await everybodyBut("townAmbassador")), petra, otto]) {
          await expect(authority.connect(caller).nameForKey(role, carla.address, word))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(caller.address, roleIds.townAmbassador(town));
        }
      });

      it("refuses a wallet that holds the role, one that is named, and the address zero", async () => {
        const { authority, carla, role, naming, ...all } = await networkHelpers.loadFixture(named);

        await expect(naming.nameForKey(role, all[kind].address, NO_WORD))
          .to.be.revertedWithCustomError(authority, "AuthorityInOffice")
          .withArgs(role, all[kind].address);
        await expect(naming.nameForKey(role, carla.address, NO_WORD))
          .to.be.revertedWithCustomError(authority, "AuthorityNamedAlready")
          .withArgs(role, carla.address);
        await expect(naming.nameForKey(role, ZeroAddress, NO_WORD))
          .to.be.revertedWithCustomError(authority, "AuthorityNoWallet")
          .withArgs(role);
      });

      it("takes ten, and an eleventh when one of them has ended", async () => {
        const { authority, townAmbassador, carla, town, role, naming, word } = await networkHelpers.loadFixture(before);
        const wallets = Array.from({ length: 10 }, (_, i) => new Wallet(id(`${i}`)));
        for (const wallet of wallets) await nameForKey(authority, role, wallet);
        await expect(naming.nameForKey(role, carla.address, word))
          .to.be.revertedWithCustomError(authority, "AuthorityTooManyNamings")
          .withArgs(town, 10);

        await naming.takeBackNaming(role, wallets[0]!.address);
        await naming.nameForKey(role, carla.address, word);
        const open = (await authority.namingsOf(town)).map(({ wallet }) => wallet);
        expect(new Set(open)).to.deep.equal(new Set([...wallets.slice(1).map((w) => w.address), carla.address]));

        await networkHelpers.time.increase(LASTS);
        expect(await authority.namingsOf(town)).to.deep.equal([]);
        await nameForKey(authority, role, townAmbassador);
        expect(await authority.namingsOf(town)).to.have.lengthOf(1);
      });
    });

    describe("the wallet's word", () => {
      it("counts for thirty days, to the second", async () => {
        const { carla, role, naming, word } = await networkHelpers.loadFixture(before);
        await setNextTime(word.signedAt + LASTS);

        await naming.nameForKey(role, carla.address, word);
      });

      it("does not count a second later, or before it was given", async () => {
        const { authority, carla, role, naming, word } = await networkHelpers.loadFixture(before);
        const now = word.signedAt + LASTS + 1;
        const future = await acceptanceOf(authority, role, carla, now + 2);

        for (const [i, { signedAt, signature }] of [word, future].entries()) {
          await setNextTime(now + i);
          await expect(naming.nameForKey(role, carla.address, { signedAt, signature }))
            .to.be.revertedWithCustomError(authority, "AuthorityAcceptanceNotNow")
            .withArgs(signedAt, now + i);
        }
      });

      it("counts once", async () => {
        const { authority, carla, role, naming, word } = await networkHelpers.loadFixture(named);
        await naming.takeBackNaming(role, carla.address);

        await expect(naming.nameForKey(role, carla.address, word))
          .to.be.revertedWithCustomError(authority, "AuthorityAcceptanceUsed")
          .withArgs(role, carla.address, word.signedAt);
      });

      const wrong: [
        string,
        (all: Awaited<ReturnType<typeof before>>) => Promise<{ signedAt: number; signature: string }>,
      ][] = [
        ["another's signature", ({ authority, role, dina }) => acceptanceOf(authority, role, dina)],
        ["of another role", ({ authority, town, carla }) => acceptanceOf(authority, roleIds.steward(town), carla)],
        [
          "of another town",
          ({ authority, hillside, carla }) => acceptanceOf(authority, roleIds[kind](hillside), carla),
        ],
        ["of another time", async ({ word }) => ({ ...word, signedAt: word.signedAt - 1 })],
        [
          "for another chain",
          async ({ authority, role, carla, word }) => {
            const domain = await acceptanceDomainOf(authority, { chainId: 1n });
            const message = { role, wallet: carla.address, signedAt: word.signedAt };
            return { ...word, signature: await carla.signTypedData(domain, TYPES, message) };
          },
        ],
        [
          "for another contract",
          async ({ authority, role, carla, word }) => {
            const domain = await acceptanceDomainOf(authority, { verifyingContract: carla.address });
            const message = { role, wallet: carla.address, signedAt: word.signedAt };
            return { ...word, signature: await carla.signTypedData(domain, TYPES, message) };
          },
        ],
        ["none", async ({ word }) => ({ ...word, signature: "0x" })],
      ];
      for (const [name, wordOf] of wrong) {
        it(`does not count when it is wrong: ${name}`, async () => {
          const all = await networkHelpers.loadFixture(before);
          const { authority, carla, role, naming } = all;

          await expect(naming.nameForKey(role, carla.address, await wordOf(all)))
            .to.be.revertedWithCustomError(authority, "AuthorityNotAccepted")
            .withArgs(role, carla.address);
        });
      }

      it("may be that of a contract, which its owner signs for", async () => {
        const { authority, memberRegistry, succession, registrar, ben, role, naming, confirming, ...rest } =
          await networkHelpers.loadFixture(before);
        const { town, residentUntil } = rest;
        const contract = await ethers.deployContract("ContractWallet", [ben.address]);
        const wallet = await contract.getAddress();
        await succession.connect(await impersonate(contract)).setNominee(ben.address);
        await memberRegistry
          .connect(registrar)
          .attest(town, [{ wallet, residentUntil, joins: false, personId: id("a contract") }]);
        const signing = (signer: typeof ben) => ({
          getAddress: async () => wallet,
          signTypedData: signer.signTypedData.bind(signer),
        });
        await expect(naming.nameForKey(role, wallet, await acceptanceOf(authority, role, signing(registrar))))
          .to.be.revertedWithCustomError(authority, "AuthorityNotAccepted")
          .withArgs(role, wallet);

        await naming.nameForKey(role, wallet, await acceptanceOf(authority, role, signing(ben)));
        await confirming.confirmKey(role, wallet);

        expect(await authority.acts(role, wallet)).to.equal(true);
      });
    });

    describe("confirmKey", () => {
      it("gives the role to exactly the wallet that was named", async () => {
        const { authority, countryAmbassador, carla, ben, town, role, confirming } =
          await networkHelpers.loadFixture(named);
        await expect(confirming.confirmKey(role, ben.address))
          .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
          .withArgs(role, ben.address);

        await expect(confirming.confirmKey(role, carla.address))
          .to.emit(authority, "RoleGranted")
          .withArgs(role, carla.address, countryAmbassador.address);

        expect(await authority.acts(role, carla.address)).to.equal(true);
        expect(await authority.keyOf(carla.address)).to.equal(role);
        expect(await authority.namingsOf(town)).to.deep.equal([]);
        await expect(confirming.confirmKey(role, carla.address)).to.be.revertedWithCustomError(
          authority,
          "AuthorityNotNamed",
        );
      });

      it("refuses anybody but the acting ambassador of the town's country, the proposer first of all", async () => {
        const { authority, petra, otto, carla, role } = await networkHelpers.loadFixture(named);

        for (const caller of [...(await everybodyBut("countryAmbassador")), petra, otto]) {
          await expect(authority.connect(caller).confirmKey(role, carla.address))
            .to.be.revertedWithCustomError(authority, "AccessControlUnauthorizedAccount")
            .withArgs(caller.address, roleIds.countryAmbassador(COUNTRY));
        }
      });

      it("gives it in the last second of the thirty days", async () => {
        const { authority, carla, role, confirming, namedAt } = await networkHelpers.loadFixture(named);
        await setNextTime(namedAt + LASTS - 1);

        await confirming.confirmKey(role, carla.address);

        expect(await authority.acts(role, carla.address)).to.equal(true);
      });

      it("refuses when the thirty days are over", async () => {
        const { authority, carla, role, confirming, namedAt } = await networkHelpers.loadFixture(named);
        await setNextTime(namedAt + LASTS);

        await expect(confirming.confirmKey(role, carla.address))
          .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
          .withArgs(role, carla.address);
      });

      it("refuses when the proposer has left office, and also when they came back", async () => {
        const all = await networkHelpers.loadFixture(named);
        const { authority, townRegistry, headOffice, townAmbassador, carla, town, role, confirming } = all;
        const refused = () =>
          expect(confirming.confirmKey(role, carla.address))
            .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
            .withArgs(role, carla.address);
        await townRegistry.connect(headOffice).removeTownAmbassador(town);
        await refused();

        await appointAmbassador(all, { town }, townAmbassador);
        await networkHelpers.time.increase(7 * DAY);
        await refused();
        expect(await authority.namingsOf(town)).to.deep.equal([]);
      });

      it("refuses when a successor has taken the proposer's office over", async () => {
        const all = await networkHelpers.loadFixture(named);
        const { authority, ben, carla, town, role, confirming } = all;
        await appointAmbassador(all, { town }, ben);
        await networkHelpers.time.increase(7 * DAY);

        await expect(confirming.confirmKey(role, carla.address))
          .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
          .withArgs(role, carla.address);
      });

      it("refuses one who does not live in the town now", async () => {
        const { authority, sam, town, role, confirming } = await networkHelpers.loadFixture(before);
        await nameForKey(authority, role, sam);

        await expect(confirming.confirmKey(role, sam.address))
          .to.be.revertedWithCustomError(authority, "AuthorityNotResident")
          .withArgs(sam.address, town);
      });

      it("refuses one who got another key meanwhile", async () => {
        const all = await networkHelpers.loadFixture(named);
        const { authority, carla, role, confirming } = all;
        await appointAmbassador(all, { country: 1 }, carla);

        await expect(confirming.confirmKey(role, carla.address))
          .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
          .withArgs(carla.address, role);
      });

      it("tells whether a registrar was ever confirmed", async () => {
        const all = await networkHelpers.loadFixture(named);
        const { authority, townRegistry, headOffice, stranger, payer, currency, residentUntil, town } = all;
        const nominee = { wallet: stranger.address, residentUntil, personId: id("stranger") };
        const young = Number(await townRegistry.townCount()) + 1;
        const word = await acceptanceOf(authority, roleIds.townAmbassador(young), stranger);
        await townRegistry.connect(headOffice).foundTown(COUNTRY, await currency.getAddress(), "Young", nominee, word);
        await nameForKey(authority, roleIds.registrar(young), payer);

        expect(await authority.hadRegistrar(young)).to.equal(false);
        expect(await authority.hadRegistrar(town)).to.equal(true);
      });
    });

    describe("takeBackNaming", () => {
      for (const who of ["townAmbassador", "carla"] as const) {
        it(`ends it at the word of ${who}`, async () => {
          const all = await networkHelpers.loadFixture(named);
          const { authority, carla, role, confirming } = all;

          await expect(authority.connect(all[who]).takeBackNaming(role, carla.address))
            .to.emit(authority, "NamingTakenBack")
            .withArgs(role, carla.address, all[who].address);

          expect(await authority.isNamed(role, carla.address)).to.equal(false);
          await expect(confirming.confirmKey(role, carla.address)).to.be.revertedWithCustomError(
            authority,
            "AuthorityNotNamed",
          );
        });
      }

      it("refuses everybody else", async () => {
        const { authority, carla, role } = await networkHelpers.loadFixture(named);

        for (const caller of await everybodyBut("townAmbassador", "carla")) {
          await expect(authority.connect(caller).takeBackNaming(role, carla.address))
            .to.be.revertedWithCustomError(authority, "AuthorityNotYourNaming")
            .withArgs(role, carla.address, caller.address);
        }
      });

      it("refuses when nobody is named", async () => {
        const { authority, carla, role, naming } = await networkHelpers.loadFixture(before);

        await expect(naming.takeBackNaming(role, carla.address))
          .to.be.revertedWithCustomError(authority, "AuthorityNotNamed")
          .withArgs(role, carla.address);
      });
    });

    describe("revokeRole", () => {
      for (const who of ["townAmbassador", "countryAmbassador"] as const) {
        it(`takes it at once, at the word of the ${who} alone`, async () => {
          const all = await networkHelpers.loadFixture(before);
          const { authority, carla, role } = all;
          await giveKey(all, role, carla);

          await expect(authority.connect(all[who]).revokeRole(role, carla.address))
            .to.emit(authority, "RoleRevoked")
            .withArgs(role, carla.address, all[who].address);

          expect(await authority.acts(role, carla.address)).to.equal(false);
          expect(await authority.holdsKey(carla.address)).to.equal(false);
        });
      }
    });
  });
}

describe("Authority, what is not named", () => {
  const others = {
    steward: roleIds.steward(1),
    "project manager": roleIds.projectManager(1),
    "town ambassador": roleIds.townAmbassador(1),
    "country ambassador": roleIds.countryAmbassador(COUNTRY),
    "head office": `0x${"0".repeat(64)}`,
    "the appointer": `0xf0${"0".repeat(62)}`,
  };
  for (const [name, role] of Object.entries(others)) {
    it(`refuses to name, confirm and take back: ${name}`, async () => {
      const { authority, townAmbassador, countryAmbassador, carla } = await networkHelpers.loadFixture(twoTowns);

      for (const call of [
        authority.connect(townAmbassador).nameForKey(role, carla.address, NO_WORD),
        authority.connect(countryAmbassador).confirmKey(role, carla.address),
        authority.connect(carla).takeBackNaming(role, carla.address),
      ]) {
        await expect(call).to.be.revertedWithCustomError(authority, "AuthorityNotToBeNamed").withArgs(role);
      }
    });
  }
});

const TYPES = {
  Acceptance: [
    { name: "role", type: "bytes32" },
    { name: "wallet", type: "address" },
    { name: "signedAt", type: "uint40" },
  ],
};
