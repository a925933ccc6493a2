import { globSync, readFileSync } from "node:fs";
import { expect } from "chai";

const contracts = read(globSync("contracts/**/*.sol", { exclude: ["contracts/mocks/**"] }));
const tests = read(globSync(["test/**/*.ts", "test/**/*.sol"], { exclude: ["test/specification.test.ts"] }));

function read(files: readonly string[]): string {
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

/** What the contracts declare and no test names. */
function unnamed(declaration: RegExp): string[] {
  const names = [...contracts.matchAll(declaration)].map(([, name]) => name ?? "");
  return [...new Set(names)].filter((name) => !new RegExp(`\\b${name}\\b`).test(tests)).sort();
}

describe("the tests name", () => {
  it("every custom error", () => expect(unnamed(/^ +error (\w+)\(/gm)).to.deep.equal([]));

  it("every event", () => expect(unnamed(/^ +event (\w+)\(/gm)).to.deep.equal([]));

  it("every function that can be called from outside", () =>
    expect(unnamed(/^ +function (\w+)\([^)]*\)\s+(?:external|public)/gm)).to.deep.equal([]));

  it("every public constant", () => expect(unnamed(/^ +\w+ public constant (\w+)/gm)).to.deep.equal([]));
});
