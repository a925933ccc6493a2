import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { blindSpotWords } from "../scripts/audit/words/verifyWords.ts";
import * as authority from "@one-small-town/core/rules/Authority.ts";
import * as contributions from "@one-small-town/core/rules/Contributions.ts";
import * as deeds from "@one-small-town/core/rules/Deeds.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import * as releases from "@one-small-town/core/rules/Releases.ts";
import * as succession from "@one-small-town/core/rules/Succession.ts";
import { MAX_MEMBERS } from "@one-small-town/core/rules/Timesheet.ts";
import * as towns from "@one-small-town/core/rules/TownRegistry.ts";
import * as treasury from "@one-small-town/core/rules/TownTreasury.ts";

const papers = globSync(["*.md", "{docs,contracts,core,test,.github}/**/*.md"]).sort();
const commands = Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object }).scripts);

function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** Without examples of code, where brackets are none of ours. */
function proseOf(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, "").replaceAll(/`[^`\n]*`/g, "");
}

/** The names by which a paper's headings are linked to, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replaceAll(/^```.*?^```$/gms, "").matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) => words);
  return headings.map((words) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function leadsNowhere(link: string, file: string, text: string): boolean {
  if (/^https?:/.test(link)) return false;
  const [to = "", anchor] = link.split("#");
  if (to === "") return !anchorsOf(text).includes(anchor ?? "");
  const target = path.join(path.dirname(file), to);
  return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
}

function brokenLinksIn(file: string, text: string): string[] {
  const links = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => leadsNowhere(link, file, text));
}

/** Files named behind a linked folder, as in "[core/hours](core/hours): `weeks.ts`", that are not in it. */
function missingFilesIn(file: string, text: string): string[] {
  const lists = [...text.matchAll(/\]\(([^)\s]+)\): ((?:`[\w.]+\.\w+`(?:, )?)+)/g)];
  return lists.flatMap(([, folder = "", names = ""]) =>
    [...names.matchAll(/`([^`]+)`/g)]
      .map(([, name = ""]) => path.join(path.dirname(file), folder, name))
      .filter((named) => !existsSync(named)),
  );
}

/** Folders that begin a row of a table, and are not there. */
function missingFoldersIn(file: string, text: string): string[] {
  const folders = [...text.matchAll(/^\| `([\w/]+)\/`/gm)].map(([, folder = ""]) => folder);
  return folders.filter((folder) => !existsSync(path.join(path.dirname(file), folder)));
}

function unknownCommandsIn(text: string): string[] {
  const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = ""]) => name);
  return [...new Set(named)].filter((name) => !commands.includes(name));
}

