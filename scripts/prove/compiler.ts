import { readFileSync } from "node:fs";
import path from "node:path";
import solc from "solc";
import { Mistake } from "../commands/Mistake.mjs";
import type { Solver } from "./solver.ts";

/** A file of the project in `folder`: its path from there, with slashes, and what stands in it. */
export type Source = { folder: string; file: string; content: string };

/** Bytes, counted from the beginning of a file. */
export type Range = { file: string; start: number; end: number };

/** What the compiler says about a place. The calls that lead there, and values, come as further places. */
export type Message = {
  severity: "error" | "warning" | "info";
  message: string;
  formattedMessage: string;
  sourceLocation?: Range;
  secondarySourceLocations?: (Partial<Range> & { message: string })[];
};

/** A node of the syntax tree; what it has besides depends on `nodeType`. */
export type Node = { nodeType: string; src: string; [field: string]: unknown };

export type Output = { errors?: Message[]; sources?: Record<string, { ast: Node }> };

/** Compiles a file and whatever it imports. What the compiler refuses is a mistake. */
export function compile({ folder, file, content }: Source, further: { settings: object; solver?: Solver }): Output {
  const { settings, solver } = further;
  const input = JSON.stringify({ language: "Solidity", sources: { [file]: { content } }, settings });
  const callbacks = {
    import: (name: string) => readImport(folder, name),
    smtSolver: (query: string) => (solver === undefined ? { error: "Nobody answers." } : { contents: solver(query) }),
  };
  const output = JSON.parse(solc.compile(input, callbacks)) as Output;

  const error = output.errors?.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Mistake(error.formattedMessage.trim());
  return output;
}

function readImport(folder: string, name: string): { contents: string } | { error: string } {
  const file = name.startsWith("@") ? path.join(folder, "node_modules", name) : path.join(folder, name);
  try {
    return { contents: readFileSync(file, "utf8") };
  } catch {
    return { error: `There is no file ${file}.` };
  }
}
