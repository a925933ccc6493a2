import { expect } from "chai";
import { type Computer, findBrowser } from "./findBrowser.ts";

function computer(differences: Partial<Computer> & { files?: string[] }): Computer {
  const { files = [], ...rest } = differences;
  return {
    platform: "linux",
    env: {},
    exists: (file) => files.includes(file),
    unpack: () => Promise.resolve("/unpacked/chromium"),
    ...rest,
  };
}

async function failureOf(attempt: Promise<string>): Promise<string> {
  return attempt.then(
    (file) => `found ${file}`,
    (error: Error) => error.message,
  );
}

describe("findBrowser", () => {
  it("takes the one that CHROME_PATH names before an installed one", async () => {
    const env = { CHROME_PATH: "/opt/my/chrome" };
    const files = ["/opt/my/chrome", "/usr/bin/google-chrome"];

    expect(await findBrowser(computer({ env, files }))).to.equal("/opt/my/chrome");
  });

  it("says so when nothing is where CHROME_PATH points", async () => {
    const env = { CHROME_PATH: "/opt/gone" };

    expect(await failureOf(findBrowser(computer({ env, files: ["/usr/bin/google-chrome"] })))).to.equal(
      'CHROME_PATH is "/opt/gone", where no file is. Please correct it, or leave it out.',
    );
  });

  for (const [platform, file, env] of [
    ["linux", "/usr/bin/google-chrome", {}],
    ["linux", "/usr/local/bin/chromium", {}],
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", {}],
    ["darwin", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", {}],
    ["win32", "C:\\Programs\\Google\\Chrome\\Application\\chrome.exe", { PROGRAMFILES: "C:\\Programs" }],
    ["win32", "D:\\Me\\Microsoft\\Edge\\Application\\msedge.exe", { LOCALAPPDATA: "D:\\Me" }],
  ] as const) {
    it(`finds ${file} on ${platform}`, async () => {
      expect(await findBrowser(computer({ platform, env, files: [file] }))).to.equal(file);
    });
  }

  it("unpacks the package's browser on a Linux that has none", async () => {
    expect(await findBrowser(computer({}))).to.equal("/unpacked/chromium");
  });

  for (const platform of ["darwin", "win32"] as const) {
    it(`says what to do on a ${platform} without one`, async () => {
      expect(await failureOf(findBrowser(computer({ platform })))).to.include("Please install Google Chrome");
    });
  }

  it("says what to do when the package's browser cannot be unpacked", async () => {
    const unpack = () => Promise.reject(new Error("no space left"));

    expect(await failureOf(findBrowser(computer({ unpack })))).to.include("Please install Google Chrome");
  });
});
