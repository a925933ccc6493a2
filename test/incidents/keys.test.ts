import { expect } from "chai";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { termsHashOf } from "@one-small-town/core/shares/termsHash.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { bakery } from "../fixture/bakery.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { COUNTRY, DAY } from "../fixture/willowmere.ts";

describe("incidents that shall not happen here: keys", () => {
  it("both keys in one hand: a second role for the same wallet", async () => {
    const before = await networkHelpers.loadFixture(bakery);
    const { authority, townRegistry, headOffice, townAmbassador, countryAmbassador, town, deployment } = before;
    const { registrar, residentUntil } = before;
    // The country's ambassador moves into the town, and is to become its ambassador as well.
    await attestInBatches(deployment, {
      registrar,
      town,
      attestations: [
        { wallet: countryAmbassador.address as Address, residentUntil, joins: false, personId: idOf("country") },
      ],
    });
    await townRegistry.connect(headOffice).removeTownAmbassador(town);

    await expect(appointAmbassador({ authority, townRegistry, headOffice }, { town }, countryAmbassador))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(countryAmbassador.address, roleIds.townAmbassador(town));
    await appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador);
    await expect(appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, townAmbassador))
      .to.be.revertedWithCustomError(authority, "AuthoritySecondKey")
      .withArgs(townAmbassador.address, roleIds.countryAmbassador(COUNTRY));
  });

  it("both keys in one hand: one after the other", async () => {
    const before = await networkHelpers.loadFixture(bakery);
    const { authority, shareOffering, townRegistry, headOffice, townAmbassador, amina, town, business } = before;
    const opens = (await networkHelpers.time.latest()) + 40 * DAY;
    const terms = { ...before.terms, opens, localEnds: opens + 14 * DAY, countryEnds: 0, worldEnds: 0 };
    await shareOffering.connect(townAmbassador).propose(terms);
    await expect(
      shareOffering.connect(townAmbassador).approve(business, termsHashOf(terms)),
    ).to.be.revertedWithCustomError(townRegistry, "TownRegistryNotCountryAmbassador");

    // Who proposed becomes the country's ambassador, somebody else the town's.
    await townRegistry.connect(headOffice).removeTownAmbassador(town);
    await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
    await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, townAmbassador);
    await appointAmbassador({ authority, townRegistry, headOffice }, { town }, amina);
    await networkHelpers.time.increase(8 * DAY);

    await expect(shareOffering.connect(townAmbassador).approve(business, termsHashOf(terms)))
      .to.be.revertedWithCustomError(shareOffering, "ShareOfferingNotProposed")
      .withArgs(business, termsHashOf(terms));
  });
});
