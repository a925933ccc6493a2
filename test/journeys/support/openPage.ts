import { type Browser, type Locator, type Page, errors } from "playwright-core";
import type { Stage } from "./openStage.ts";
import { TestWallet, WALLET_NAME } from "./testWallet.ts";
import { type PageRecord, watchPage } from "./watchPage.ts";

export type Visitor = {
  /** Where the visit begins: "#/town/1" or "verify.html". */
  at?: string;
  /** The account of their wallet, or the wallet; none when absent. */
  wallet?: string | TestWallet;
  /** Whether the wallet was connected on an earlier visit. */
  isConnected?: boolean;
  width?: number;
  theme?: "light" | "dark";
  /** Before anything is loaded, for example to answer for the node. */
  prepare?: (page: Page) => Promise<void>;
};

export type Visit = {
  page: Page;
  wallet: TestWallet;
  record: PageRecord;
  /** How often the visitor tapped. */
  taps: () => number;
  tap: (target: Locator) => Promise<void>;
  go: (route: string) => Promise<void>;
  close: () => Promise<void>;
};

/** A visitor opens the dApp in a browser profile of their own. */
export async function openPage(
  { browser, url, rpcUrl, settings }: Pick<Stage, "url" | "rpcUrl" | "settings"> & { browser: Browser },
  { at = "", wallet, isConnected = false, width = 360, theme = "light", prepare }: Visitor = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: theme,
    hasTouch: width < 600,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const record = watchPage(page);
  const theirs = typeof wallet === "object" ? wallet : new TestWallet({ address: wallet ?? "", rpcUrl });
  if (wallet !== undefined) await theirs.attach(page);
  if (isConnected) await rememberWallet(page, theirs, settings.deployment.startBlockHash);
  await prepare?.(page);

  let taps = 0;
  const go = (route: string) => page.goto(new URL(route, url).href).then(() => untilQuiet(page));
  await go(at);
  return {
    page,
    wallet: theirs,
    record,
    go,
    taps: () => taps,
    async tap(target) {
      taps++;
      await target.click();
    },
    close: () => context.close(),
  };
}

/** The page has read what it shows. One that polls a node that hangs never rests, and is taken as it is. */
async function untilQuiet(page: Page): Promise<void> {
  try {
    await page.waitForLoadState("networkidle", { timeout: 3_000 });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
}

/** All that a page reads stands there: nothing moves any more under a finger. */
export async function allRead(page: Page): Promise<void> {
  await page.getByText("Reading the chain …").first().waitFor({ state: "detached" });
}

/** What wagmi keeps of an earlier visit. */
async function rememberWallet(page: Page, wallet: TestWallet, deployment: string): Promise<void> {
  wallet.allow();
  await page.addInitScript(
    ([key, id]) => {
      const { localStorage } = globalThis as unknown as { localStorage: { setItem: (k: string, v: string) => void } };
      localStorage.setItem(key, JSON.stringify(id));
    },
    [`wallet.${deployment}.recentConnectorId`, "test.wallet"] as const,
  );
}

/** Connects the test wallet through the sheet, as a person does: one prompt. */
export async function connectWallet({ page, wallet, tap }: Visit): Promise<void> {
  await tap(page.getByRole("button", { name: "Connect", exact: true }));
  await tap(page.getByRole("button", { name: `Connect with ${WALLET_NAME}` }));
  await wallet.approve("eth_requestAccounts");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
