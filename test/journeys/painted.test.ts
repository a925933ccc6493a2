import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { personAt } from "../../scripts/demo/DemoTown.ts";
import { alterStrings } from "../support/alterStrings.ts";
import { harmIn, hostileSequences, hostileText } from "../support/hostile.ts";
import { persons } from "./support/demoIds.ts";
import { alterAnswers } from "./support/node.ts";
import { allRead } from "./support/openPage.ts";
import { pages } from "./support/pages.ts";
import { useStage } from "./support/useStage.ts";

/** What the demo's chain tells that is short: names of its town and businesses, their signs, its currency. */
const NAMES = [
  ...["Willowmere", "Willowmere Bakery", "Willowmere Solar workshop", "Willowmere Laundry", "Willowmere Dairy", "TUSD"],
  ...["BAKERY", "SOLAR", "LAUNDRY", "DAIRY", "Willowmere Foundation"],
];

const ROUNDS = 4;

/** A text of at most 31 bytes for each name, so that every sequence is in one of them in some round. */
function paintedNames(round: number): Map<string, string> {
  const parts: string[] = [""];
  for (const sequence of hostileSequences) {
    const last = `${parts.at(-1)}z${sequence}`;
    if (Buffer.byteLength(last) <= 31) parts[parts.length - 1] = last;
    else parts.push(`z${sequence}`.slice(0, 15));
  }
  const each = Math.ceil(parts.length / ROUNDS);
  const some = parts.slice(round * each, (round + 1) * each);
  return new Map(NAMES.map((name, i) => [name, some[i % some.length] ?? ""]));
}

describe(`Pages in which strangers write (${hostileSequences.length} sequences)`, () => {
  const { stage, visit, expectProblems } = useStage();

  for (const { name, at } of pages.filter(({ at: route }) => route !== "#/nowhere")) {
    it(`show nothing that paints over them: ${name}`, async function () {
      this.timeout(90_000);
      const wallet = personAt(stage().demo.chain, persons.member).address;
      const look = async (round: number) => {
        const paint = alterStrings(paintedNames(round));
        const prepare = (to: Page) =>
          alterAnswers(to, stage().rpcUrl, (_, answer) =>
            "error" in answer ? answer : { result: paint(answer.result) },
          );
        const { page, close } = await visit({ at, prepare, ...(at.startsWith("#") && { wallet, isConnected: true }) });
        await allRead(page);

        const words = await wordsOn(page);
        expect(harmIn(words), `round ${round}`).to.deep.equal([]);
        if (name === "Town") expect(words.split("\n")[0], "the name is painted").not.to.include("Willowmere");
        await close();
      };
      await Promise.all(Array.from({ length: ROUNDS }, (_, round) => look(round)));
    });

    it(`show nothing of what a node could paint with its refusals: ${name}`, async () => {
      expectProblems(/.*/);
      const prepare = (to: Page) =>
        alterAnswers(to, stage().rpcUrl, ({ method }, answer) =>
          method === "eth_call" || method === "eth_getLogs"
            ? { error: { code: -32_000, message: hostileText } }
            : answer,
        );
      const { page } = await visit({ at, prepare });

      expect(harmIn(await wordsOn(page))).to.deep.equal([]);
    });
  }

  it("saves files in which nothing is hidden either", async () => {
    const paint = alterStrings(paintedNames(1));
    const { page, tap } = await visit({
      at: "verify.html",
      prepare: (to) =>
        alterAnswers(to, stage().rpcUrl, (_, answer) =>
          "error" in answer ? answer : { result: paint(answer.result) },
        ),
    });
    await page.getByRole("button", { name: "Who holds shares" }).waitFor({ timeout: 20_000 });
    const coming = page.waitForEvent("download");
    await tap(page.getByRole("button", { name: "Who holds shares" }));
    const file = await coming;

    expect(harmIn(readFileSync(await file.path(), "utf8").replaceAll("\r\n", "\n"))).to.deep.equal([]);
    expect(harmIn(file.suggestedFilename())).to.deep.equal([]);
  });
});

/** All that a page says, to the eye and to the ear; figures are set apart by narrow spaces of ours, names by marks. */
async function wordsOn(page: Page): Promise<string> {
  const words = await page.evaluate(() => {
    type Element = { textContent: string | null; getAttribute: (name: string) => string | null };
    const { document } = globalThis as unknown as {
      document: { title: string; querySelectorAll: (selector: string) => Iterable<Element> };
    };
    const names = ["aria-label", "title", "alt", "value", "placeholder", "download"];
    const said = [...document.querySelectorAll("body, body *")].flatMap((element) => [
      ...names.flatMap((name) => element.getAttribute(name) ?? []),
    ]);
    const [body] = document.querySelectorAll("body");
    return [document.title, body?.textContent ?? "", ...said];
  });
  return words
    .join("\n")
    .replace(/\u2068([^\u2066-\u2069]*)\u2069/gu, "$1")
    .replace(/(?<=\d)[\u00a0\u202f]|[\u00a0\u202f](?=\d)/gu, " ");
}
