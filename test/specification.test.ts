import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

const sources = globSync("contracts/**/*.sol", { exclude: ["contracts/mocks/**"] });
const contracts = read(sources);
const tests = read(globSync(["test/**/*.ts", "test/**/*.sol"], { exclude: ["test/specification.test.ts"] }));

function read(files: readonly string[]): string {
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

function namesIn(source: string, declaration: RegExp): string[] {
  return [...new Set([...source.matchAll(declaration)].map(([, name]) => name ?? ""))].sort();
}

/** What the contracts declare and no test names. */
function unnamed(declaration: RegExp): string[] {
  return namesIn(contracts, declaration).filter((name) => !new RegExp(`\\b${name}\\b`).test(tests));
}

/** The tests of one contract, with the fixtures that they begin from. */
function testsOf(file: string, contract: string): string {
  const own = read(globSync(`test/${path.basename(path.dirname(file))}/${contract}.*`));
  const fixtures = [...own.matchAll(/from "\.\.\/(fixture\/\w+\.ts)"/g)].map(([, fixture]) => `test/${fixture}`);
  return `${own}\n${read([...new Set(fixtures)])}`;
}

/** What anybody may send to a contract, and no test of that contract has in a title or table, or sends to it. */
function unsent(contract: string, source: string, ownTests: string): string[] {
  const variable = contract.charAt(0).toLowerCase() + contract.slice(1);
  const names = namesIn(source, /^ +function (\w+)\([^)]*\)\s+(?:external|public)(?! view| pure)/gm);
  return names.filter((name) => {
    const titled = `describe\\("[^"]*\\b${name}\\b|"${name}"`;
    const sent = `\\b${variable}(\\.connect\\([^)]*\\))?\\s*\\.${name}\\(`;
    return !new RegExp(`${titled}|${sent}`).test(ownTests);
  });
}

/** What anybody may read of a contract, and no test of that contract reads. */
function unread(source: string, ownTests: string): string[] {
  const views = namesIn(source, /^ +function (\w+)\([^)]*\)\s+(?:external|public) (?:view|pure)/gm);
  const getters = namesIn(source, /^ +(?:mapping\(.*|\w+) public (\w+);/gm);
  return [...views, ...getters].filter((name) => !new RegExp(`\\.${name}\\(|"${name}"`).test(ownTests));
}

describe("the tests name", () => {
  it("every custom error", () => expect(unnamed(/^ +error (\w+)\(/gm)).to.deep.equal([]));

  it("every event", () => expect(unnamed(/^ +event (\w+)\(/gm)).to.deep.equal([]));

  it("every public constant", () => expect(unnamed(/^ +\w+ public constant (\w+)/gm)).to.deep.equal([]));
});

describe("its own tests name", () => {
  for (const file of sources) {
    const source = readFileSync(file, "utf8");
    const contract = /^contract (\w+)/m.exec(source)?.[1];
    if (contract === undefined) continue;
    const ownTests = testsOf(file, contract);

    it(`every function of ${contract} that changes something`, () =>
      expect(unsent(contract, source, ownTests)).to.deep.equal([]));

    it(`every function of ${contract} that can be read`, () => expect(unread(source, ownTests)).to.deep.equal([]));
  }
});
