import { expect } from "chai";
import { Mistake } from "../commands/Mistake.mjs";
import { chooseTests, type RunnerName } from "./chooseTests.ts";

function filesOf(places: readonly string[]): Partial<Record<RunnerName, readonly string[]>> {
  const chosen = Object.entries(chooseTests(places, undefined)).filter(([, { files }]) => files.length > 0);
  return Object.fromEntries(chosen.map(([runner, { files }]) => [runner, files]));
}

describe("chooseTests", () => {
  it("takes everything where nobody named a place", () => {
    const { solidity, mocha, vitest, journeys } = chooseTests([], undefined);

    for (const chosen of [solidity, mocha, vitest, journeys]) {
      expect(chosen.isAll).to.equal(true);
      expect(chosen.files.length).to.be.greaterThan(5);
    }
  });

  for (const [place, runner] of [
    ["test/lib/Weeks.t.sol", "solidity"],
    ["test/hours/Benefits.list.test.ts", "mocha"],
    ["scripts/test/chooseTests.test.ts", "mocha"],
    ["core/scenarios.test.ts", "vitest"],
    ["web/src/content/format.test.ts", "vitest"],
    ["test/journeys/buy.test.ts", "journeys"],
  ] as const) {
    it(`has ${runner} run ${place}, and nothing else`, () => {
      expect(filesOf([place])).to.deep.equal({ [runner]: [place] });
    });
  }

  it("takes files however their paths are written", () => {
    const file = "test/lib/Weeks.t.sol";
    expect(filesOf([`./${file}`, `${process.cwd()}/${file}`])).to.deep.equal({ solidity: [file] });
  });

  it("takes all of a folder, of every kind", () => {
    const { solidity, mocha, vitest, journeys } = filesOf(["test/hours", "test/lib/Weeks.t.sol"]);

    expect(solidity).to.deep.equal([
      "test/hours/Contributions.t.sol",
      "test/hours/Contributions.waiting.t.sol",
      "test/lib/Weeks.t.sol",
    ]);
    expect(mocha?.length).to.be.greaterThan(5);
    expect(mocha?.every((file) => file.startsWith("test/hours/"))).to.equal(true);
    expect([vitest, journeys]).to.deep.equal([undefined, undefined]);
  });

  for (const [what, place, grep, sentence] of [
    ["a file that is not there", "test/no.test.ts", undefined, /^There is no file test\/no\.test\.ts\. /],
    [
      "a file that is no test",
      "contracts/lib/Weeks.sol",
      undefined,
      /^There is no test in contracts\/lib\/Weeks\.sol\. /,
    ],
    ["a folder without tests", "contracts/views", undefined, /^There is no test in contracts\/views\. /],
    ["words that are no regular expression", "test", "(", /^--grep "\(" is no regular expression\. /],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => chooseTests([place], grep)).to.throw(Mistake, sentence);
    });
  }
});
