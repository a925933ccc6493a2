import type { Page } from "playwright-core";

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
