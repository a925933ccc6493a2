import { recordOf } from "../fixture/recordOf.ts";
import type { Stage } from "./stage.ts";

/** All that the contracts know of Hillside's money. */
export async function booksOf(stage: Stage) {
  const { contributions, shareOffering, townTreasury, hillside, quinn, rosa, settled, failed, live } = stage;
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
    })),
  );
  const pool = recordOf(await contributions.poolOf(hillside));
  return { sales, members, pool, fund: await townTreasury.fundOf(hillside) };
}

/** What every contract holds of Hillside's currency. */
export function holdingsOf(stage: Stage): Promise<bigint[]> {
  const { contributions, shareOffering, profitSplitter, townTreasury, settled, failed, live, hostile } = stage;
  const holders = [contributions, shareOffering, profitSplitter, townTreasury, settled.token, failed.token, live.token];
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
