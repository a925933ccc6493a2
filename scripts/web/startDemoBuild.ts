import { spawn } from "node:child_process";
import path from "node:path";
import { webFolders } from "./buildWeb.ts";

/**
 * Builds the dApp with the demo wallet beside this process. `folder` is where it is, once it is finished. A build that
 * fails says why, and ends this process.
 */
export function startDemoBuild(): { folder: Promise<string>; stop: () => void } {
  let isStopped = false;
  const child = spawn(process.execPath, ["scripts/web/buildDemo.ts"], { stdio: ["ignore", "inherit", "inherit"] });
  const folder = new Promise<string>((resolve) => {
    child.on("exit", (code) => {
      if (code === 0) return resolve(path.resolve(webFolders.demo));
      if (isStopped) return undefined;
      console.error("\nThe dApp could not be built; the reason is above.");
      return process.exit(1);
    });
  });
  const stop = () => {
    isStopped = true;
    child.kill();
  };
  return { folder, stop };
}
