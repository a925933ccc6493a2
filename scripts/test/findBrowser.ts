import { existsSync } from "node:fs";
import path from "node:path";
import { Mistake } from "../commands/Mistake.mjs";

/** What is asked of the computer; tests give answers of their own. */
export type Computer = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  exists: (file: string) => boolean;
  /** Unpacks the browser that an npm package of this project brings for Linux. */
  unpack: () => Promise<string>;
};

const REMEDY =
  "No browser was found. Please install Google Chrome, or say where one is: CHROME_PATH=/path/to/chrome npm test";

const ON_MACOS = ["Google Chrome", "Microsoft Edge", "Chromium"];
const ON_WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
const ON_LINUX = ["google-chrome", "google-chrome-stable", "microsoft-edge", "chromium", "chromium-browser"];

/** The program of a Chromium browser: the one named by CHROME_PATH, else an installed one, else the package's. */
export async function findBrowser(computer: Computer = thisComputer()): Promise<string> {
  const named = computer.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (computer.exists(named)) return named;
    throw new Mistake(`CHROME_PATH is "${named}", where no file is. Please correct it, or leave it out.`);
  }

  const installed = candidates(computer).find(computer.exists);
  if (installed !== undefined) return installed;
  if (computer.platform !== "linux") throw new Mistake(REMEDY);
  return computer.unpack().catch((cause: unknown) => {
    throw new Mistake(REMEDY, { cause });
  });
}

function candidates({ platform, env }: Computer): string[] {
  if (platform === "darwin") return ON_MACOS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === "win32") {
    const folders = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    return folders.flatMap((folder) => (folder === undefined ? [] : ON_WINDOWS.map((file) => `${folder}\\${file}`)));
  }
  return ["/usr/bin", "/usr/local/bin"].flatMap((folder) => ON_LINUX.map((name) => path.posix.join(folder, name)));
}

function thisComputer(): Computer {
  return {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    unpack: async () => (await import("@sparticuz/chromium")).default.executablePath(),
  };
}
