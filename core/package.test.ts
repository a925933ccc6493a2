import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const CORE = import.meta.dirname;
const MODULES = path.join(CORE, "..", "node_modules");

/** What somebody else's compiler would ask of the example, and of our declarations with it. */
const OPTIONS = { module: "nodenext", target: "es2023", strict: true, noEmit: true, resolveJsonModule: true };

function run(folder: string, command: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, { cwd: folder, shell: true, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}

function exampleOfReadme(): string {
  const readme = readFileSync(path.join(CORE, "README.md"), "utf8");
  return /^```js\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? "";
}

/** As somebody gets it who installs what `npm pack` writes, with the packages it depends on. */
function install(folder: string): void {
  const target = path.join(folder, "node_modules", "@one-small-town", "core");
  mkdirSync(target, { recursive: true });
  const packed = run(CORE, `npm pack --silent --pack-destination "${folder}"`);
  const unpacked = run(folder, `tar -xzf ${globSync("*.tgz", { cwd: folder })[0]} --strip-components=1 -C "${target}"`);
  if (packed.status !== 0 || unpacked.status !== 0) throw new Error(packed.output + unpacked.output);
  for (const name of ["viem", "hucre"]) {
    symlinkSync(path.join(MODULES, name), path.join(folder, "node_modules", name), "junction");
  }
}

describe("the package, as others install it", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "core-"));
    install(folder);
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS }));
    writeFileSync(path.join(folder, "example.ts"), exampleOfReadme());
    writeFileSync(path.join(folder, "example.js"), exampleOfReadme());
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it("runs the example of the README, which prints what it says", () => {
    const said = [...exampleOfReadme().matchAll(/\); \/\/ (.*)$/gm)].map(([, words]) => `${words}\n`);

    expect(said.length).toBeGreaterThan(2);
    expect(run(folder, "node example.js")).toEqual({ status: 0, output: said.join("") });
  });

  it("has types for the example", () => {
    expect(run(folder, "tsc --project .")).toEqual({ status: 0, output: "" });
  });

  it("brings code, declarations, ABIs, licence and README, and no tests", () => {
    const files = globSync("**/*.*", { cwd: path.join(folder, "node_modules", "@one-small-town", "core") });

    expect(files).toEqual(expect.arrayContaining(["README.md", "package.json", path.join("abis", "Authority.json")]));
    expect(files.filter((file) => /\.test\.|testing|[^d]\.ts$/.test(file))).toEqual([]);
  });
});
