import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { serveWeb } from "../../scripts/web/serveWeb.ts";
import { takeBlock } from "./support/chainClock.ts";
import { persons, sales } from "./support/demoIds.ts";
import { openPage, type Visit } from "./support/openPage.ts";
import { openSlowNode, type SlowNode } from "./support/slowNode.ts";
import { useStage } from "./support/useStage.ts";

const WEB_PORT = 14_273;
const TOWN = 1;
const BAKERY = projectId(TOWN, 4);

/** What a public node without a key does, on a chain of 600,000 blocks. */
const NODE = { latency: 60, blocks: 2_000, aSecond: 10 };

/** After so many milliseconds the last page that was opened has read all, too. */
const UNTIL_STILL = 5_000;

/** What may pass until somebody can act, and what a page may ask for. */
const MOST = { seconds: 3, requests: 12, toWallet: 1, aMinute: 4, moved: 2 };

type Row = {
  name: string;
  at: string;
  /** Whether somebody opens it who may buy; a member with something to claim otherwise. */
  buyer?: boolean;
  isReady: (page: Page) => Locator;
  /** What asks the wallet. */
  act?: (page: Page) => Locator;
};

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
    buyer: true,
    isReady: button(/^Buy 1 share for/),
    act: button(/^Buy 1 share for/),
  },
  { name: "My shares", at: "#/shares", isReady: button(/^Claim/), act: button(/^Claim/) },
  { name: "My weeks", at: "#/weeks", isReady: button(/^Claim/), act: button(/^Claim/) },
  { name: "My activity", at: "#/activity", isReady: button("Read it now") },
];

describe("A public node on a chain of 600,000 blocks", function () {
  this.timeout(300_000);
  const { stage } = useStage();

  it("lets people act soon on every page, and is asked little by those who look on", async () => {
    const opened: Opened[] = [];
    try {
      for (const [i, row] of rows.entries()) opened.push(await open(row, WEB_PORT + i));
      await new Promise((resolve) => setTimeout(resolve, UNTIL_STILL));
      const moved: number[] = [];
      for (const { row, visit, top } of opened) moved.push(Math.abs((await topOf(row.isReady(visit.page))) - top));
      const looking = await lookOn(opened);
      const measured: Measured[] = [];
      for (const [i, page] of opened.entries()) {
        const [still = 0, aMinute = 0] = [moved[i], looking[i]];
        measured.push({ ...page.measured, moved: still, aMinute, toWallet: await toWallet(page) });
      }
      console.log(measured.map((each) => `      ${describeMeasured(each)}`).join("\n"));

      expect(measured.flatMap(faultsIn)).to.deep.equal([]);
    } finally {
      for (const { close } of opened) await close();
    }
  });

  /** A page, opened by somebody with a wallet of an earlier visit, whose browser has loaded nothing yet. */
  async function open(row: Row, port: number): Promise<Opened> {
    const { browser, demo, folder, rpcUrl, settings } = stage();
    const node = await openSlowNode(rpcUrl, NODE);
    const slow = { ...settings, network: { ...settings.network, rpcUrl: node.url } };
    const web = await serveWeb(folder, { settings: slow }, port);
    const wallet = personAt(demo.chain, row.buyer ? persons.resident : persons.member).address;
    const site = { browser, settings, rpcUrl, url: "about:blank" };
    const visit = await openPage(site, { at: "about:blank", wallet, isConnected: true });

    const began = performance.now();
    await visit.page.goto(new URL(row.at, web.url).href, { waitUntil: "commit" });
    await row.isReady(visit.page).waitFor({ timeout: 30_000 });
    const seconds = (performance.now() - began) / 1000;
    const asked = [...node.asked];
    const top = await topOf(row.isReady(visit.page));
    return {
      row,
      visit,
      node,
      top,
      measured: {
        name: row.name,
        seconds,
        requests: asked.length,
        kilobytes: asked.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
        methods: asked.map(({ method, bytes }) => `${method} ${bytes}`),
      },
      close: async () => void (await Promise.all([visit.close(), node.close(), web.close()])),
    };
  }

  /** How often each page asks in a minute, just short of one, in which blocks come. */
  async function lookOn(pages: readonly Opened[]): Promise<number[]> {
    pages.forEach(({ node }) => node.forget());
    for (let second = 0; second < 60; second += 6) {
      await new Promise((resolve) => setTimeout(resolve, 5_900));
      await takeBlock(stage());
    }
    return pages.map(({ node }) => node.asked.length);
  }
});

type Figures = {
  name: string;
  seconds: number;
  requests: number;
  kilobytes: number;
  methods: readonly string[];
};
type Measured = Figures & {
  /** Pixels by which what somebody is about to tap moved when the rest came. */
  moved: number;
  aMinute: number;
  toWallet: number | null;
};
type Opened = { row: Row; visit: Visit; node: SlowNode; top: number; measured: Figures; close: () => Promise<void> };

/** Seconds from a tap to the wallet's question; null where there is nothing to tap. */
async function toWallet({ row: { act }, visit: { page, tap, wallet } }: Opened): Promise<number | null> {
  if (act === undefined) return null;
  const tapped = performance.now();
  await tap(act(page));
  await wallet.wait("eth_sendTransaction");
  return (performance.now() - tapped) / 1000;
}

/** Where something stands on the page, in pixels. */
async function topOf(target: Locator): Promise<number> {
  return (await target.boundingBox())?.y ?? 0;
}

function faultsIn({ name, seconds, requests, methods, aMinute, toWallet: asked, moved }: Measured): string[] {
  return [
    ...(seconds > MOST.seconds ? [`${name} was ready after ${seconds} s`] : []),
    ...(requests > MOST.requests ? [`${name} asked ${requests} times: ${methods.join(", ")}`] : []),
    ...((asked ?? 0) > MOST.toWallet ? [`${name} asked the wallet after ${asked} s`] : []),
    ...(aMinute > MOST.aMinute ? [`${name} asked ${aMinute} times in a minute`] : []),
    ...(moved > MOST.moved ? [`${name} moved by ${moved} pixels`] : []),
  ];
}

function describeMeasured({ name, seconds, requests, kilobytes, aMinute, toWallet: asked, moved }: Measured): string {
  return [
    name.padEnd(16),
    `${seconds.toFixed(1)} s`.padStart(7),
    `${requests} requests`.padStart(14),
    `${kilobytes.toFixed(0)} kB`.padStart(8),
    `${aMinute} a minute`.padStart(13),
    `moved by ${moved.toFixed(0)} px`.padStart(18),
    asked === null ? "" : `  wallet asked after ${asked.toFixed(2)} s`,
  ].join(" ");
}