/** What two papers say of the contracts' rules, with the numbers that the contracts have. */
function sayings(): Record<string, string[]> {
  const days = (seconds: number) => seconds / 86_400;
  const percent = (basisPoints: number) => `${basisPoints / 100} %`;
  const count = (number: number) => number.toLocaleString("en");
  const word = (number: number) => ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"][number];
  const { LEAST_ATTESTATION_LIMIT: least, MOST_ATTESTATION_LIMIT: most, DEFAULT_ATTESTATION_LIMIT: usual } = towns;
  return {
    "SECURITY.md": [
      `(${count(least)}–${count(most)}, default ${count(usual)})`,
      `${usual} a week unless head office lets it be more`,
      `or ${days(succession.LAPSES_AFTER)} days have passed`,
      `one of more than ${word(contributions.OPEN_WEEKS)} weeks ago`,
      `${word(days(contributions.REVIEW))} days before it counts; ${word(days(contributions.JUMP_REVIEW))} when`,
      `than ${contributions.JUMP_PERCENT} % of the electors and ten`,
      `seen for ${word(days(contributions.AMENDED_REVIEW))} days`,
      `nobody new decides anything for ${word(contributions.ELECTORS_AFTER)} full weeks`,
      `beyond ${percent(deeds.INVESTORS_CEILING)} for investors`,
      `less than ${percent(deeds.COMMUNITY_FLOOR)} of a profit`,
      `one in ${word(treasury.OBJECTING_PART)} of the town's electors (at least ${word(treasury.LEAST_OBJECTIONS)})`,
      `fewer than ${word(treasury.LEAST_ELECTORS)} members besides the Town Ambassador`,
      `${word(treasury.MOST_OPEN)} may wait at a time`,
      `holders of one in ${word(releases.BLOCKING_PART)} shares`,
      `one in ${word(releases.BLOCKING_PART_AGAIN)} from the second time on, ${days(releases.ASK_AGAIN_AFTER)} days after`,
      `in office for ${days(succession.IN_OFFICE_FOR)} days`,
      `between ${days(authority.LEAST_HEAD_OFFICE_DELAY)} and ${days(authority.MOST_HEAD_OFFICE_DELAY)} days`,
      `divided again after ${days(DORMANT_FOR)} days`,
      `more than sixteen weeks back`,
      `a timesheet holds ${count(MAX_MEMBERS)} members`,
    ],
    "contracts/README.md": [
      `anyone, ${days(DORMANT_FOR)} days after the vacancy began`,
      `else after ${days(authority.SUCCESSION_DELAY)} days`,
      `confirmed within ${days(authority.NAMING_LASTS)} days by the Country Ambassador`,
      `from ${word(days(succession.OBJECTION_TIME))} days on by both ambassadors`,
      `in office for ${days(succession.IN_OFFICE_FOR)} days`,
      `open are the ended weeks of the last ${word(contributions.OPEN_WEEKS)}`,
      `lasts ${word(days(contributions.REVIEW))} days, ${word(days(contributions.JUMP_REVIEW))} for a jump`,
      `waits ${days(releases.REQUEST_LASTS)} days`,
      `paid by anyone from ${days(releases.RELEASE_DELAY)} days later on, for ${days(releases.PAYABLE_FOR)} days`,
      `after ${days(releases.STALLED_AFTER)} days without a release`,
      `${days(releases.WIND_UP_DELAY)} days later escrow is a dividend`,
      `approved within ${days(treasury.APPROVAL_PERIOD)} days`,
      `(${days(treasury.OBJECTION_PERIOD)} days for objections) → spent within ${days(treasury.EXECUTION_PERIOD)} days`,
    ],
  };
}

describe("the papers", () => {
  it("say what one node can hide as the Verify page and the audit do", () => {
    const bullets = [...read("SECURITY.md").matchAll(/^- .*(?:\n {2}.*)*/gm)].map(([bullet]) =>
      bullet.slice(2).replaceAll(/\s+/g, " "),
    );
    const words = Object.values(blindSpotWords).map(({ message = "" }) => message);
    expect(words.filter((one) => !bullets.includes(one))).to.deep.equal([]);
    const first = bullets.indexOf(words[0] ?? "");
    expect(bullets.slice(first, first + words.length)).to.deep.equal(words);
  });

  it("state the numbers that the contracts have", () => {
    expect(contributions.REACH).to.equal(16); // which a paper says in words
    for (const [file, sentences] of Object.entries(sayings())) {
      const text = read(file).replaceAll(/\s+/g, " ");
      expect(sentences.filter((sentence) => !text.includes(sentence))).to.deep.equal([], file);
    }
  });

  it("are found", () => {
    expect(papers).to.include.members(["README.md", "SECURITY.md", path.join("docs", "check.md")]);
  });

  for (const file of papers) {
    it(`link to what is there in ${file}`, () => expect(brokenLinksIn(file, read(file))).to.deep.equal([]));
  }

  it("name files, folders and commands that there are", () => {
    const rootPapers = papers.filter((file) => !file.startsWith("docs") && !file.startsWith("test"));
    expect(papers.flatMap((file) => missingFilesIn(file, read(file)))).to.deep.equal([]);
    expect(rootPapers.flatMap((file) => missingFoldersIn(file, read(file)))).to.deep.equal([]);
    for (const file of papers) expect(unknownCommandsIn(read(file)), file).to.deep.equal([]);
  });

  it("would be told apart from papers that are wrong", () => {
    const wrong = "# One\n\n[a](gone.md) [b](#two) [c](README.md#three) [d](#one) ![e](docs/dapp.png) `[f](code)`\n";

    expect(brokenLinksIn("WRONG.md", wrong)).to.deep.equal(["gone.md", "#two", "README.md#three"]);
    expect(missingFilesIn("WRONG.md", "[core/hours](core/hours): `weeks.ts`, `days.ts`")).to.deep.equal([
      path.join("core", "hours", "days.ts"),
    ]);
    expect(missingFoldersIn("WRONG.md", "| `core/` | x |\n| `lib/` | y |\n")).to.deep.equal(["lib"]);
    expect(unknownCommandsIn("npm run deploi, npm test")).to.deep.equal(["deploi"]);
  });
});
