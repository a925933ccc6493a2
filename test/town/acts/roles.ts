import { HEAD_OFFICE_DELAY } from "@one-small-town/core/rules/Authority.ts";
import { expect } from "chai";
import { Wallet, id as hashOf } from "ethers";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { idOf } from "../../fixture/people.ts";
import { COUNTRY, DAY, willowmere } from "../../fixture/willowmere.ts";
import { doing, filesIn } from "../support/atTheTerminal.ts";

const ABROAD = 516;

/** Those of roles, each done by whoever may. */
export function actsOfRoles(): void {
  describe("npm run town, roles and towns", () => {
    const { file, folder, remove } = filesIn();
    after(remove);

    async function atWillowmere() {
      const before = await networkHelpers.loadFixture(willowmere);
      const until = new Date((before.residentUntil - DAY) * 1000).toISOString().slice(0, 10);
      return { ...before, until, ...doing(before.deployment, folder) };
    }

    it("founds a town whose first registrar is named, attested and confirmed, and says whose word is missing", async () => {
      const { headOffice, countryAmbassador, stranger, payer, currency, until, townRegistry, authority, ...at } =
        await atWillowmere();
      const word = await at.signs(stranger, "sign-acceptance", { role: "town-ambassador", town: 2 });
      const { wallet = "", signedAt = "", signature = "" } = word.options;
      const founding = { country: COUNTRY, currency: await currency.getAddress(), name: "Hillside" };
      const person = { until, person: idOf("stranger") };
      await at.does(headOffice, "found-town", { ...founding, ...person, wallet, signedAt, signature });
      expect(await townRegistry.nameOf(2)).to.equal("Hillside");

      const named = await at.signs(payer, "sign-acceptance", { role: "registrar", town: 2 });
      const naming = await at.does(stranger, named.verb, named.options);
      expect(naming.missing).to.deep.equal([
        {
          who: "the Country Ambassador",
          wallet: countryAmbassador.address,
          verb: "confirm-key",
          options: { town: "2", role: "registrar", wallet: payer.address },
        },
      ]);
      expect(await at.tells(stranger, "open", { town: 2 })).to.include(
        `npm run town -- confirm-key --town 2 --role registrar --wallet ${payer.address}`,
      );
      await at.does(stranger, "attest-first-registrar", {
        town: 2,
        wallet: payer.address,
        until,
        person: idOf("payer"),
      });
      await at.does(countryAmbassador, "confirm-key", naming.missing?.[0]?.options);
      expect(await at.tells(payer, "who")).to.include("It holds a key: registrar of town 2.");
      expect(await authority.holdsKey(payer.address)).to.equal(true);

      await at.does(headOffice, "remove-town-ambassador", { town: 2 });
    });

    it("names and takes back, grants, revokes and leaves", async () => {
      const { townAmbassador, countryAmbassador, amina, carla, manager, town, ...at } = await atWillowmere();
      const word = await at.signs(amina, "sign-acceptance", { role: "coordinator", town });
      await at.does(townAmbassador, word.verb, word.options);
      await at.does(townAmbassador, "take-back-naming", { town, role: "coordinator", wallet: amina.address });
      await at.does(townAmbassador, "grant-role", { town, role: "steward", wallet: carla.address });
      await at.does(townAmbassador, "grant-role", { town, role: "project-manager", wallet: manager.address });
      expect(await at.tells(carla, "who")).to.include("It is steward of town 1.");
      await at.does(countryAmbassador, "revoke-role", { town, role: "steward", wallet: carla.address });
      await at.does(manager, "leave-role", { town, role: "project-manager" });
    });

    it("appoints ambassadors, takes appointments back, and removes them", async () => {
      const { headOffice, amina, deployer, town, until, townRegistry, ...at } = await atWillowmere();
      await at.speaks(deployer, "sign-acceptance", { role: "country-ambassador", country: ABROAD }, headOffice);
      await at.does(headOffice, "remove-country-ambassador", { country: ABROAD });
      await at.speaks(amina, "sign-acceptance", { role: "town-ambassador", town }, headOffice);
      await at.does(headOffice, "take-back-appointment", { town });
      const nominee = new Wallet(hashOf("a nominee"), ethers.provider);
      const { options } = await at.signs(nominee, "sign-acceptance", { role: "town-ambassador", town });
      const { wallet = "", signedAt = "", signature = "" } = options;
      await at.does(headOffice, "appoint-nominee", {
        town,
        until,
        person: idOf("nominee"),
        wallet,
        signedAt,
        signature,
      });
      expect(await townRegistry.townKeyOf(town)).to.not.equal(nominee.address);
    });

    it("hands head office over after its delay", async () => {
      const { headOffice, emil, authority, ...at } = await atWillowmere();
      await at.does(headOffice, "change-head-office-delay", { days: 14 });
      await at.does(headOffice, "keep-head-office-delay");
      await at.does(headOffice, "hand-over-head-office", { wallet: emil.address });
      await at.does(headOffice, "keep-head-office");
      const handed = await at.does(headOffice, "hand-over-head-office", { wallet: emil.address });
      expect(handed.missing?.[0]).to.include({ wallet: emil.address, verb: "accept-head-office" });
      await networkHelpers.time.increase(HEAD_OFFICE_DELAY + 1);
      await at.does(emil, "accept-head-office");
      expect(await authority.headOffice()).to.equal(emil.address);
    });

    it("keeps the records of a country and of a town", async () => {
      const { townAmbassador, countryAmbassador, headOffice, town, townRegistry, ...at } = await atWillowmere();
      const paper = file("paper.txt", "what proves it");
      const entity = { country: COUNTRY, name: "One Small Town NPC", registration: "2027/1", document: paper };
      await at.does(countryAmbassador, "set-legal-entity", entity);
      await at.does(townAmbassador, "set-plan", { town, plan: paper, uri: "ipfs://plan" });
      await at.does(townAmbassador, "record-launch-step", { town, step: 4, evidence: paper });
      await at.does(townAmbassador, "propose-limit", { town, aWeek: 300 });
      expect(await at.tells(townAmbassador, "open", { town })).to.include("300 new persons a week, instead of 200");
      await at.does(countryAmbassador, "confirm-limit", { town });
      await at.does(townAmbassador, "lower-limit", { town, aWeek: 20 });
      await at.does(countryAmbassador, "propose-limit", { country: COUNTRY, aWeek: 400 });
      await at.does(countryAmbassador, "take-back-limit", { country: COUNTRY });
      const again = await at.does(countryAmbassador, "propose-limit", { country: COUNTRY, aWeek: 500 });
      await at.does(headOffice, "confirm-limit", again.missing?.[0]?.options);
      expect(await townRegistry.attestationsAWeekOfCountry(COUNTRY)).to.equal(500n);
    });
  });
}
