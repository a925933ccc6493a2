import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { setNextTime, networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, willowmere } from "../fixture/willowmere.ts";

/** Each key of Willowmere: how it falls vacant, who asks for it, and the other one. */
const sides = {
  town: {
    officeOf: (town: number) => ({ town }),
    remove: "removeTownAmbassador",
    keyOf: "townKeyOf",
    is: "isTownAmbassador",
    holder: "townAmbassador",
    successor: "carla",
    other: { keyOf: "countryKeyOf", holder: "countryAmbassador", remove: "removeCountryAmbassador" },
  },
  country: {
    officeOf: () => ({ country: COUNTRY }),
    remove: "removeCountryAmbassador",
    keyOf: "countryKeyOf",
    is: "isCountryAmbassador",
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
    describe(`given that the ${name}'s ambassador is gone`, () => {
      async function vacant() {
        const before = await networkHelpers.loadFixture(twoTowns);
        const { townRegistry, headOffice, town } = before;
        const since = (await networkHelpers.time.latest()) + 10;
        const scope = name === "town" ? town : COUNTRY;
        await setNextTime(since);
        await townRegistry.connect(headOffice)[side.remove](scope);
        const fill = () => appointAmbassador(before, side.officeOf(town), before[side.successor]);
        return { ...before, since, scope, fill };
      }

      describe("when it lasts, however long", () => {
        it("is nobody's key: head office stands in for nobody", async () => {
          const all = await networkHelpers.loadFixture(vacant);
          const { townRegistry, headOffice, town, since } = all;

          for (const days of [0, 90, 1_000]) {
            await networkHelpers.time.increaseTo(since + 1 + days * DAY);
            expect(await townRegistry[side.keyOf](town)).to.equal(ZeroAddress);
            expect(await townRegistry[side.other.keyOf](town)).to.equal(all[side.other.holder].address);
            expect(await townRegistry[side.is](town, headOffice.address)).to.equal(false);
            expect(await townRegistry[side.is](town, ZeroAddress)).to.equal(false);
            expect(await townRegistry.isActive(town)).to.equal(false);
            expect(await townRegistry.dormantSince(town)).to.equal(since);
          }
        });
      });

      describe("when head office fills the office", () => {
        it("is dormant until the successor's powers begin", async () => {
          const all = await networkHelpers.loadFixture(vacant);
          const { townRegistry, town, since, fill } = all;
          await fill();
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;

          await networkHelpers.time.increaseTo(actsFrom - 1);
          expect(await townRegistry[side.keyOf](town)).to.equal(ZeroAddress);
          expect(await townRegistry.dormantSince(town)).to.equal(since);

          await networkHelpers.time.increaseTo(actsFrom);
          expect(await townRegistry[side.keyOf](town)).to.equal(all[side.successor].address);
          expect(await townRegistry.dormantSince(town)).to.equal(0);
        });
      });

      describe("when a successor was removed before they ever acted", () => {
        it("counts from the first vacancy on", async () => {
          const { townRegistry, headOffice, town, scope, since, fill } = await networkHelpers.loadFixture(vacant);
          await fill();
          await townRegistry.connect(headOffice)[side.remove](scope);

          expect(await townRegistry.dormantSince(town)).to.equal(since);
        });
      });

      describe("when a successor was removed in the second in which their powers began", () => {
        it("counts from that second on", async () => {
          const { townRegistry, headOffice, town, scope, fill } = await networkHelpers.loadFixture(vacant);
          await fill();
          const actsFrom = (await networkHelpers.time.latest()) + 7 * DAY;
          await setNextTime(actsFrom);
          await townRegistry.connect(headOffice)[side.remove](scope);

          expect(await townRegistry.dormantSince(town)).to.equal(actsFrom);
        });
      });
    });

    describe(`given the ${name}'s ambassador with a successor who waits`, () => {
      async function succeeding() {
        const before = await networkHelpers.loadFixture(twoTowns);
        const scope = name === "town" ? before.town : COUNTRY;
        await appointAmbassador(before, side.officeOf(before.town), before[side.successor]);
        return { ...before, scope, actsFrom: (await networkHelpers.time.latest()) + 7 * DAY };
      }

      describe("when the one in office is removed meanwhile", () => {
        it("is dormant from then on until the successor's powers begin, as was appointed", async () => {
          const all = await networkHelpers.loadFixture(succeeding);
          const { townRegistry, headOffice, town, scope, actsFrom } = all;
          await setNextTime(actsFrom - 3 * DAY);
          await townRegistry.connect(headOffice)[side.remove](scope);

          expect(await townRegistry.dormantSince(town)).to.equal(actsFrom - 3 * DAY);
          await networkHelpers.time.increaseTo(actsFrom - 1);
          expect(await townRegistry[side.keyOf](town)).to.equal(ZeroAddress);
          await networkHelpers.time.increaseTo(actsFrom);
          expect(await townRegistry[side.keyOf](town)).to.equal(all[side.successor].address);
          expect(await townRegistry.dormantSince(town)).to.equal(0);
        });
      });

      describe("when the successor, now in office, is removed", () => {
        it("is dormant since that removal", async () => {
          const { townRegistry, headOffice, town, scope, actsFrom } = await networkHelpers.loadFixture(succeeding);
          await setNextTime(actsFrom + DAY);
          await townRegistry.connect(headOffice)[side.remove](scope);

          expect(await townRegistry.dormantSince(town)).to.equal(actsFrom + DAY);
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
