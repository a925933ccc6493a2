import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { pretendMembers } from "../fixture/pretendMembers.ts";
import { monday } from "../fixture/weeks.ts";
import { COUNTRY } from "../fixture/willowmere.ts";

const EVERYBODY = 2n ** 256n - 1n;

/** A number's bit in its word, the first of 256 highest. */
const bitOf = (number: number) => 1n << BigInt(255 - ((number - 1) % 256));

/** On a Monday, with a way to let amina, number 4, come back. */
async function aminasTown() {
  const before = await networkHelpers.loadFixture(monday);
  const { memberRegistry, registrar, amina, residentUntil, town } = before;
  const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };
  const comeBack = (joins = true) => memberRegistry.connect(registrar).attest(town, [{ ...statement, joins }]);
  return { ...before, comeBack };
}

describe("MemberRegistry", () => {
  describe("resign", () => {
    describe("given a member", () => {
      describe("when they leave", () => {
        it("notes it, and that their number is away from this week on", async () => {
          const { memberRegistry, amina, residentUntil, town, week } = await networkHelpers.loadFixture(aminasTown);
          const { joinedIn } = await memberRegistry.memberAt(town, 4);

          await expect(memberRegistry.connect(amina).resign())
            .to.emit(memberRegistry, "MemberLeft")
            .withArgs(town, 4, amina.address)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week);

          const person = await memberRegistry.personOf(amina.address);
          expect(person.slice(0, 6)).to.deep.equal([town, 710, residentUntil, 4, true, false]);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal([amina.address, joinedIn]);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(false);
          expect(await memberRegistry.isResident(amina.address, town)).to.equal(true);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(1);
          expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        });
      });

      describe("when they leave twice", () => {
        it("reverts with MemberRegistryNotMember", async () => {
          const { memberRegistry, amina } = await networkHelpers.loadFixture(aminasTown);
          await memberRegistry.connect(amina).resign();

          await expect(memberRegistry.connect(amina).resign())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotMember")
            .withArgs(amina.address);
        });
      });

      describe("when their residency has lapsed, and the town is dormant", () => {
        it("lets them go", async () => {
          const { memberRegistry, townRegistry, headOffice, amina, residentUntil, town } =
            await networkHelpers.loadFixture(aminasTown);
          await networkHelpers.time.increaseTo(residentUntil + 1);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await memberRegistry.connect(amina).resign();

          expect((await memberRegistry.personOf(amina.address)).left).to.equal(true);
        });
      });
    });

    describe("given anybody who is no member", () => {
      it("reverts with MemberRegistryNotMember", async () => {
        const { memberRegistry } = await networkHelpers.loadFixture(aminasTown);
        const others = await everybodyBut("townAmbassador", "coordinator", "registrar", "amina", "ben");

        for (const caller of others) {
          await expect(memberRegistry.connect(caller).resign())
            .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotMember")
            .withArgs(caller.address);
        }
      });
    });
  });

  describe("attest", () => {
    describe("given a member who left", () => {
      async function gone() {
        const before = await networkHelpers.loadFixture(aminasTown);
        await before.memberRegistry.connect(before.amina).resign();
        return before;
      }

      describe("when they join again three weeks later", () => {
        it("gives back the same number, whose two whole weeks between stay refused", async () => {
          const { memberRegistry, amina, residentUntil, town, week, goTo, comeBack } =
            await networkHelpers.loadFixture(gone);
          const joined = await memberRegistry.memberAt(town, 4);
          await goTo(week + 3);

          const returning = comeBack();
          await expect(returning)
            .to.emit(memberRegistry, "MemberReturned")
            .withArgs(town, 4, amina.address, week + 3);
          await expect(returning).to.not.emit(memberRegistry, "MemberAdmitted");

          const person = await memberRegistry.personOf(amina.address);
          expect(person.slice(0, 6)).to.deep.equal([town, 710, residentUntil, 4, false, false]);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal(joined);
          expect(await memberRegistry.memberCount(town)).to.equal(5);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
          const away = [0, 1, 2, 3, 4].map((later) => memberRegistry.wasAway(town, 4, week + later));
          expect(await Promise.all(away)).to.deep.equal([false, true, true, false, false]);
        });
      });

      describe("when they are attested without joining", () => {
        it("leaves them gone", async () => {
          const { memberRegistry, amina, town, week, comeBack } = await networkHelpers.loadFixture(gone);

          await expect(comeBack(false)).to.not.emit(memberRegistry, "MemberReturned");

          expect((await memberRegistry.personOf(amina.address)).left).to.equal(true);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(false);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        });
      });

      describe("when they have come back and join once more", () => {
        it("changes nothing", async () => {
          const { memberRegistry, comeBack } = await networkHelpers.loadFixture(gone);
          await comeBack();

          await expect(comeBack()).to.not.emit(memberRegistry, "MemberReturned");
        });
      });
    });
  });

  describe("isMember", () => {
    it("answers yes only for members of that town", async () => {
      const { memberRegistry, amina, carla, dina, stranger, sam, town, hillside } =
        await networkHelpers.loadFixture(aminasTown);

      expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
      expect(await memberRegistry.isMember(sam.address, hillside)).to.equal(true);
      expect(await memberRegistry.isMember(amina.address, hillside)).to.equal(false);
      for (const { address } of [carla, dina, stranger]) {
        expect(await memberRegistry.isMember(address, town)).to.equal(false);
        expect(await memberRegistry.isMember(address, 0)).to.equal(false);
      }
    });
  });

  describe("firstAway", () => {
    describe("given a town whose members were never away", () => {
      it("names nobody", async () => {
        const { memberRegistry, amina, hillside, week } = await networkHelpers.loadFixture(aminasTown);
        await memberRegistry.connect(amina).resign();

        expect(await memberRegistry.firstAway(hillside, week, [EVERYBODY])).to.equal(0);
      });
    });

    describe("given members away on both sides of a word of 256", () => {
      it("names the first of those asked about, in the weeks after they went", async () => {
        const { memberRegistry, registrar, ben, carla, dina, residentUntil, town, week, goTo } =
          await networkHelpers.loadFixture(aminasTown);
        await pretendMembers(memberRegistry, town, 255);
        await memberRegistry.connect(dina).moveHouse(town, COUNTRY);
        const statement = { residentUntil, joins: true };
        await memberRegistry.connect(registrar).attest(town, [
          { ...statement, wallet: carla.address, personId: idOf("carla") },
          { ...statement, wallet: dina.address, personId: idOf("dina") },
        ]);
        await goTo(week + 1); // the week of dina's move is refused to her
        expect(await memberRegistry.firstAway(town, week, [EVERYBODY, EVERYBODY])).to.equal(257);
        for (const person of [dina, carla, ben]) await memberRegistry.connect(person).resign();
        await goTo(week + 2);

        for (const [among, number] of [
          [[EVERYBODY, EVERYBODY], 5],
          [[EVERYBODY], 5],
          [[EVERYBODY ^ bitOf(5), EVERYBODY], 256],
          [[bitOf(4) | bitOf(255), EVERYBODY], 257],
          [[bitOf(256)], 256],
          [[0n, bitOf(257)], 257],
          [[EVERYBODY ^ bitOf(5) ^ bitOf(256), EVERYBODY ^ bitOf(257)], 0],
          [[], 0],
        ] as const) {
          expect(await memberRegistry.firstAway(town, week + 2, [...among])).to.equal(number);
          expect(await memberRegistry.firstAway(town, week + 1, [...among])).to.equal(0);
        }
      });
    });

    describe("given one who came back", () => {
      it("names them in the whole weeks between, and no other", async () => {
        const { memberRegistry, amina, town, week, goTo, comeBack } = await networkHelpers.loadFixture(aminasTown);
        await memberRegistry.connect(amina).resign();
        await goTo(week + 3);
        await comeBack();

        const named = [0, 1, 2, 3].map((later) => memberRegistry.firstAway(town, week + later, [EVERYBODY]));
        expect(await Promise.all(named)).to.deep.equal([0n, 4n, 4n, 0n]);
      });
    });
  });
});
