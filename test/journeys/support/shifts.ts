import type { Page } from "playwright-core";

type Shift = { value: number; hadRecentInput: boolean };
type Globals = { shifts: number };

/** Counts from the first moment how much of the page jumps without the visitor's doing. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const globals = globalThis as unknown as Globals;
    globals.shifts = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as unknown as Shift[])
        if (!hadRecentInput) globals.shifts += value;
    }).observe({ type: "layout-shift" as "mark", buffered: true });
  });
}

/** The cumulative layout shift so far. */
export function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Globals).shifts);
}
