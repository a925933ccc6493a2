import { expect } from "chai";
import { openSolver } from "./solver.ts";
import { withoutBitVectors } from "./withoutBitVectors.ts";

/** A conversion as the compiler writes it. */
function conversion(value: string, bits: number): string {
  return `(bv2nat (ite (>= ${value} 0) ((_ int2bv ${bits}) ${value}) (bvneg ((_ int2bv ${bits}) (- ${value})))))`;
}

describe("withoutBitVectors", () => {
  it("writes conversions as remainders", () => {
    const query = `(assert (= a ${conversion("expr_1", 8)}))\n(assert (= b ${conversion("(+ c 1)", 112)}))\n(check-sat)`;

    expect(withoutBitVectors(query)).to.equal(
      `(assert (= a (mod expr_1 256)))\n(assert (= b (mod (+ c 1) ${2n ** 112n})))\n(check-sat)`,
    );
  });

  it("leaves alone what is anything else", () => {
    const others = [
      "(assert (= a (bv2nat (bvand ((_ int2bv 8) b) ((_ int2bv 8) c)))))",
      `(assert (= a ${conversion("b", 8).replace("(- b)", "(- c)")}))`,
      `(assert (= a ${conversion("b", 8).replace(">=", ">")}))`,
      `(assert (= a ${conversion("b", 8).replace("int2bv 8", "int2bv 16")}))`,
    ];

    for (const query of others) expect(withoutBitVectors(query)).to.equal(query);
  });

  it("means the same, also below zero", async () => {
    const solver = await openSolver();
    // Spaces keep the conversion on the left from being rewritten as well.
    const asWritten = conversion("a", 4).replaceAll(" ", "  ");
    const query = `(declare-const a Int)
(assert (and (>= a (- 40)) (<= a 40)))
(assert (not (= ${asWritten} ${conversion("a", 4)})))
(check-sat)`;

    expect(withoutBitVectors(query)).to.include("bv2nat").and.to.include("(mod a 16)");
    expect(solver(query)).to.match(/^unsat/);
  });
});
