import type { Page } from "playwright-core";

/** As in a language that is written from right to left. */
export async function turnRound(page: Page): Promise<void> {
  await page.locator("html").evaluate((root: { dir: string }) => void (root.dir = "rtl"));
}
