import { spawnSync } from "node:child_process";
import { expect } from "chai";

/** Runs `npm test` for some arguments; what it leaves to its runners is not said. */
function test(args: readonly string[], variables: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/commands/perform.ts", "test", ...args], {
    encoding: "utf8",
    env: { ...process.env, HH_TEST: undefined, ...variables },
  });
  return { status, last: stdout.trimEnd().split("\n").at(-1), stdout, stderr };
}

describe("npm test", function () {
  this.timeout(60_000);

  it("runs one file, and counts", () => {
    const { status, last } = test(["scripts/test/totals.test.ts"]);

    expect({ status, last }).to.deep.equal({ status: 0, last: "6 passed, 0 failed" });
  });

  it("runs only tests of a file whose name matches", () => {
    const { status, last } = test(["scripts/test/totals.test.ts", "core/money", "--grep", "^summaryLine adds"]);

    expect({ status, last }).to.deep.equal({ status: 0, last: "1 passed, 0 failed" });
  });

  it("says that no name matches, and fails", () => {
    const { status, last, stderr } = test(["scripts/test/totals.test.ts", "test/lib", "--grep", "no such name"]);

    expect({ status, last }).to.deep.equal({ status: 1, last: "0 passed, 0 failed" });
    expect(stderr).to.equal('No test has a name that matches "no such name".\n');
  });

  it("says once what to do where journeys find no browser", () => {
    const { status, last, stdout, stderr } = test(["test/journeys"], { CHROME_PATH: "/no/browser" });

    expect({ status, last }).to.deep.equal({ status: 1, last: "0 passed, 1 failed" });
    expect(stderr.match(/CHROME_PATH is "\/no\/browser", where no file is/g)).to.have.length(1);
    expect(stdout + stderr).not.to.match(/^ +at /m);
  });
});
