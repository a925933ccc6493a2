import { expect } from "chai";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { expectKept, expectKeptPaid } from "../expectKept.ts";
import { expectPaid, expectPassedOn, expectTaken } from "../expectMoved.ts";
import { expectRefused } from "../expectRefused.ts";
import type { Place, PlaceOfMany } from "../places/Place.ts";
import { DOLLARS, type Stage, stageOn } from "../stage.ts";
import type { Kind, Promised } from "./Kind.ts";

const honest = stageOn({ contract: "RefusingDollar", ...DOLLARS });

async function refuse({ hostile }: Stage, wallet: string, refused = true) {
  const currency = await ethers.getContractAt("RefusingDollar", await hostile.getAddress());
  await currency.refuse(wallet, refused);
}

async function prepared({ prepare }: Place) {
  const town = await networkHelpers.loadFixture(honest);
  await prepare?.(town);
  return town;
}

type Party = (town: Stage) => Promise<{ address: string; sends?: true }>;

/** Whoever of a place the currency refuses, nothing happens; and it works as soon as they are accepted again. */
function refuses<P extends Place>(
  place: P,
  parties: Record<string, Party>,
  works: (town: Stage, place: P) => Promise<void>,
): Promised[] {
  return Object.entries(parties).map(([who, party]) => {
    const test = async () => {
      const town = await prepared(place);
      const { address, sends } = await party(town);
      await refuse(town, address);
      const error = sends === true ? "ERC20InvalidSender" : "ERC20InvalidReceiver";
      await expectRefused(town, place, [town.hostile, error, address]);
      await refuse(town, address, false);
      await works(town, place);
    };
    return [`refuses it when ${who} is refused, changes nothing, and works when it is accepted again`, test];
  });
}

function keepsFor(place: PlaceOfMany, refused: number): Promised {
  const test = async () => {
    const town = await prepared(place);
    const address = place.payments(town)[refused]?.to.address ?? "";
    await refuse(town, address);
    await expectKept(town, place, (i) => i !== refused);
    await expect(place.claimKept(town, refused))
      .to.be.revertedWithCustomError(town.hostile, "ERC20InvalidReceiver")
      .withArgs(address);
    expect((await place.kept(town))[refused]).to.be.above(0);
    await refuse(town, address, false);
    await expectKeptPaid(town, place, refused);
  };
  return [`keeps the part of number ${refused + 1} when it is refused, pays the others, and pays the kept once`, test];
}

/** A currency with a list of whom it refuses. */
export const refusing: Kind = {
  name: "a currency that refuses a wallet or a whole contract",
  in: (place) => {
    const takers = ["who takes it first", "the second", "the third", "the fourth"].slice(0, place.through.length);
    const parties: Record<string, Party> = {
      "who pays": async (town) => ({ address: place.payer(town).address, sends: true }),
    };
    for (const [i, who] of takers.entries()) {
      parties[who] = async (town) => ({ address: (await place.takers(town)[i]?.getAddress()) ?? "" });
    }
    return refuses(place, parties, expectTaken);
  },
  within: (place) => {
    const parties: Record<string, Party> = {};
    for (const name of new Set(place.through.map((entry) => entry.split(".")[0] ?? ""))) {
      parties[`the ${name}`] = async (town) => partyOf(name, town, await place.givers(town));
    }
    return refuses(place, parties, expectPassedOn);
  },
  out: (place) => {
    const parties: Record<string, Party> = {
      "who is paid": async (town) => ({ address: place.payments(town)[0]?.to.address ?? "" }),
      "the contract": async (town) => ({ address: await place.holder(town).getAddress(), sends: true }),
    };
    return refuses(place, parties, expectPaid);
  },
  ofMany: (place) => [
    keepsFor(place, 0),
    keepsFor(place, 1),
    [
      "keeps all of it when the contract is refused, as the issuer may, and pays each of them once afterwards",
      async () => {
        const town = await prepared(place);
        const address = await place.holder(town).getAddress();
        await refuse(town, address);
        await expectKept(town, place, () => false);
        await refuse(town, address, false);
        for (const i of place.payments(town).keys()) await expectKeptPaid(town, place, i);
      },
    ],
  ],
};

async function partyOf(name: string, town: Stage, givers: { from: { getAddress: () => Promise<string> } }[]) {
  const { releases, shareOffering, contributions, townTreasury, finalDivision, settled } = town;
  const contracts: Record<string, { getAddress: () => Promise<string> }> = {
    Releases: releases,
    ShareOffering: shareOffering,
    InvestorToken: settled.token,
    Contributions: contributions,
    TownTreasury: townTreasury,
    FinalDivision: finalDivision,
  };
  const address = (await contracts[name]?.getAddress()) ?? "";
  const senders = await Promise.all(givers.map(({ from }) => from.getAddress()));
  return senders.includes(address) ? { address, sends: true as const } : { address };
}
