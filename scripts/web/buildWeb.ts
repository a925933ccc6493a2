import path from "node:path";
import { build } from "vite";

/** Where `npm run build` writes, and where the dApp with the demo wallet is written. */
export const webFolders = { production: "web/dist", demo: "web/dist/demo" } as const;

/** Builds the dApp into a folder. Only mode "demo" contains the demo wallet. */
export async function buildWeb(mode: keyof typeof webFolders, outDir: string = webFolders[mode]): Promise<string> {
  const target = path.resolve(outDir);
  await build({ root: path.resolve("web"), mode, logLevel: "warn", build: { outDir: target, emptyOutDir: true } });
  return target;
}
