import type { Page } from "playwright-core";

/** The node does not answer this page any more, until `page.unrouteAll()`. */
export async function cutOff(page: Page, rpcUrl: string): Promise<void> {
  await page.route(`${rpcUrl}/**`, (route) => route.abort("connectionrefused"));
}
