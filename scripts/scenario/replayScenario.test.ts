import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { replayScenario } from "./replayScenario.ts";

const SCENARIOS = path.join(import.meta.dirname, "..", "..", "test", "scenarios");

describe("replayScenario", () => {
  for (const outcome of ["local", "country", "world", "cap", "fail"]) {
    describe(`given a sale that ends as "${outcome}"`, () => {
      it("finds every number of the expected end on chain", async function () {
        this.timeout(60_000);

        const { passed, differences } = await replayScenario(path.join(SCENARIOS, outcome));

        expect(differences).to.deep.equal([]);
        expect(passed).to.be.greaterThan(200);
      });
    });
  }

  describe("given an expected end that is wrong", () => {
    it("names each difference with both values", async function () {
      this.timeout(60_000);
      const dir = mkdtempSync(path.join(tmpdir(), "scenario-"));
      cpSync(path.join(SCENARIOS, "fail"), dir, { recursive: true });
      const file = path.join(dir, "expected.json");
      const expected = JSON.parse(readFileSync(file, "utf8")) as { townFund: string; infinitySupply: string };
      const { townFund, infinitySupply } = expected;
      writeFileSync(file, JSON.stringify({ ...expected, townFund: "1", infinitySupply: "2" }));

      const { differences } = await replayScenario(dir);
      rmSync(dir, { recursive: true });

      expect(differences).to.deep.equal([
        { what: "INFINITY supply", expected: "2", actual: infinitySupply },
        { what: "town fund", expected: "1", actual: townFund },
      ]);
    });
  });
});
