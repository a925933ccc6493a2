import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes the files of a folder in which nothing else is kept, by name. Those with the right content are left alone, so
 * that watchers and caches see only real changes.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const stale of readdirSync(folder).filter((name) => !files.has(name))) rmSync(path.join(folder, stale));
  for (const [name, source] of files) {
    const file = path.join(folder, name);
    if (readIfPresent(file) !== source) writeFileSync(file, source);
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
