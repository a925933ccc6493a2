import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { listLunch } from "./demoBenefits.ts";
import { demoHours, monthsOf } from "./demoHours.ts";
import { closeQuarters } from "./demoProfit.ts";
import { dairy, solarWorkshop } from "./demoProjects.ts";
import { buyDemoShares, offerDemoShares } from "./demoSales.ts";
import { type DemoTown, type Scene, playInOrder } from "./DemoTown.ts";
import { foundDemoTown } from "./foundDemoTown.ts";
import { openDemoChain } from "./openDemoChain.ts";
import { runBakery } from "./runBakery.ts";
import { runBrickYard } from "./runBrickYard.ts";
import { runLaundry } from "./runLaundry.ts";
import { startDemoBusiness, startProjects } from "./startProjects.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
const WEEKS = 13;

/**
 * How long ago the demo's town was founded: time for two sales, then thirteen weeks of hours. Long enough that, whatever
 * the date, a quarter of a year lies in it whose accounts are due and in which the last business had begun.
 */
const HISTORY = 189 * DAY;
const ALL_WEEKS = HISTORY / WEEK;

/** Told which week of the history is played, of how many. */
type OnWeek = (week: number, all: number) => void;

type Wishes = { onWeek?: OnWeek; secondsPerBlock?: number };

/**
 * Brings a demo town to life on a fresh local chain: founded half a year ago, a bakery owned by its residents whose
 * accounts came in time, a laundry whose sale failed, a workshop on sale to residents now and a dairy on sale to the
 * country, a brick yard whose accounts are overdue, twelve weeks of paid hours
 * and one under review, lunch for the last weeks, a guest house that is an idea, an upliftment project and a garden. The chain's clock ends at
 * the present.
 */
export async function playDemo(
  wantedPort?: number,
  { onWeek = () => undefined, secondsPerBlock }: Wishes = {},
): Promise<DemoTown> {
  const now = Math.floor(Date.now() / 1000);
  const begins = now - HISTORY;
  const onTime = (at: number) => onWeek(Math.min(Math.floor((at - begins) / WEEK) + 1, ALL_WEEKS), ALL_WEEKS);
  onTime(begins);
  const chain = await openDemoChain(begins, { wantedPort, onTime, secondsPerBlock });
  try {
    const demo = await foundDemoTown(chain, begins);
    await playHistory(demo, now);
    await chain.goTo(Math.floor(Date.now() / 1000));
    await chain.connection.networkHelpers.mine();
    return demo;
  } catch (failure) {
    await chain.close();
    throw failure;
  }
}

async function playHistory(demo: DemoTown, now: number): Promise<void> {
  const begins = now - HISTORY;
  await startProjects(demo);
  const bakery = await runBakery(demo, begins + OPENING_NOTICE + DAY);
  const workshop = await workshopSale(demo, now - 6 * DAY);
  await runLaundry(demo, begins + 46 * DAY);
  const milk = await dairySale(demo, now - 20 * DAY);

  const bricks = await runBrickYard(demo, now);

  const hours = demoHours(demo, bakery, { now, weeks: WEEKS });
  const lunch = { at: now - 60 * DAY, happen: () => listLunch(demo) };
  const accounts = closeQuarters(demo, bakery, { from: begins + 29 * DAY, now, months: monthsOf(now) });
  await playInOrder(demo, [...workshop, ...milk, ...bricks, ...hours, lunch, ...accounts], now);
}

/** Agreed long before it opens. Residents may buy for two more weeks. */
async function workshopSale(demo: DemoTown, opens: number): Promise<Scene[]> {
  const business = await startDemoBusiness(demo, solarWorkshop, opens + 49 * DAY);
  const sale = await offerDemoShares(demo, business, { opens, symbol: "SOLAR", days: [21, 14, 14] });
  return [{ at: opens, happen: () => buyDemoShares(demo, sale, [3, 8, 9, 20, 40, 56]) }];
}

/** Residents bought some in two weeks, so that since six days people of the whole country may. */
async function dairySale(demo: DemoTown, opens: number): Promise<Scene[]> {
  const business = await startDemoBusiness(demo, dairy, opens + 42 * DAY);
  const sale = await offerDemoShares(demo, business, { opens, symbol: "DAIRY", days: [14, 14, 14] });
  return [
    { at: opens, happen: () => buyDemoShares(demo, sale, [48, 49, 50, 51, 52, 59, 60, 61]) },
    { at: opens + 16 * DAY, happen: () => buyDemoShares(demo, sale, [64]) },
  ];
}
