import { deepRecordOf, recordOf } from "../fixture/recordOf.ts";
import { ELSEWHERE } from "../fixture/willowmere.ts";
import type { Stage } from "./stage.ts";

/** All that the contracts know of Hillside's money. */
export async function booksOf(stage: Stage) {
  const { contributions, shareOffering, releases, profitSplitter, townTreasury, finalDivision } = stage;
  const { hillside, quinn, rosa } = stage;
  const { settled, failed, live, hostile } = stage;
  const sales = await Promise.all(
    [settled, failed, live].map(async ({ offering, token }) => ({
      released: await shareOffering.releasedOf(offering),
      progress: recordOf(await releases.progressOf(offering)),
      request: deepRecordOf(await releases.requestOf(offering)),
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
    spendings: await Promise.all([1, 2].map((spending) => townTreasury.stateOf(spending))),
    rest: await finalDivision.remainderOf(hillside),
    kept: await Promise.all([1, 2, 3].map(async (kept) => (await profitSplitter.keptOf(kept)).amount)),
  };
  return { sales, members, pool, funds };
}

/** What every contract holds of Hillside's currency, by its address. */
export async function holdingsOf(stage: Stage): Promise<Record<string, bigint>> {
  const { contributions, shareOffering, releases, profitSplitter, townTreasury, finalDivision } = stage;
  const tokens = [stage.settled, stage.failed, stage.live].map(({ token }) => token);
  const holders = [contributions, shareOffering, releases, profitSplitter, townTreasury, finalDivision, ...tokens];
  const addresses = await Promise.all(holders.map((holder) => holder.getAddress()));
  return balancesOf(stage, addresses);
}

async function balancesOf({ hostile }: Stage, addresses: string[]): Promise<Record<string, bigint>> {
  const entries = addresses.map(async (address) => [address, await hostile.balanceOf(address)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** What the contracts know of Willowmere's money, which is another currency, and hold of it. */
async function willowmereOf({ contributions, townTreasury, currency, town }: Stage) {
  return {
    pool: recordOf(await contributions.poolOf(town)),
    fund: await townTreasury.fundOf(town),
    held: await currency.balanceOf(await contributions.getAddress()),
  };
}

/** All that a payment may change, and all that it must not. */
export async function stateOf(stage: Stage) {
  const { petra, quinn, rosa, sam, payer, payout } = stage;
  const wallets = [petra, quinn, rosa, sam, payer, payout].map(({ address }) => address);
  return {
    books: await booksOf(stage),
    holdings: await holdingsOf(stage),
    wallets: await balancesOf(stage, wallets),
    willowmere: await willowmereOf(stage),
  };
}
