import { spawn } from "node:child_process";
import path from "node:path";
import { webFolders } from "./buildWeb.ts";

/** Builds the dApp with the demo wallet beside this process. `folder` is where it is, once it is finished. */
export function startDemoBuild(): { folder: Promise<string>; stop: () => void } {
  const child = spawn(process.execPath, ["scripts/web/buildDemo.ts"], { stdio: ["ignore", "inherit", "inherit"] });
  const folder = new Promise<string>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0
        ? resolve(path.resolve(webFolders.demo))
        : reject(new Error("The dApp could not be built, see above.")),
    );
  });
  return { folder, stop: () => void child.kill() };
}
