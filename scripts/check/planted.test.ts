import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { CHECKS } from "./checks.ts";
import { SECTIONS } from "./requirementFaults.ts";
import { runCheck, type Outcome } from "./runCheck.ts";

/** The configuration under test is the project's own. */
const CONFIGURATION = [
  ".gitignore",
  ".oxlintrc.json",
  ".prettierignore",
  ".prettierrc.json",
  ".solhint.json",
  ".solhintignore",
  "knip.config.ts",
  "scripts/check/plainObjects.ts",
  "tsconfig.json",
  "web/tsconfig.json",
];

function packageJson(name: string, more: object): string {
  return `${JSON.stringify({ name, version: "1.0.0", private: true, type: "module", ...more }, null, 2)}\n`;
}

function contract(name: string, imports = ""): string {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;
${imports}
/// @title ${name}: one number
contract ${name} {
    uint256 internal constant OF_${name.toUpperCase()} = 1;
}
`;
}

/** A component with a mistake of each kind that only rules about pages find. */
const PICTURE = `import { useState } from "react";

export function Picture({ isShown }: { isShown: boolean }) {
  const now = Date.now();
  if (!isShown) return null;
  const [source] = useState("one.png");
  return <img src={source} title={String(now)} />;
}
`;

function proof(assumption: string, claim: string): string {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title HalfProofs: halves
contract HalfProofs {
    /// @notice Of any number:
    function proveHalf(uint8 number) external pure {
        require(${assumption});

        // Half of it is less.
        assert(${claim});
    }
}
`;
}

/** A paper that calls every requirement none of software's, but for one with a row of its own. */
function requirements(row = ""): string {
  const outside = Object.entries(SECTIONS).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => `| ${letter}${index + 1} | This. | Law. |`),
  );
  const others = outside.filter((each) => !row.startsWith(each.slice(0, 5)));
  const parts = ["# Requirements", "## Open: 0", "## Roles", row, "## Outside", others.join("\n")];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A project of a few lines in which every check passes. */
const SOUND: Record<string, string> = {
  "package.json": packageJson("sound", { workspaces: ["core", "web"] }),
  "package-lock.json": '{ "packages": {} }\n',
  "indexer/package-lock.json": '{ "packages": {} }\n',
  "core/package.json": packageJson("core", {
    exports: { "./*.ts": "./*.ts" },
    scripts: { test: "vitest run" },
    devDependencies: { vitest: "*" },
  }),
  "web/package.json": packageJson("web", { scripts: { test: "vitest run" }, devDependencies: { vitest: "*" } }),
  "docs/requirements.md": requirements(),
  "contracts/roles/Roles.sol": contract("Roles"),
  "contracts/hours/Hours.sol": contract("Hours"),
  "test/proofs/HalfProofs.sol": proof("number > 0", "number / 2 < number"),
  "scripts/run.ts": 'import { half } from "./half.ts";\n\nconsole.log(half(4));\n',
  "scripts/half.ts": `import { two } from "../core/two.ts";

export function half(value: number): number {
  return value / two;
}
`,
  "core/two.ts": "export const two = 2;\n",
  "core/two.test.ts": 'import { two } from "./two.ts";\n\nconsole.log(two);\n',
  "web/src/app/main.tsx": 'import { one } from "../features/hours/one.ts";\n\nconsole.log(one);\n',
  "web/src/features/hours/one.ts": "export const one = 1;\n",
  "web/src/features/hours/one.test.ts": 'import { one } from "./one.ts";\n\nconsole.log(one);\n',
};

/** What is wrong with the project, file by file, which checks alone fail, and what the first of them must say about it. */
type Plant = { fails: readonly string[]; on: string; files: Record<string, string>; says: string[] };

