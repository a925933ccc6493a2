import { expect } from "chai";
import { networkHelpers } from "../fixture/connection.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";

const HONEST = (_: unknown, answer: unknown) => answer;

describe("the audit of an honest chain", () => {
  for (const [number, lies, word] of [
    ["one node", [HONEST], /, as ONE node tells it \(http:\S+\): /],
    ["two nodes", [HONEST, HONEST], /, as two nodes agree \(http:\S+ and http:\S+\): /],
  ] as const) {
    it(`says in its first line that all holds, and on whose word, by ${number}`, async () => {
      const { deployment } = await networkHelpers.loadFixture(auditedTown);

      const { report, text } = await auditBy(deployment, { lies });

      expect(report.outcome, text).to.equal("holds");
      expect(text).to.match(/^✔ Every token and cent is accounted for, as .*: all \d+ invariants hold/);
      expect(text.split("\n")[0]).to.match(word);
    });
  }
});
