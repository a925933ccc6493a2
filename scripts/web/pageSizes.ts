import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** What a page loads when a wallet is connected and something is bought or claimed. */
const WALLET_PARTS = [
  "ConnectSheet",
  "BuyForm",
  "CancelForm",
  "wagmi",
  "sendStep",
  "planFees",
  "waitFor",
  "describeError",
  "describeTrouble",
  "readAgain",
];

/** Bytes of JavaScript, compressed, that each page of a built dApp loads, `wallet` with all that a purchase takes. */
export function pageSizes(folder: string): Record<string, number> {
  const assets = path.join(folder, "assets");
  const files = readdirSync(assets).filter((file) => file.endsWith(".js"));
  const sources = new Map(files.map((file) => [file, readFileSync(path.join(assets, file), "utf8")]));
  const pages = files.filter((file) => /^[A-Z]\w+Page-/.test(file));
  const frame = withImports(sources, [entryOf(folder, "index.html")]);
  const named = (name: string) => files.filter((file) => file.startsWith(`${name}-`));
  const sizeOf = (wanted: Iterable<string>) => {
    const all = new Set([...frame, ...withImports(sources, wanted)]);
    return sum(sources, all);
  };

  // The worker is no import, but nothing is checked without it.
  const verify = withImports(sources, [entryOf(folder, "verify.html"), ...named("checkWorker")]);
  const withPast = withImports(sources, [...verify, ...named("checkWithPast")]);

  return {
    ...Object.fromEntries(pages.map((page) => [page.replace(/Page-.*/, "").toLowerCase(), sizeOf([page])])),
    wallet: sizeOf([...named("OfferingPage"), ...WALLET_PARTS.flatMap(named)]),
    verify: sum(sources, verify),
    // What it loads by itself before its verdict, where a history is beside it.
    history: sum(sources, withPast) - sum(sources, verify),
  };
}

function entryOf(folder: string, page: string): string {
  const [, file] = /<script[^>]*src="\.\/assets\/([^"]+)"/.exec(readFileSync(path.join(folder, page), "utf8")) ?? [];
  if (file === undefined) throw new Error(`${page} names no script`);
  return file;
}

/** Files with all that they import, and what that imports, but for what is loaded later. */
function withImports(sources: ReadonlyMap<string, string>, wanted: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, imported] of (sources.get(file) ?? "").matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      if (imported !== undefined) visit(imported);
  };
  for (const file of wanted) visit(file);
  return found;
}

function sum(sources: ReadonlyMap<string, string>, files: Set<string>): number {
  return [...files].reduce((total, file) => total + gzipSync(sources.get(file) ?? "").length, 0);
}