const PLANTS: Plant[] = [
  {
    fails: ["format"],
    on: "TypeScript and Solidity in another format",
    files: {
      "scripts/run.ts": "import { half } from './half.ts'\nconsole.log( half(4) )\n",
      "contracts/roles/Roles.sol": contract("Roles").replace("contract Roles {", "contract  Roles{"),
    },
    says: ["scripts/run.ts", "contracts/roles/Roles.sol"],
  },
  {
    fails: ["lint"],
    on: "the type any, and a promise that nobody waits for",
    files: {
      "scripts/half.ts": `${SOUND["scripts/half.ts"]}`.replace("value: number", "value: any"),
      "scripts/run.ts": 'import { half } from "./half.ts";\n\nPromise.resolve(half(4));\n',
    },
    says: ["no-explicit-any", "no-floating-promises"],
  },
  {
    fails: ["lint"],
    on: "pure code that asks the network, and reads the environment",
    files: {
      "core/two.ts": 'export const two = fetch("https://two.example");\n\nprocess.exitCode = 2;\n',
      "scripts/half.ts":
        'import { two } from "../core/two.ts";\n\nexport function half(value: number): number {\n  return two instanceof Promise ? value : 2;\n}\n',
    },
    says: ["no-restricted-globals", "Unexpected use of 'fetch'", "Unexpected use of 'process'"],
  },
  {
    fails: ["lint"],
    on: "two files that need each other's types",
    files: {
      "scripts/half.ts": `import { two } from "../core/two.ts";
import type { Part } from "./part.ts";

export type Whole = number;

export function half(value: Whole): Part {
  return value / two;
}
`,
      "scripts/part.ts": 'import type { Whole } from "./half.ts";\n\nexport type Part = Whole;\n',
    },
    says: ["no-cycle", "scripts/half.ts", "scripts/part.ts"],
  },
  {
    fails: ["lint"],
    on: "a picture without words, a hook that is not always called, and a clock that is read while a page is drawn",
    files: {
      "web/package.json": packageJson("web", {
        scripts: { test: "vitest run" },
        dependencies: { react: "*" },
        devDependencies: { vitest: "*" },
      }),
      "web/src/features/hours/Picture.tsx": PICTURE,
      "web/src/app/main.tsx": `${SOUND["web/src/app/main.tsx"]}`
        .replace("\n\n", '\nimport { Picture } from "../features/hours/Picture.tsx";\n\n')
        .replace("one)", "one, Picture)"),
    },
    says: ["jsx-a11y(alt-text)", "react(hooks)", "react(purity)"],
  },
  {
    fails: ["lint"],
    on: "literals spread into objects and elements, whatever is around them",
    files: {
      "core/two.ts": "export const two = { ...{ value: 2 }, unit: 1 }.value;\n",
      "scripts/half.ts": `${SOUND["scripts/half.ts"]}`.replace(
        "value / two",
        "{ ...({ half: value / two } as const) }.half",
      ),
      "web/src/features/hours/one.test.tsx":
        'import { one } from "./one.ts";\n\nconsole.log(<p {...{ id: `${one}` }} />);\n',
      "web/src/features/hours/other.test.tsx":
        'import { one } from "./one.ts";\n\nconsole.log(<p {...({ id: `${one}` } satisfies object)} />);\n',
    },
    says: [
      "no-literal-spread",
      "core/two.ts",
      "scripts/half.ts",
      "web/src/features/hours/one.test.tsx",
      "web/src/features/hours/other.test.tsx",
    ],
  },
  {
    fails: ["lint-solidity"],
    on: "a contract without a title, and one that imports everything of a file",
    files: {
      "contracts/roles/Roles.sol": contract("Roles").replace("/// @title Roles: one number\n", ""),
      "contracts/hours/Hours.sol": contract("Hours", '\nimport "../roles/Roles.sol";\n'),
    },
    says: ["@title tag in contract 'Roles'", "no-global-import"],
  },
  {
    fails: ["imports"],
    on: "a contract that imports from its right, a library that imports from a feature, and a script that imports what tests need",
    files: {
      "contracts/roles/Roles.sol": contract("Roles", '\nimport {Hours} from "../hours/Hours.sol";\n').replace(
        "Roles {",
        "Roles is Hours {",
      ),
      "core/two.ts": 'import { one } from "../web/src/features/hours/one.ts";\n\nexport const two = one + one;\n',
      "core/testing/three.ts": "export const three = 3;\n",
      "scripts/run.ts":
        'import { three } from "../core/testing/three.ts";\nimport { half } from "./half.ts";\n\nconsole.log(half(three));\n',
    },
    says: ["contracts/roles/Roles.sol imports", "core/two.ts imports", "scripts/run.ts imports"],
  },
  {
    fails: ["requirements"],
    on: "a requirement that a page should do which is not there, shown by a test that is not there",
    files: { "docs/requirements.md": requirements('| A1 | This. | `/here` | `core/two.test.ts`: "is two" |') },
    says: ["There is no page /here.", 'core/two.test.ts has no test "is two".'],
  },
  {
    fails: ["types"],
    on: "a wrong type in a script",
    files: { "scripts/run.ts": 'import { half } from "./half.ts";\n\nconsole.log(half("4"));\n' },
    says: ["scripts/run.ts"],
  },
  {
    fails: ["types-web"],
    on: "a wrong type in the dApp",
    files: { "web/src/features/hours/one.ts": 'export const one: number = "1";\n' },
    says: ["src/features/hours/one.ts"],
  },
  {
    fails: ["unused", "unused-in-product"],
    on: "an export and a file that nothing imports",
    files: {
      "core/two.ts": "export const two = 2;\n\nexport const three = 3;\n",
      "scripts/parts/third.ts": "console.log(3);\n",
    },
    says: ["three", "scripts/parts/third.ts"],
  },
  {
    fails: ["unused-in-product"],
    on: "exports and a file that only tests use",
    files: {
      "core/two.ts": "export const two = 2;\n\nexport const three = 3;\n",
      "core/two.test.ts": 'import { three, two } from "./two.ts";\n\nconsole.log(two, three);\n',
      "web/src/features/hours/example.ts": "export const example = 1;\n",
      "web/src/features/hours/one.test.ts": 'import { example } from "./example.ts";\n\nconsole.log(example);\n',
    },
    says: ["three", "web/src/features/hours/example.ts"],
  },
  {
    fails: ["prove"],
    on: "a claim that is false",
    files: { "test/proofs/HalfProofs.sol": proof("number > 0", "number / 2 + 1 < number") },
    says: ["✘ Half of it is less.", "Assertion violation with number = ", "HalfProofs.proveHalf in test/proofs"],
  },
  {
    fails: ["prove"],
    on: "a claim about nothing",
    files: { "test/proofs/HalfProofs.sol": proof("number > 5 && number < 5", "number / 2 < number") },
    says: ["✘ Something fulfils what is assumed."],
  },
  {
    fails: ["lockfile"],
    on: "a lockfile without the package of another platform",
    files: {
      "package-lock.json":
        '{ "packages": { "node_modules/tool": { "optionalDependencies": { "tool-darwin-arm64": "1.0.0" } } } }\n',
    },
    says: ["tool-darwin-arm64@1.0.0"],
  },
  {
    fails: ["lockfile"],
    on: "the indexer's lockfile without the package of another platform",
    files: {
      "indexer/package-lock.json":
        '{ "packages": { "node_modules/tool": { "optionalDependencies": { "tool-win32-x64": "2.0.0" } } } }\n',
    },
    says: ["indexer/package-lock.json", "tool-win32-x64@2.0.0"],
  },
  {
    fails: ["lockfile"],
    on: "a lockfile that does not say what a package's bytes hash to",
    files: { "package-lock.json": '{ "packages": { "node_modules/@tools/one": { "version": "1.0.0" } } }\n' },
    says: ["package-lock.json", "the bytes of @tools/one@1.0.0"],
  },
];

describe("the checks", function () {
  this.timeout(60_000);
  let folder: string;

  function write(files: Record<string, string>): void {
    for (const [file, source] of Object.entries(files)) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, source);
    }
  }

  async function failures(): Promise<Outcome[]> {
    const outcomes = await Promise.all(CHECKS.map((check) => runCheck(check, folder)));
    return outcomes.filter(({ passed }) => !passed);
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "planted-"));
    for (const file of CONFIGURATION) cpSync(file, path.join(folder, file));
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
    write(SOUND);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("all pass on a sound project", async () => {
    expect(await failures()).to.deep.equal([]);
  });

  it("are each shown to fail", () => {
    expect([...new Set(PLANTS.flatMap(({ fails }) => fails))]).to.have.members(CHECKS.map(({ name }) => name));
  });

  for (const { fails, on, files, says } of PLANTS) {
    it(`${on} fails ${fails.join(" and ")} alone`, async () => {
      write(files);

      const failed = await failures();

      expect(failed.map(({ name }) => name)).to.deep.equal(fails);
      for (const words of says) expect(failed[0]?.output).to.include(words);
    });
  }
});
