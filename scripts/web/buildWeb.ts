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
  process.env["NODE_ENV"] = "production"; // test runners say "test", and React would be built for developers
  if (rpcUrl === undefined) delete process.env["RPC_ORIGIN"];
  else process.env["RPC_ORIGIN"] = new URL(rpcUrl).origin;
  await build({ root: path.resolve("web"), mode, logLevel: "warn", build: { outDir: target, emptyOutDir: true } });
  return target;
}
