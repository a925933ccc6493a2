import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { findOverflow, nextFrames } from "./inPage.ts";

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

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA on a page as it stands: one line for each element. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const { violations, incomplete } = await page.evaluate(runAxe, RULES);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ""}`),
  );
  return [...found, ...invisibleWords(incomplete)];
}

/** Words in the colour of what is behind them, which axe takes for hidden on purpose. */
function invisibleWords(incomplete: AxeResults["incomplete"]): string[] {
  return incomplete.flatMap(({ nodes }) =>
    nodes
      .filter(({ any }) => (any[0]?.data as { messageKey?: string } | undefined)?.messageKey === "equalRatio")
      .map(({ html }) => `invisible: ${html}`),
  );
}

async function runAxe(rules: string[]): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
  return axe.run({ runOnly: rules, resultTypes: ["violations", "incomplete"] });
}
