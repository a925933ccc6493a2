import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import type { Told } from "@one-small-town/core/history/file/Record.ts";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { encodeEventTopics, type Hex } from "viem";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { persons } from "./support/demoIds.ts";
import { layHistory } from "./support/layHistory.ts";
import { type Alter, alterAnswers } from "./support/node.ts";
import { useStage } from "./support/useStage.ts";

const HOLDS = "Every token and cent is accounted for";

function topicOf(eventName: "TimesheetSubmitted" | "ContributionsClaimed"): Hex {
  const [topic] = encodeEventTopics({ abi: contributionsEvents, eventName });
  return topic;
}

/** The same events with one of a kind changed. */
function change(kind: Hex, by: (event: Told) => Told[], nth = 0): (events: Told[]) => Told[] {
  return (events) => {
    let seen = 0;
    return events.flatMap((event) => (event.topics[0] === kind && seen++ === nth ? by(event) : [event]));
  };
}

/** The last word of an event's data, larger by one. */
const oneMore = (event: Told): Told => {
  const word = (BigInt(`0x${event.data.slice(-64)}`) + 1n).toString(16).padStart(64, "0");
  return { ...event, data: `${event.data.slice(0, -64)}${word}` as Hex };
};

describe("A history beside the pages", () => {
  const { stage, visit, expectProblems } = useStage();

  type Laid = Parameters<typeof layHistory>[2];

  async function verify(laid: Laid, alter: Alter = (_, answer) => answer) {
    let asked = 0;
    const counting: Alter = (request, answer) => {
      if (request.method === "eth_getLogs") asked++;
      return alter(request, answer);
    };
    const { page } = await visit({
      at: "verify.html",
      prepare: async (to) => {
        await layHistory(to, stage(), laid);
        await alterAnswers(to, stage().rpcUrl, counting);
      },
    });
    await page.getByRole("button", { name: "Check again" }).waitFor({ timeout: 20_000 });
    return { page, asked: () => asked };
  }

  const says = (page: Page, words: RegExp) => page.getByText(words).waitFor({ timeout: 20_000 });

  it("tells what happened: the node is asked for the end of it, and for some ranges to compare", async () => {
    const { page, asked } = await verify({ behind: 5 });
    await page.getByRole("heading", { name: HOLDS }).waitFor();
    await says(page, /Sums agree\. [1-9]\d* of \d+ ranges were compared with your node\. Times and documents outside/);
    await says(page, /The history ends on .*; the \d* ?days? since comes? from the node\./);

    expect(asked()).to.be.lessThan(40);
  });

  it("is set aside where a sum does not agree, and all is read from the node", async () => {
    const { page } = await verify({ told: change(topicOf("ContributionsClaimed"), () => []) });
    await says(page, /The history beside this page does not match the contracts: “.*” did not add up with it/);
    await says(page, /Reading from the node takes about (a|\d+) minutes?\./);
    await page.getByRole("heading", { name: HOLDS }).waitFor({ timeout: 20_000 });
  });

  it("is found out by a range where no sum says anything, and the block’s receipts say who is wrong", async () => {
    const { page } = await verify({ told: change(topicOf("TimesheetSubmitted"), (event) => [oneMore(event)]) });
    await says(
      page,
      /In blocks \d+ to \d+ the node and the history differ\. The block’s receipts say that the history/,
    );
    await page.getByRole("heading", { name: HOLDS }).waitFor({ timeout: 20_000 });
  });

  it("is right where a node leaves something out", async () => {
    const kind = topicOf("TimesheetSubmitted");
    const without: Alter = ({ method }, answer) => {
      if (method !== "eth_getLogs" || "error" in answer) return answer;
      return { result: (answer.result as { topics: Hex[] }[]).filter(({ topics }) => topics[0] !== kind) };
    };
    const { page } = await verify({}, without);
    await page.getByRole("heading", { name: HOLDS }).waitFor();
    await says(
      page,
      /In blocks \d+ to \d+ the node and the history differ\. The block’s receipts say that the node left/,
    );
  });

  for (const [what, file] of [
    ["does not come", () => null],
    ["is cut off", (_: string, bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["is something else", () => Buffer.from("<html>Not found</html>")],
  ] as const) {
    it(`is done without where it ${what}`, async () => {
      expectProblems(/404/);
      const { page } = await verify({ file: (name, bytes) => (name === "index.json" ? file(name, bytes) : bytes) });
      await page.getByRole("heading", { name: HOLDS }).waitFor();
      await says(page, /The history could not be loaded\. Everything else works\./);
    });

    it(`is done without where a part of it ${what}`, async () => {
      expectProblems(/404/);
      const { page } = await verify({ file: (name, bytes) => (name === "index.json" ? bytes : file(name, bytes)) });
      await page.getByRole("heading", { name: HOLDS }).waitFor();
      await says(page, /The history could not be loaded\. Everything else works\./);
    });
  }

  it("is read from this device the second time", async () => {
    const { page } = await verify({});
    await says(page, /Sums agree/);
    const again: string[] = [];
    page.on("request", (request) => again.push(request.url()));
    await page.reload();
    await says(page, /Sums agree/);

    expect(again.filter((url) => url.includes("/history/index.json")).length).to.equal(1);
    expect(again.filter((url) => url.endsWith(".json.gz"))).to.deep.equal([]);
  });

  it("tells a member what happened to them, each with its receipt", async () => {
    const { page } = await visit({
      at: "#/activity",
      wallet: personAt(stage().demo.chain, persons.member).address,
      isConnected: true,
      prepare: (to) => layHistory(to, stage(), { behind: 2 }).then(() => undefined),
    });
    await page.getByText(/The history ends on/).waitFor();
    await page.getByRole("link", { name: "Receipt" }).last().click();
    await page.getByRole("heading", { name: "What happened" }).waitFor();
  });
});
