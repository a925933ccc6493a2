import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";

const HONEST = (_: unknown, answer: unknown) => answer;

describe("the audit of an honest chain", () => {
  for (const [number, lies] of [
    ["one node", [HONEST]],
    ["two nodes", [HONEST, HONEST]],
  ] as const) {
    it(`says in its first line that all holds, by ${number}`, async () => {
      const { deployment } = await networkHelpers.loadFixture(auditedTown);

      const { report, text } = await auditBy(deployment, { lies });

      expect(report.outcome, text).to.equal("holds");
      expect(text).to.match(/^✔ Every token and cent is accounted for: all \d+ invariants hold/);
    });
  }
});
