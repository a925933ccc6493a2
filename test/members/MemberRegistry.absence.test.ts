import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import { documentOf } from "../../scripts/operator/documents.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { everybodyBut, idOf } from "../fixture/people.ts";
import { pretendMembers } from "../fixture/pretendMembers.ts";
import { monday } from "../fixture/weeks.ts";

const EVIDENCE = documentOf("The lists of the week", "ipfs://lists");

/** On a Monday, with a way to let amina, number 4, come back. */
async function aminasTown() {
  const before = await networkHelpers.loadFixture(monday);
  const { memberRegistry, registrar, amina, residentUntil, town } = before;
  const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };
  const comeBack = (joins = true) => memberRegistry.connect(registrar).attest(town, [{ ...statement, joins }]);
  return { ...before, comeBack };
}

describe("MemberRegistry", () => {
  describe("leave", () => {
    describe("given a member", () => {
      describe("when they leave", () => {
        it("notes it, and that their number is away from this week on", async () => {
          const { memberRegistry, amina, residentUntil, town, week } = await networkHelpers.loadFixture(aminasTown);
          const { joinedIn } = await memberRegistry.memberAt(town, 4);

          await expect(memberRegistry.connect(amina).leave())
            .to.emit(memberRegistry, "MemberLeft")
            .withArgs(town, 4, amina.address)
            .and.to.emit(memberRegistry, "MemberAway")
            .withArgs(town, 4, week);

          const person = await memberRegistry.personOf(amina.address);
          expect(person).to.deep.equal([town, 710, residentUntil, 4, true, false]);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal([amina.address, joinedIn]);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(false);
          expect(await memberRegistry.isResident(amina.address, town)).to.equal(true);
          expect(await memberRegistry.tierOf(amina.address, town)).to.equal(1);
          expect(await memberRegistry.awayWords(town, 2)).to.deep.equal([1n << 4n, 0n]);
          expect(await memberRegistry.wasAway(town, 4, week)).to.equal(false);
          expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(true);
        });
      });

      describe("when they leave twice", () => {
        it("reverts with MemberRegistryNotMember", async () => {
          const { memberRegistry, amina } = await networkHelpers.loadFixture(aminasTown);
          await memberRegistry.connect(amina).leave();

          await expect(memberRegistry.connect(amina).leave())
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

          await memberRegistry.connect(amina).leave();

          expect((await memberRegistry.personOf(amina.address)).left).to.equal(true);
        });
      });
    });

    describe("given anybody who is no member", () => {
      it("reverts with MemberRegistryNotMember", async () => {
        const { memberRegistry } = await networkHelpers.loadFixture(aminasTown);
        const others = await everybodyBut("townAmbassador", "coordinator", "registrar", "amina", "ben");

        for (const caller of others) {
          await expect(memberRegistry.connect(caller).leave())
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
        await before.memberRegistry.connect(before.amina).leave();
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
          expect(person).to.deep.equal([town, 710, residentUntil, 4, false, false]);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal(joined);
          expect(await memberRegistry.memberCount(town)).to.equal(5);
          expect(await memberRegistry.isMember(amina.address, town)).to.equal(true);
          expect(await memberRegistry.awayWords(town, 1)).to.deep.equal([1n << 4n]);
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

  describe("forgetAbsences", () => {
    /** Amina left, came back in the week `back`, and sixteen weeks have passed since; ben has left and is away. */
    async function longAgo() {
      const before = await networkHelpers.loadFixture(aminasTown);
      const { memberRegistry, amina, ben, week, goTo, comeBack } = before;
      await memberRegistry.connect(amina).leave();
      await memberRegistry.connect(ben).leave();
      const back = week + 3;
      await goTo(back);
      await comeBack();
      await goTo(back + 16);
      return { ...before, back };
    }

    describe("given a number that came back sixteen weeks ago", () => {
      it("leaves it among those to look up to the end of that week", async () => {
        const { memberRegistry, town, back } = await networkHelpers.loadFixture(longAgo);
        await networkHelpers.time.setNextBlockTimestamp(weekStart(back + 17) - 1);

        await memberRegistry.forgetAbsences(town, [4]);

        expect(await memberRegistry.awayWords(town, 1)).to.deep.equal([(1n << 4n) | (1n << 5n)]);
      });
    });

    describe("given a number that came back more than sixteen weeks ago", () => {
      async function over() {
        const before = await networkHelpers.loadFixture(longAgo);
        await before.goTo(before.back + 17);
        return before;
      }

      it("forgets it at anybody's word, and nobody else: not who is away, was never, or lives in another town", async () => {
        const { memberRegistry, stranger, town, hillside, back } = await networkHelpers.loadFixture(over);

        await memberRegistry.connect(stranger).forgetAbsences(hillside, [4, 5]);
        await memberRegistry.connect(stranger).forgetAbsences(town, []);
        expect(await memberRegistry.awayWords(town, 1)).to.deep.equal([(1n << 4n) | (1n << 5n)]);
        await memberRegistry.connect(stranger).forgetAbsences(town, [5, 1, 4, 4, 0, 300]);

        expect(await memberRegistry.awayWords(town, 2)).to.deep.equal([1n << 5n, 0n]);
        expect(await memberRegistry.awayWords(hillside, 1)).to.deep.equal([0n]);
        expect(await memberRegistry.wasAway(town, 4, back - 1)).to.equal(true);
        expect(await memberRegistry.wasAway(town, 5, back + 17)).to.equal(true);
      });

      it("looks it up again when they leave again", async () => {
        const { memberRegistry, amina, town, back } = await networkHelpers.loadFixture(over);
        await memberRegistry.forgetAbsences(town, [4]);

        await memberRegistry.connect(amina).leave();
        expect(await memberRegistry.awayWords(town, 1)).to.deep.equal([(1n << 4n) | (1n << 5n)]);
        await memberRegistry.forgetAbsences(town, [4]);

        expect(await memberRegistry.awayWords(town, 1)).to.deep.equal([(1n << 4n) | (1n << 5n)]);
        expect(await memberRegistry.wasAway(town, 4, back + 18)).to.equal(true);
      });

      it("changes no submission: their hours are taken as before, and refused when they left again", async () => {
        const { contributions, memberRegistry, townAmbassador, coordinator, amina, town, back, goTo } =
          await networkHelpers.loadFixture(over);
        const submit = (week: number, quarters: string) =>
          contributions.connect(coordinator).submit(town, week, quarters, EVIDENCE);
        await memberRegistry.forgetAbsences(town, [4, 5]);

        await submit(back + 16, "0x0000000c");
        expect((await contributions.pendingOf(town)).weekIndex).to.equal(back + 16);
        await contributions.connect(townAmbassador).reject(town, EVIDENCE.hash);
        await expect(submit(back + 16, "0x0000000c0c"))
          .to.be.revertedWithCustomError(contributions, "ContributionsAway")
          .withArgs(town, 5, back + 16);

        await memberRegistry.connect(amina).leave();
        await goTo(back + 19);
        await expect(submit(back + 18, "0x0000000c"))
          .to.be.revertedWithCustomError(contributions, "ContributionsAway")
          .withArgs(town, 4, back + 18);
      });
    });

    describe("given numbers of several words", () => {
      it("forgets each in its own word", async () => {
        const { memberRegistry, registrar, carla, dina, residentUntil, town, week, goTo } =
          await networkHelpers.loadFixture(aminasTown);
        await pretendMembers(memberRegistry, town, 255);
        await memberRegistry.connect(dina).moveHouse(town);
        const people = Object.entries({ carla, dina }).map(([name, { address }]) => ({
          wallet: address,
          residentUntil,
          joins: true,
          personId: idOf(name),
        }));
        await memberRegistry.connect(registrar).attest(town, people);
        await memberRegistry.connect(carla).leave();
        await memberRegistry.connect(dina).leave();
        await memberRegistry.connect(registrar).attest(town, people);
        await goTo(week + 17);

        await memberRegistry.forgetAbsences(town, [256]);
        expect(await memberRegistry.awayWords(town, 2)).to.deep.equal([0n, 1n << 1n]);
        await memberRegistry.forgetAbsences(town, [257]);
        expect(await memberRegistry.awayWords(town, 2)).to.deep.equal([0n, 0n]);
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

  describe("awayWords", () => {
    describe("given a town whose members were never away", () => {
      it("answers as many empty words as asked for", async () => {
        const { memberRegistry, amina, hillside } = await networkHelpers.loadFixture(aminasTown);
        await memberRegistry.connect(amina).leave();

        expect(await memberRegistry.awayWords(hillside, 3)).to.deep.equal([0n, 0n, 0n]);
        expect(await memberRegistry.awayWords(hillside, 0)).to.deep.equal([]);
      });
    });

    describe("given members at the bounds of a word", () => {
      it("marks each at their number", async () => {
        const { memberRegistry, registrar, ben, carla, dina, residentUntil, town, week } =
          await networkHelpers.loadFixture(aminasTown);
        await pretendMembers(memberRegistry, town, 254);
        await memberRegistry.connect(dina).moveHouse(town);
        const statement = { residentUntil, joins: true };
        await memberRegistry.connect(registrar).attest(town, [
          { ...statement, wallet: carla.address, personId: idOf("carla") },
          { ...statement, wallet: dina.address, personId: idOf("dina") },
        ]);

        await memberRegistry.connect(dina).leave();
        expect(await memberRegistry.awayWords(town, 2)).to.deep.equal([0n, 1n]);
        await memberRegistry.connect(carla).leave();
        await memberRegistry.connect(ben).leave();

        expect(await memberRegistry.awayWords(town, 2)).to.deep.equal([(1n << 255n) | (1n << 5n), 1n]);
        expect(await memberRegistry.awayWords(town, 1)).to.deep.equal([(1n << 255n) | (1n << 5n)]);
        for (const number of [5, 255, 256]) {
          expect(await memberRegistry.wasAway(town, number, week + 1)).to.equal(true);
        }
        expect(await memberRegistry.wasAway(town, 4, week + 1)).to.equal(false);
      });
    });
  });
});
