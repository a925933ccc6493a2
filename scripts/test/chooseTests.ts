import { globSync } from "node:fs";
import path from "node:path";
import { Mistake } from "../commands/Mistake.mjs";
import { requireFiles } from "../commands/requireFiles.ts";

/** Where the tests of each runner are; the journeys are tests in a real browser. */
const PLACES = {
  solidity: { in: ["contracts/**/*.t.sol", "test/**/*.t.sol"], notIn: [] },
  mocha: { in: ["test/**/*.test.ts", "scripts/**/*.test.ts"], notIn: ["test/journeys/**"] },
  vitest: { in: ["core/**/*.test.ts", "web/src/**/*.test.{ts,tsx}"], notIn: ["core/node_modules/**"] },
  journeys: { in: ["test/journeys/**/*.test.ts"], notIn: [] },
};

export type RunnerName = keyof typeof PLACES;

/** What a runner is to run: its files, from the project's folder; whether those are all; and of them which tests. */
export type Chosen = { files: readonly string[]; isAll: boolean; grep: RegExp | undefined };

/** The tests that somebody asked for: in these files and folders, or everywhere, and with such a name. */
export function chooseTests(places: readonly string[], grep: string | undefined): Record<RunnerName, Chosen> {
  requireFiles(places);
  const wanted = places.map((place) => path.relative(".", place).replaceAll(path.sep, "/"));
  const isWanted = (file: string) => wanted.some((place) => place === "" || file === place || isInside(file, place));
  const pattern = grep === undefined ? undefined : patternOf(grep);
  const choose = (runner: RunnerName): Chosen => {
    const files = filesOf(runner);
    return { files: places.length === 0 ? files : files.filter(isWanted), isAll: places.length === 0, grep: pattern };
  };
  const chosen = {
    solidity: choose("solidity"),
    mocha: choose("mocha"),
    vitest: choose("vitest"),
    journeys: choose("journeys"),
  };
  const all = Object.values(chosen).flatMap(({ files }) => files);
  const empty = wanted.findIndex((place) => !all.some((file) => file === place || isInside(file, place)));
  if (empty === -1) return chosen;
  throw new Mistake(
    `There is no test in ${places[empty]}. Name a file that ends in .test.ts, .test.tsx or .t.sol, or a folder of such.`,
  );
}

function filesOf(runner: RunnerName): string[] {
  const { in: patterns, notIn } = PLACES[runner];
  return globSync(patterns, { exclude: notIn })
    .map((file) => file.replaceAll(path.sep, "/"))
    .sort();
}

function isInside(file: string, folder: string): boolean {
  return folder === "" || file.startsWith(`${folder}/`);
}

function patternOf(grep: string): RegExp {
  try {
    return new RegExp(grep);
  } catch (cause) {
    throw new Mistake(
      `--grep "${grep}" is no regular expression. Write a \\ before a sign that is meant as it stands.`,
      {
        cause,
      },
    );
  }
}
