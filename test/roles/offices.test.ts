import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { type Office, officesQuery } from "../../web/src/chain/roles/officesQuery.ts";
import { fetchRead, systemOf } from "../dapp/support/everyRead.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { COUNTRY, willowmere } from "../fixture/willowmere.ts";

/** Willowmere, and the offices of a wallet as the dApp reads them. */
async function readers() {
  const before = await networkHelpers.loadFixture(willowmere);
  const system = systemOf(before.deployment);
  const officesOf = ({ address }: { address: string }): Promise<Office[]> =>
    fetchRead(officesQuery(system, address as `0x${string}`));
  return { ...before, officesOf };
}

describe("officesQuery", () => {
  it("names the key of each who holds one, and where", async () => {
    const { officesOf, headOffice, countryAmbassador, townAmbassador, registrar, coordinator, town } = await readers();

    const holders = [headOffice, countryAmbassador, townAmbassador, registrar, coordinator];
    expect((await Promise.all(holders.map(officesOf))).flat()).to.deep.equal([
      { kind: "headOffice", scope: 0, actsFrom: null },
      { kind: "countryAmbassador", scope: COUNTRY, actsFrom: null },
      { kind: "townAmbassador", scope: town, actsFrom: null },
      { kind: "registrar", scope: town, actsFrom: null },
      { kind: "coordinator", scope: town, actsFrom: null },
    ]);
  });

  it("names roles that are no keys, besides a key", async () => {
    const { officesOf, authority, townAmbassador, registrar, town } = await readers();
    await authority.connect(townAmbassador).grantRole(roleIds.steward(town), registrar.address);
    await authority.connect(townAmbassador).grantRole(roleIds.projectManager(town), registrar.address);

    expect((await officesOf(registrar)).map(({ kind }) => kind)).to.deep.equal([
      "registrar",
      "steward",
      "projectManager",
    ]);
  });

  it("names nothing for members and strangers, and nothing that was taken away", async () => {
    const { officesOf, authority, townAmbassador, registrar, amina, stranger, town } = await readers();
    await authority.connect(townAmbassador).revokeRole(roleIds.registrar(town), registrar.address);

    for (const nobody of [amina, stranger, registrar]) expect(await officesOf(nobody)).to.deep.equal([]);
  });
});
