import type { Page } from "playwright-core";

/** Runs in the page: whether an element has the focus. */
export function hasFocus(element: unknown): boolean {
  return (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement === element;
}

/** The browser has drawn the page anew. */
export function nextFrames(): Promise<void> {
  const { requestAnimationFrame: draw } = globalThis as unknown as {
    requestAnimationFrame: (callback: () => void) => void;
  };
  return new Promise((resolve) => draw(() => draw(resolve)));
}

type Painted = {
  document: {
    documentElement: { style: { setProperty: (name: string, value: string) => void } };
    body: unknown;
    getAnimations: () => unknown[];
  };
  getComputedStyle: (element: unknown) => { color: string };
};

/** Runs in the page: how many elements are still on the way when a colour of the page has just become another. */
export function changeColours(): number {
  const { document, getComputedStyle } = globalThis as unknown as Painted;
  for (const name of ["--ink", "--soft"]) document.documentElement.style.setProperty(name, "rgb(1, 2, 3)");
  return getComputedStyle(document.body).color === "rgb(1, 2, 3)" ? document.getAnimations().length : -1;
}

/** As in a language that is written from right to left. */
export async function turnRound(page: Page): Promise<void> {
  await page.locator("html").evaluate((root: { dir: string }) => void (root.dir = "rtl"));
}

type Shift = { value: number; hadRecentInput: boolean };
type ShiftGlobals = { shifts: number };

/** Counts from the first moment how much of the page jumps without the visitor's doing. */
export async function noteLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const globals = globalThis as unknown as ShiftGlobals;
    globals.shifts = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as unknown as Shift[])
        if (!hadRecentInput) globals.shifts += value;
    }).observe({ type: "layout-shift" as "mark", buffered: true });
  });
}

/** The cumulative layout shift so far. */
export function layoutShiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as ShiftGlobals).shifts);
}

type Box = { left: number; right: number };
type Element = { getBoundingClientRect: () => Box; outerHTML: string; closest: (selector: string) => unknown };
type Globals = {
  innerWidth: number;
  document: { documentElement: { scrollWidth: number }; querySelectorAll: (selector: string) => Iterable<Element> };
};

/** Elements that make a page wider than its window; none where nobody has to scroll sideways. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as Globals;
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    return wide.length === 0 ? ["the page"] : wide.map(({ outerHTML }) => outerHTML.slice(0, 160));
  });
}
