import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { everybodyBut } from "../fixture/people.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, willowmere } from "../fixture/willowmere.ts";

const STAND_IN = 90 * DAY;

/** Each key of Willowmere: how it falls vacant, who asks for it, and the other one. */
const sides = {
  town: {
    remove: "removeTownAmbassador",
    appoint: "appointTownAmbassador",
    keyOf: "townKeyOf",
    is: "isTownAmbassador",
    require: "requireTownAmbassador",
    holder: "townAmbassador",
    successor: "carla",
    other: { keyOf: "countryKeyOf", holder: "countryAmbassador", remove: "removeCountryAmbassador" },
  },
  country: {
    remove: "removeCountryAmbassador",
    appoint: "appointCountryAmbassador",
    keyOf: "countryKeyOf",
    is: "isCountryAmbassador",
    require: "requireCountryAmbassador",
    holder: "countryAmbassador",
    successor: "stranger",
    other: { keyOf: "townKeyOf", holder: "townAmbassador", remove: "removeTownAmbassador" },
  },
} as const;

describe("TownRegistry", () => {
  describe("townKeyOf and countryKeyOf", () => {
    describe("given both ambassadors in office", () => {
      it("answer them, and nobody for a town that does not exist", async () => {
        const { townRegistry, townAmbassador, countryAmbassador, petra, otto, town, hillside } =
          await networkHelpers.loadFixture(twoTowns);

        expect(await townRegistry.townKeyOf(town)).to.equal(townAmbassador.address);
        expect(await townRegistry.countryKeyOf(town)).to.equal(countryAmbassador.address);
        expect(await townRegistry.townKeyOf(hillside)).to.equal(petra.address);
        expect(await townRegistry.countryKeyOf(hillside)).to.equal(otto.address);
        for (const unknown of [0, 99]) {
          expect(await townRegistry.townKeyOf(unknown)).to.equal(ZeroAddress);
          expect(await townRegistry.countryKeyOf(unknown)).to.equal(ZeroAddress);
        }
      });
    });
  });

  for (const [name, side] of Object.entries(sides)) {
    describe(`head office standing in for the ${name}'s key`, () => {
      async function vacant() {
        const before = await networkHelpers.loadFixture(twoTowns);
        const { townRegistry, headOffice, town } = before;
        const since = (await networkHelpers.time.latest()) + 10;
        const scope = name === "town" ? town : COUNTRY;
        await setNextTime(since);
        await townRegistry.connect(headOffice)[side.remove](scope);
        return { ...before, since, scope };
      }

      describe("given that it has been missing for less than 90 days", () => {
        it("does not stand in", async () => {
          const { townRegistry, headOffice, town, since } = await networkHelpers.loadFixture(vacant);
          await networkHelpers.time.increaseTo(since + STAND_IN - 1);

          expect(await townRegistry[side.keyOf](town)).to.equal(ZeroAddress);
          expect(await townRegistry[side.is](town, headOffice.address)).to.equal(false);
          expect(await townRegistry[side.is](town, ZeroAddress)).to.equal(false);
          expect(await townRegistry.isActive(town)).to.equal(false);
        });
      });

      describe("given that it has been missing for 90 days", () => {
        it("stands in, and only for that key of that town; the town is active again", async () => {
          const all = await networkHelpers.loadFixture(vacant);
          const { townRegistry, headOffice, town, hillside, since } = all;
          await networkHelpers.time.increaseTo(since + STAND_IN);

          expect(await townRegistry[side.keyOf](town)).to.equal(headOffice.address);
          expect(await townRegistry[side.is](town, headOffice.address)).to.equal(true);
          await townRegistry[side.require](town, headOffice.address);
          expect(await townRegistry[side.other.keyOf](town)).to.equal(all[side.other.holder].address);
          expect(await townRegistry.isActive(town)).to.equal(true);
          await townRegistry.requireActive(town);
          expect(await townRegistry.isTownAmbassador(hillside, headOffice.address)).to.equal(false);
          expect(await townRegistry.isCountryAmbassador(hillside, headOffice.address)).to.equal(false);
          for (const { address } of await everybodyBut("headOffice")) {
            expect(await townRegistry[side.is](town, address)).to.equal(false);
          }
        });

        it("does not end what the town is called dormant by", async () => {
          const { townRegistry, town, since } = await networkHelpers.loadFixture(vacant);
          await networkHelpers.time.increaseTo(since + STAND_IN);

          expect(await townRegistry.dormantSince(town)).to.equal(since);
        });

        describe("when a successor is appointed", () => {
          it("stands in until the successor's powers begin", async () => {
            const all = await networkHelpers.loadFixture(vacant);
            const { townRegistry, headOffice, town, scope, since } = all;
            const successor = all[side.successor].address;
            await networkHelpers.time.increaseTo(since + STAND_IN);
            await townRegistry.connect(headOffice)[side.appoint](scope, successor);
            const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;

            await networkHelpers.time.increaseTo(actsFrom - 1);
            expect(await townRegistry[side.keyOf](town)).to.equal(headOffice.address);
            expect(await townRegistry.dormantSince(town)).to.equal(since);

            await networkHelpers.time.increaseTo(actsFrom);
            expect(await townRegistry[side.keyOf](town)).to.equal(successor);
            expect(await townRegistry.dormantSince(town)).to.equal(0);
          });
        });

        describe("when the other key is missing too", () => {
          it("stands in for neither: two keys are two persons", async () => {
            const { townRegistry, headOffice, town, since } = await networkHelpers.loadFixture(vacant);
            const other = side.other.remove === "removeTownAmbassador" ? town : COUNTRY;
            await townRegistry.connect(headOffice)[side.other.remove](other);
            await networkHelpers.time.increaseTo(since + 3 * STAND_IN);

            expect(await townRegistry.townKeyOf(town)).to.equal(ZeroAddress);
            expect(await townRegistry.countryKeyOf(town)).to.equal(ZeroAddress);
            expect(await townRegistry.isActive(town)).to.equal(false);
            expect(await townRegistry.dormantSince(town)).to.equal(since);
          });
        });
      });

      describe("given that a successor was removed before they ever acted", () => {
        it("counts from the first vacancy on", async () => {
          const all = await networkHelpers.loadFixture(vacant);
          const { townRegistry, headOffice, town, scope, since } = all;
          await townRegistry.connect(headOffice)[side.appoint](scope, all[side.successor].address);
          await townRegistry.connect(headOffice)[side.remove](scope);

          expect(await townRegistry.dormantSince(town)).to.equal(since);
        });
      });

      describe("given that a successor was removed in the second in which their powers began", () => {
        it("counts from that second on", async () => {
          const all = await networkHelpers.loadFixture(vacant);
          const { townRegistry, headOffice, town, scope } = all;
          await townRegistry.connect(headOffice)[side.appoint](scope, all[side.successor].address);
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
          await setNextTime(actsFrom);
          await townRegistry.connect(headOffice)[side.remove](scope);

          expect(await townRegistry.dormantSince(town)).to.equal(actsFrom);
        });
      });

      describe("given that nobody is head office", () => {
        it("nobody stands in", async () => {
          const { authority, townRegistry, headOffice, town, since } = await networkHelpers.loadFixture(vacant);
          await authority.connect(headOffice).beginDefaultAdminTransfer(ZeroAddress);
          await networkHelpers.time.increaseTo(since + STAND_IN);
          await authority.connect(headOffice).renounceRole(`0x${"0".repeat(64)}`, headOffice.address);

          expect(await townRegistry[side.keyOf](town)).to.equal(ZeroAddress);
          expect(await townRegistry[side.is](town, ZeroAddress)).to.equal(false);
          expect(await townRegistry.isActive(town)).to.equal(false);
        });
      });
    });
  }

  describe("dormantSince", () => {
    describe("given both ambassadors in office", () => {
      it("is zero", async () => {
        const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

        expect(await townRegistry.dormantSince(town)).to.equal(0);
      });
    });

    for (const [first, second] of [
      ["removeTownAmbassador", "removeCountryAmbassador"],
      ["removeCountryAmbassador", "removeTownAmbassador"],
    ] as const) {
      describe(`given ${first}, and later ${second}`, () => {
        it("is the second of the older vacancy, for that town alone", async () => {
          const { townRegistry, headOffice, town, hillside } = await networkHelpers.loadFixture(twoTowns);
          const scopeOf = (removal: string) => (removal === "removeTownAmbassador" ? town : COUNTRY);
          const since = (await networkHelpers.time.latest()) + 10;
          await setNextTime(since);
          await townRegistry.connect(headOffice)[first](scopeOf(first));
          await setNextTime(since + DAY);
          await townRegistry.connect(headOffice)[second](scopeOf(second));

          expect(await townRegistry.dormantSince(town)).to.equal(since);
          expect(await townRegistry.dormantSince(hillside)).to.equal(0);
        });
      });
    }

    describe("given no such town", () => {
      it("reverts with TownRegistryNoSuchTown", async () => {
        const { townRegistry, town } = await networkHelpers.loadFixture(willowmere);

        await expect(townRegistry.dormantSince(town + 1))
          .to.be.revertedWithCustomError(townRegistry, "TownRegistryNoSuchTown")
          .withArgs(town + 1);
      });
    });
  });
});
