import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

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

describe("the papers", () => {
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
