import type { HouseBar } from "./HouseBars.tsx";

/** Fewer houses than this look lost on a wide street, and more than twice as many are too thin to read. */
const PLOTS = 12;

/** A house for each figure, of many only for the newest, and empty plots beside few. */
export function streetOf(figures: readonly bigint[]): (HouseBar | null)[] {
  const houses = figures.map((figure, key) => ({ key, above: Number(figure) })).slice(-2 * PLOTS);
  return [...houses, ...Array.from({ length: Math.max(0, PLOTS - houses.length) }, () => null)];
}
