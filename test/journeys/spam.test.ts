import { projectId } from "@one-small-town/core/projects/projects.ts";
import { expect } from "chai";
import type { Address } from "viem";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { serveWeb } from "../../scripts/web/serveWeb.ts";
import { spam } from "../fixture/spam.ts";
import { persons, sales } from "./support/demoIds.ts";
import { openPage } from "./support/openPage.ts";
import { openSlowNode } from "./support/slowNode.ts";
import { useStage } from "./support/useStage.ts";

const WEB_PORT = 14_373;
const TOWN = 1;
const BAKERY = projectId(TOWN, 4);

/** How much of each there is; with `EACH=1` each is in a block of its own. */
const SPAM = Number(process.env.SPAM ?? 1_500);
const IN_BLOCKS_OF_THEIR_OWN = process.env.EACH === "1";

/** Somebody far from a busy node, which tells all of the past at once. */
const NODE = { latency: 60, blocks: Number.POSITIVE_INFINITY, aSecond: Number.POSITIVE_INFINITY };

/**
 * Until a page shows what people come for, and until it has the past as well; and how much longer Verify may take than
 * before.
 */
const MOST = { seconds: 3, requests: 16, pastSeconds: 12, times: 2 };

/** Another share holder than the member. */
const OTHER = 20;

/** Each page, what people come for, and what there is only once the past is read. */
const rows = [
  { name: "Home", at: "#/", ready: /^Willowmere/, whole: /They match/ },
  { name: "Town", at: `#/town/${TOWN}`, ready: /^Willowmere Solar workshop$/, whole: /^Brick yard$/ },
  { name: "Project", at: `#/project/${BAKERY}`, ready: "How its profit is shared", whole: /deposits?$/ },
  { name: "Accountability", at: `#/project/${BAKERY}/accounts`, ready: "Head office", whole: "Accounts that came in" },
  { name: "Offering", at: `#/offering/${sales.bakery}`, ready: "Business plan", whole: "All owners" },
  { name: "My shares", at: "#/shares", ready: /^Claim/, whole: /^Claim/ },
  { name: "My weeks", at: "#/weeks", ready: /^Claim/, whole: /^Claim/ },
  { name: "My activity", at: "#/activity", ready: "My activity", whole: "Show the receipt" },
] as const;

describe(`A town after ${SPAM} ideas, ${SPAM} deposits of dust and ${SPAM} transfers of one share`, function () {
  this.timeout(1_800_000);
  const { stage } = useStage();

  it("shows every page as soon, and checks the books in not much more time", async () => {
    const before = await measure(0);
    const began = performance.now();
    await spamBakery();
    const took = (performance.now() - began) / 1000;
    const after = await measure(rows.length + 1);
    console.log(`      spam took ${took.toFixed(0)} s`);
    console.log(before.map((row, i) => `      ${describeRow(row, after[i] ?? row)}`).join("\n"));

    expect(after.flatMap((row, i) => faultsIn(before[i] ?? row, row))).to.deep.equal([]);
  });

  async function spamBakery(): Promise<void> {
    const { demo, contracts } = stage();
    const { token } = await contracts.shareOffering.assetOf(sales.bakery);
    const amounts = { ideas: SPAM, deposits: SPAM, transfers: SPAM };
    const target = {
      ethers: demo.chain.connection.ethers,
      deployment: demo.deployment,
      town: TOWN,
      business: BAKERY,
      token: token as Address,
      currency: (await demo.currency.getAddress()) as Address,
      member: personAt(demo.chain, 4),
      holders: [personAt(demo.chain, persons.member), personAt(demo.chain, OTHER)] as const,
      sender: personAt(demo.chain, persons.stranger),
    };
    await spam(target, amounts, IN_BLOCKS_OF_THEIR_OWN);
  }

  async function measure(from: number): Promise<Measured[]> {
    const measured: Measured[] = [];
    for (const [i, row] of rows.entries()) measured.push(await open(row, WEB_PORT + from + i));
    return [...measured, await verify(WEB_PORT + from + rows.length)];
  }

  async function open({ name, at, ready, whole }: (typeof rows)[number], port: number): Promise<Measured> {
    return through(name, port, async (visit, url, isReady) => {
      const shown = (words: RegExp | string) => visit.page.locator("main, header").getByText(words).first();
      await visit.page.goto(new URL(at, url).href, { waitUntil: "commit" });
      await shown(ready).waitFor({ timeout: 120_000 });
      isReady();
      await shown(whole).waitFor({ timeout: 120_000 });
    });
  }

  async function verify(port: number): Promise<Measured> {
    return through("Verify", port, async (visit, url, isReady) => {
      await visit.page.goto(new URL("verify.html", url).href, { waitUntil: "commit" });
      const end = visit.page.locator("button[aria-busy=false]", { hasText: "Check again" });
      await end.waitFor({ timeout: 600_000 });
      await visit.page.getByRole("heading", { name: "Every token and cent is accounted for" }).waitFor();
      isReady();
    });
  }

  type Visit = Awaited<ReturnType<typeof openPage>>;
  type Look = (visit: Visit, url: string, isReady: () => void) => Promise<void>;

  /** What a browser that has loaded nothing yet takes, with a wallet of an earlier visit. */
  async function through(name: string, port: number, look: Look) {
    const { browser, demo, folder, rpcUrl, settings } = stage();
    const node = await openSlowNode(rpcUrl, NODE);
    const slow = { ...settings, network: { ...settings.network, rpcUrl: node.url } };
    const web = await serveWeb(folder, { settings: slow }, port);
    const wallet = personAt(demo.chain, persons.member).address;
    const visit = await openPage(
      { browser, settings, rpcUrl, url: "about:blank" },
      { at: "about:blank", wallet, isConnected: true },
    );
    try {
      const began = performance.now();
      const secondsSo = () => (performance.now() - began) / 1000;
      let [seconds, requests] = [0, 0];
      await look(visit, web.url, () => ([seconds, requests] = [secondsSo(), node.asked.length]));
      const kilobytes = node.asked.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
      return { name, seconds, requests, pastSeconds: secondsSo(), kilobytes };
    } finally {
      await Promise.all([visit.close(), node.close(), web.close()]);
    }
  }
});

type Measured = { name: string; seconds: number; requests: number; pastSeconds: number; kilobytes: number };

function faultsIn(before: Measured, { name, seconds, requests, pastSeconds }: Measured): string[] {
  if (name === "Verify") {
    return seconds > before.seconds * MOST.times ? [`Verify took ${seconds} s, and ${before.seconds} s before`] : [];
  }
  return [
    ...(seconds > MOST.seconds ? [`${name} was ready after ${seconds} s`] : []),
    ...(requests > MOST.requests ? [`${name} asked ${requests} times`] : []),
    ...(pastSeconds > MOST.pastSeconds ? [`${name} had the past after ${pastSeconds} s`] : []),
  ];
}

function describeRow(before: Measured, after: Measured): string {
  const words = ({ seconds, requests, pastSeconds, kilobytes }: Measured) =>
    [
      `${seconds.toFixed(1)} s`.padStart(8),
      `${requests} requests`.padStart(15),
      `past ${pastSeconds.toFixed(1)} s`.padStart(14),
      `${kilobytes.toFixed(0)} kB`.padStart(10),
    ].join("");
  return `${before.name.padEnd(16)}${words(before)}  →${words(after)}`;
}
