import { appendFileSync, cpSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";

/** Where `npm run build` writes, and where `npm start` writes the dApp with the demo wallet. */
export const webFolders = { production: "web/dist", demo: "cache/demo" } as const;

/** Where the pages may read. */
type Origins = {
  /** The only node; when absent any encrypted one, and those on one's own computer. */
  rpcUrl?: string | undefined;
  /** The indexer, where there is one. */
  indexer?: string | undefined;
  /** Where documents are fetched on a tap. */
  documents?: readonly string[];
};

/** Builds the dApp into a folder, with the JSON ABIs beside it. Only mode "demo" contains the demo wallet. */
export async function buildWeb(
  mode: keyof typeof webFolders,
  outDir: string = webFolders[mode],
  { rpcUrl, indexer, documents = [] }: Origins = {},
): Promise<string> {
  const target = path.resolve(outDir);
  const before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));
  setEnvironment({
    NODE_ENV: "production", // test runners say "test", and React would be built for developers
    RPC_ORIGIN: rpcUrl === undefined ? undefined : originOf(rpcUrl),
    INDEXER_ORIGIN: indexer === undefined ? undefined : originOf(indexer),
    DOCUMENT_ORIGINS: documents.map(originOf).join(" "),
  });
  try {
    await build({ root: path.resolve("web"), mode, logLevel: "warn", build: { outDir: target, emptyOutDir: true } });
  } finally {
    setEnvironment(before);
  }
  copyAbis(target);
  addNotices(target);
  return target;
}

/** The bundler writes the notices of the scripts' licences, and knows nothing of what is in the styles. */
function addNotices(target: string): void {
  for (const name of IN_STYLES) {
    const read = (file: string) => readFileSync(path.join("node_modules", name, file), "utf8");
    const { version, license } = JSON.parse(read("package.json")) as { version: string; license: string };
    const notice = `\n## ${name} - ${version} (${license})\n\n${read("LICENSE").trim()}\n`;
    appendFileSync(path.join(target, "licences.txt"), notice);
  }
}

const IN_STYLES = ["@fontsource/barlow-semi-condensed", "tailwindcss"];

/** For programs of others, which find them where the dApp is; no page loads them. */
function copyAbis(target: string): void {
  for (const file of globSync("*.json", { cwd: ABIS })) cpSync(path.join(ABIS, file), path.join(target, "abis", file));
}

const ABIS = "core/abis";

const NAMES = ["NODE_ENV", "RPC_ORIGIN", "INDEXER_ORIGIN", "DOCUMENT_ORIGINS"];

function originOf(url: string): string {
  return new URL(url).origin;
}

function setEnvironment(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
