import type { KnipConfiguration } from "knip";

/**
 * What nobody uses. By itself knip counts tests as users, and asks of every export that another file needs it. With
 * `--production` only patterns that end in `!` count, so that it finds what only tests use; there an export that its own
 * file uses is in use. What `core` offers to others, and nothing here uses, says so with the tag `@public`.
 */
export default function unused({ production = false }: { production?: boolean }): KnipConfiguration {
  return {
    ignoreExportsUsedInFile: production,
    workspaces: {
      ".": {
        entry: [
          "scripts/*.{ts,mjs}!",
          "scripts/commands/{perform.ts,*.mjs}!",
          "scripts/check/{imports,lockfile,plainObjects,requirements}.ts!",
          "scripts/test/ofWorkers.ts!",
          "scripts/web/buildDemo.ts!",
          "scripts/audit/big/{index,measure}.ts!",
          "test/audit/support/auditProcess.ts",
          "{scripts,test}/**/*.test.ts",
        ],
        project: ["scripts/**/*.{ts,mjs}!", "!scripts/**/*.test.ts!", "test/**/*.ts"],
        // Solidity imports the one kind, commands call the other.
        ignoreDependencies: ["@openzeppelin/contracts", "solady", "oxlint", "oxlint-tsgolint", "solhint"],
      },
      core: {
        entry: ["**/*.test.ts"],
        project: ["**/*.ts!", "!**/*.test.ts!"],
        // Its package.json lets others import every file, which would make an entry, and a use, of each.
        includeEntryExports: true,
        // The build of the worker takes views/lightViem.ts for viem.
        ignore: ["abis/**", "rules/**", "views/lightViem.ts", ...(production ? ["testing/**"] : [])],
      },
      web: {
        entry: ["src/app/{main,verify}.tsx!", "src/chain/NoMutations.ts!"],
        project: ["src/**/*.{ts,tsx,css}!", "*.ts", "!src/**/*.test.{ts,tsx}!", "!src/testing/**!"],
      },
    },
  };
}
