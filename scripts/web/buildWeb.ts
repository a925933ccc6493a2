import path from "node:path";
import { build } from "vite";

/** Where `npm run build` writes, and where `npm start` writes the dApp with the demo wallet. */
export const webFolders = { production: "web/dist", demo: "cache/demo" } as const;

/**
 * Builds the dApp into a folder. Only mode "demo" contains the demo wallet.
 * @param rpcUrl the only node the pages may read from; without it any encrypted one, and those on one's own computer.
 */
export async function buildWeb(
  mode: keyof typeof webFolders,
  outDir: string = webFolders[mode],
  rpcUrl?: string,
): Promise<string> {
  const target = path.resolve(outDir);
  const before = { NODE_ENV: process.env["NODE_ENV"], RPC_ORIGIN: process.env["RPC_ORIGIN"] };
  // Test runners say "test", and React would be built for developers.
  setEnvironment({ NODE_ENV: "production", RPC_ORIGIN: rpcUrl === undefined ? undefined : new URL(rpcUrl).origin });
  try {
    await build({ root: path.resolve("web"), mode, logLevel: "warn", build: { outDir: target, emptyOutDir: true } });
  } finally {
    setEnvironment(before);
  }
  return target;
}

function setEnvironment(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
