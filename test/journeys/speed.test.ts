import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { serveWeb } from "../../scripts/web/serveWeb.ts";
import { persons, sales } from "./support/demoIds.ts";
import { openPage, type Visit } from "./support/openPage.ts";
import { openSlowNode, type SlowNode } from "./support/slowNode.ts";
import { useStage } from "./support/useStage.ts";

const WEB_PORT = 14_273;
const TOWN = 1;
const BAKERY = projectId(TOWN, 4);

/** What a public node without a key does, on a chain of 600,000 blocks. */
const NODE = { latency: 60, blocks: 2_000, aSecond: 10 };

/** What may pass until somebody can act, and what a page may ask for. */
const MOST = { seconds: 3, requests: 12, toWallet: 1, aMinute: 4, moved: 2 };

type Row = { name: string; at: string; isReady: (page: Page) => Locator; act?: (page: Page) => Locator };

const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole("main").getByRole("button", { name, disabled: false }).first();
const link = (name: string | RegExp) => (page: Page) => page.getByRole("main").getByRole("link", { name }).first();
const text = (words: string | RegExp) => (page: Page) => page.getByRole("main").getByText(words).first();

/** Every page, and when somebody can act on it: with the figures there that the next tap depends on. */
const rows: Row[] = [
  { name: "Home", at: "#/", isReady: link(/^Willowmere South Africa/) },
  { name: "Town", at: `#/town/${TOWN}`, isReady: link(/Solar workshop/) },
  { name: "Project", at: `#/project/${BAKERY}`, isReady: link(/^Willowmere Bakery$/) },
  { name: "Accountability", at: `#/project/${BAKERY}/accounts`, isReady: text("Head office") },
  {
    name: "Offering",
    at: `#/offering/${sales.workshop}`,
    isReady: button(/^Buy 1 share for/),
    act: button(/^Buy 1 share for/),
  },
  { name: "My shares", at: "#/shares", isReady: button(/^Claim/), act: button(/^Claim/) },
  { name: "My weeks", at: "#/weeks", isReady: button(/^Claim/), act: button(/^Claim/) },
  { name: "My activity", at: "#/activity", isReady: button("Read it now") },
];

describe("A public node on a chain of 600,000 blocks", function () {
  this.timeout(200_000);
  const { stage } = useStage();
  let node: SlowNode;
  let web: { url: string; close: () => Promise<void> };

  beforeEach(async () => {
    node = await openSlowNode(stage().rpcUrl, NODE);
    const { settings, folder } = stage();
    const slow = { ...settings, network: { ...settings.network, rpcUrl: node.url } };
    web = await serveWeb(folder, { settings: slow }, WEB_PORT);
  });
  afterEach(async () => {
    await Promise.all([node.close(), web.close()]);
  });

  for (const row of rows) {
    it(`lets people act soon, and asks little: ${row.name}`, async () => {
      const wallet = personAt(stage().demo.chain, row.name === "Offering" ? persons.resident : persons.member).address;
      const visit = await openSlowly({ wallet });
      try {
        const measured = await measure(visit, row);
        console.log(`      ${describeMeasured(row.name, measured)}`);
        expect(measured.seconds).to.be.at.most(MOST.seconds);
        expect(measured.requests, measured.methods).to.be.at.most(MOST.requests);
        expect(measured.toWallet ?? 0).to.be.at.most(MOST.toWallet);
        expect(measured.aMinute).to.be.at.most(MOST.aMinute);
        expect(measured.moved).to.be.at.most(MOST.moved);
      } finally {
        await visit.close();
      }
    });
  }

  /** A visit with a wallet of an earlier visit, which has loaded nothing yet. */
  async function openSlowly({ wallet }: { wallet: string }): Promise<Visit> {
    const { browser, settings } = stage();
    const visit = await openPage(
      { browser, settings, rpcUrl: stage().rpcUrl, url: "about:blank" },
      { at: "about:blank", wallet, isConnected: true },
    );
    node.forget();
    return visit;
  }

  async function measure(visit: Visit, { at, isReady, act }: Row) {
    const { page, tap, wallet } = visit;
    const began = performance.now();
    await page.goto(new URL(at, web.url).href, { waitUntil: "commit" });
    await isReady(page).waitFor({ timeout: 20_000 });
    const seconds = (performance.now() - began) / 1000;
    const asked = [...node.asked];
    const methods = asked
      .map(({ method, bytes, at }) => `${(at - (asked[0]?.at ?? 0)).toFixed(0)} ms ${method} ${bytes}`)
      .join("\n");
    const bytes = asked.reduce((sum, each) => sum + each.bytes, 0);

    const top = await topOf(isReady(page));
    await page.waitForTimeout(5_000);
    const moved = Math.abs((await topOf(isReady(page))) - top);
    node.forget();
    await page.waitForTimeout(30_000);
    const aMinute = node.asked.length * 2;

    let toWallet: number | undefined;
    if (act !== undefined) {
      const tapped = performance.now();
      await tap(act(page));
      await wallet.wait("eth_sendTransaction");
      toWallet = (performance.now() - tapped) / 1000;
    }
    return { seconds, requests: asked.length, methods, kilobytes: bytes / 1000, aMinute, moved, toWallet };
  }
});

/** Where something stands on the page, in pixels. */
async function topOf(target: Locator): Promise<number> {
  return (await target.boundingBox())?.y ?? 0;
}

type Measured = {
  methods: string;
  moved: number;
  seconds: number;
  requests: number;
  kilobytes: number;
  aMinute: number;
  toWallet: number | undefined;
};

function describeMeasured(name: string, { seconds, requests, kilobytes, aMinute, toWallet }: Measured): string {
  return [
    name.padEnd(16),
    `${seconds.toFixed(1)} s`.padStart(7),
    `${requests} requests`.padStart(14),
    `${kilobytes.toFixed(0)} kB`.padStart(8),
    `${aMinute} a minute`.padStart(13),
    toWallet === undefined ? "" : `wallet asked after ${toWallet.toFixed(2)} s`,
  ].join(" ");
}
