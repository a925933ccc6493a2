import { expect } from "chai";
import { describe as inWords } from "./describe.ts";
import { proveHarness } from "./proveHarness.ts";
import { openSolver, type Solver } from "./solver.ts";

/** A harness of one proof. It may call what the contracts call. */
function harness(proof: string): string {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EqualParts} from "../../contracts/lib/EqualParts.sol";
import {Votes} from "../../contracts/lib/Votes.sol";

contract Planted {
    ${proof}
}
`;
}

describe("proveHarness", function () {
  this.timeout(60_000);
  let solver: Solver;

  /** What is said of a proof; its first line is the function's. */
  function linesOf(proof: string, answering: Solver = solver): string[] {
    const source = { folder: process.cwd(), file: "test/proofs/Planted.sol", content: harness(proof) };
    return proveHarness(source, answering).flatMap((judged) => inWords(judged).trimEnd().split("\n"));
  }

  before(async () => {
    solver = await openSolver();
  });

  it("proves what is true, in the words of the harness", () => {
    const lines = linesOf(`/// @notice Of any amount below 2⁹⁶:
    function proveHalves(uint96 amount) external pure {
        (uint256 half, uint256 rest) = EqualParts.divide(amount, 2);

        // Both halves and the rest
        // are the amount.
        assert(half * 2 + rest == amount);
        assert(rest < 2);
        assert(half <= amount);
    }`);

    expect(lines).to.deep.equal([
      "Of any amount below 2⁹⁶:",
      "  ✔ Both halves and the rest are the amount.",
      "  ✔ Nothing in it overflows, falls below zero or divides by zero.",
    ]);
  });

  it("names each claim that has no words by itself", () => {
    const lines = linesOf(`function proveHalves(uint96 amount) external pure {
        (uint256 half, uint256 rest) = EqualParts.divide(amount, 2);
        assert(half <= amount);
        uint256 doubled = half * 2;
        assert(doubled + rest == amount);
    }`);

    expect(lines.slice(0, 3)).to.deep.equal([
      "proveHalves",
      "  ✔ assert(half <= amount)",
      "  ✔ assert(doubled + rest == amount)",
    ]);
  });

  it("refutes what is false, with a counterexample and where it stands", () => {
    const lines = linesOf(`/// @notice Of any votes:
    function proveMinority(uint8 votes) external pure {
        require(votes < 7);
        // Six of eleven are no majority.
        assert(!Votes.exceed(votes, 2, 11));
    }`);

    expect(lines).to.deep.equal([
      "Of any votes: (Planted.proveMinority in test/proofs/Planted.sol)",
      "  ✘ Six of eleven are no majority.",
      "      Assertion violation with votes = 6.",
      "  ✔ Nothing in it overflows, falls below zero or divides by zero.",
    ]);
  });

  it("refutes one claim, and proves the other", () => {
    const lines = linesOf(`function proveParts(uint96 amount, uint8 count) external pure {
        require(count > 0);
        (uint256 part, uint256 rest) = EqualParts.divide(amount, count);
        // True.
        assert(rest < count);
        // False.
        assert(part > 0);
    }`);

    expect(lines.filter((line) => /^ {2}\S/.test(line)).slice(0, 2)).to.deep.equal(["  ✔ True.", "  ✘ False."]);
  });

  it("refutes arithmetic that can fail in a library, and says in which", () => {
    const lines = linesOf(`function proveParts(uint256 votes, uint256 all) external pure {
        // Nothing is said against it, where it does not revert.
        assert(Votes.reach(votes, 5, all) || votes * 5 < all);
    }`);

    expect(lines.join("\n")).to.include("✔ Nothing is said against it");
    expect(lines.join("\n")).to.include("✘ Nothing in it overflows");
    expect(lines.join("\n")).to.match(/Overflow .* in contracts\/lib\/Votes\.sol with .*votes = /);
  });

  it("refutes a division by zero", () => {
    const lines = linesOf(`function proveParts(uint256 amount, uint256 count) external pure {
        (, uint256 rest) = EqualParts.divide(amount, count);
        // True.
        assert(rest < count);
    }`);

    expect(lines.join("\n")).to.match(/Division by zero in contracts\/lib\/EqualParts\.sol with .*count = 0/);
  });

  it("notices assumptions that contradict each other, of which anything could be proved", () => {
    const lines = linesOf(`function proveAnything(uint8 votes) external pure {
        require(votes > 5);
        require(votes < 5);
        // Nought is one.
        assert(votes == 300);
    }`);

    expect(lines.slice(1, 3)).to.deep.equal([
      "  ✘ Something fulfils what is assumed.",
      "      Nothing does: nothing is proved.",
    ]);
  });

  it("notices a proof that claims nothing", () => {
    const lines = linesOf("function proveNothing(uint8 votes) external pure { require(votes > 0); }");

    expect(lines[1]).to.equal("  ✘ It claims something.");
  });

  it("notices a solver that finds a counterexample to nothing", () => {
    const lines = linesOf("function proveTruth() external pure { assert(true); }", () => "unsat\n");

    expect(lines.join("\n")).to.include("✘ Something fulfils what is assumed.");
  });

  it("leaves undecided what the solver gives up", () => {
    const lines = linesOf("function proveTruth(uint8 votes) external pure { assert(votes < 256); }", () => "unknown\n");

    expect(lines.slice(1)).to.deep.equal([
      "  ? Something fulfils what is assumed.",
      "      The solver gave up.",
      "  ? assert(votes < 256)",
      "      Assertion violation: the solver gave up.",
      "  ✔ Nothing in it overflows, falls below zero or divides by zero.",
    ]);
  });

  it("finds nothing to prove in a file without proofs", () => {
    expect(linesOf("function help() external pure { assert(false); }")).to.deep.equal([]);
  });

  it("says what the compiler does not understand", () => {
    expect(() => linesOf("function proveTypo() external pure { assert(tru); }")).to.throw(/Undeclared identifier/);
  });
});
