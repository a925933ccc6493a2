import type { Page } from "playwright-core";
import { findOverflow } from "./findOverflow.ts";
import { findViolations } from "./findViolations.ts";
import { nextFrames } from "./nextFrames.ts";

const HEIGHT = 800;

/** What keeps somebody from using a page as it stands: in either theme, on a phone and a desk. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  await page.setViewportSize({ width: 320, height: HEIGHT });
  for (const wide of await findOverflow(page)) faults.add(`wider than 320: ${wide}`);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(nextFrames);
      for (const fault of await findViolations(page)) faults.add(`${width} ${colorScheme}: ${fault}`);
    }
  }
  return [...faults];
}
