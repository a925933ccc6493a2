import { recordOf } from "../fixture/recordOf.ts";
import { ELSEWHERE } from "../fixture/willowmere.ts";
import type { Stage } from "./stage.ts";

/** All that the contracts know of Hillside's money. */
export async function booksOf(stage: Stage) {
  const { contributions, shareOffering, townTreasury, finalDivision, hillside, quinn, rosa } = stage;
  const { settled, failed, live, hostile } = stage;
  const sales = await Promise.all(
    [settled, failed, live].map(async ({ offering, token }) => ({
      escrow: recordOf(await shareOffering.escrowOf(offering)),
      supply: await token.totalSupply(),
      ledger: recordOf(await token.ledger()),
      shares: await Promise.all([quinn, rosa].map(({ address }) => token.balanceOf(address))),
      dividends: await Promise.all([quinn, rosa].map(({ address }) => token.claimable(address))),
      kept: await Promise.all([quinn, rosa].map(({ address }) => shareOffering.keptOf(offering, address))),
    })),
  );
  const members = await Promise.all(
    [1, 2, 3, 4].map(async (number) => ({
      claimed: await contributions.claimedUpTo(hillside, number),
      kept: await contributions.keptOf(hillside, number),
      keptParts: await finalDivision.keptOf(hillside, number),
      hasPart: await finalDivision.isPaid(1, number),
    })),
  );
  const pool = recordOf(await contributions.poolOf(hillside));
  const funds = {
    town: await townTreasury.fundOf(hillside),
    office: await townTreasury.officeOf(ELSEWHERE, await hostile.getAddress()),
    spending: await townTreasury.stateOf(1),
    rest: await finalDivision.remainderOf(hillside),
  };
  return { sales, members, pool, funds };
}

/** What every contract holds of Hillside's currency. */
export function holdingsOf(stage: Stage): Promise<bigint[]> {
  const { contributions, shareOffering, releases, profitSplitter, townTreasury, finalDivision, hostile } = stage;
  const tokens = [stage.settled, stage.failed, stage.live].map(({ token }) => token);
  const holders = [contributions, shareOffering, releases, profitSplitter, townTreasury, finalDivision, ...tokens];
  return Promise.all(holders.map(async (holder) => hostile.balanceOf(await holder.getAddress())));
}

/** What the contracts know of Willowmere's money, which is another currency, and hold of it. */
export async function willowmereOf({ contributions, townTreasury, currency, town }: Stage) {
  return {
    pool: recordOf(await contributions.poolOf(town)),
    fund: await townTreasury.fundOf(town),
    held: await currency.balanceOf(await contributions.getAddress()),
  };
}
