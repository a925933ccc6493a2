import { expect } from "chai";
import { judge, summaryLine } from "./totals.ts";

describe("judge", () => {
  const fine = { succeeded: true, ranAll: true };

  it("leaves a good run as it was counted", () => {
    expect(judge({ passed: 3, failed: 0 }, fine)).to.deep.equal({ passed: 3, failed: 0 });
  });

  it("adds nothing to failures that were counted", () => {
    expect(judge({ passed: 3, failed: 2 }, { ...fine, succeeded: false })).to.deep.equal({ passed: 3, failed: 2 });
  });

  it("counts a runner that crashed as one failure", () => {
    expect(judge({ passed: 3, failed: 0 }, { ...fine, succeeded: false })).to.include({ passed: 3, failed: 1 });
  });

  it("counts a runner that ran nothing as one failure", () => {
    expect(judge({ passed: 0, failed: 0 }, fine)).to.include({ passed: 0, failed: 1 });
  });

  it("lets a runner run nothing when only some tests were asked for", () => {
    expect(judge({ passed: 0, failed: 0 }, { ...fine, ranAll: false })).to.deep.equal({ passed: 0, failed: 0 });
  });
});

describe("summaryLine", () => {
  it("adds up every runner", () => {
    const line = summaryLine([
      { passed: 3, failed: 0 },
      { passed: 4, failed: 1 },
    ]);
    expect(line).to.equal("7 passed, 1 failed");
  });
});
