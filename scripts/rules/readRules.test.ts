import { expect } from "chai";
import solc from "solc";
import { readRules, type Rules } from "./readRules.ts";
import type { Sources } from "./syntax.ts";

describe("readRules", () => {
  describe("given constants", () => {
    for (const [declaration, value] of [
      ["uint256 private constant _A = 7 days;", 604_800n],
      ["uint256 internal constant A = 3 * 365 days + 1 days;", 94_694_400n],
      ["uint256 public constant A = 1e18;", 10n ** 18n],
      ["uint256 public constant A = 0.5 ether;", 5n * 10n ** 17n],
      ["uint112 constant A = 2 ** 110 - 1;", 2n ** 110n - 1n],
      ["uint16 constant A = 10_000;", 10_000n],
      ["int256 constant A = -5;", -5n],
      ["uint256 constant A = 0x00FF << 248;", 0xffn << 248n],
      ["uint256 constant B = 12; uint256 constant A = 256 - B;", 244n],
      ["uint256 constant B = 12; uint256 constant A = (2 ** 11 + B - 1) / B;", 171n],
      ["uint256 constant B = 7; uint256 constant A = B % 4;", 3n],
      ["uint256 constant B = 3; uint256 constant A = B ** 4 << 1 | 1;", 163n],
      ["uint256 constant B = 6; uint256 constant A = (B & 3) ^ (B >> 1);", 1n],
      ["int256 constant B = 7; int256 constant A = -B / 2;", -3n],
      ["uint8 constant B = 1; uint8 constant A = ~B;", 254n],
      ["uint8 constant B = 255; uint8 constant A = B << 1;", 254n],
      ["uint256 constant A = Others.MOST + 1;", 13n],
      ["uint256 constant A = type(uint96).max;", 2n ** 96n - 1n],
      ["int8 constant A = type(int8).min;", -128n],
      ["uint256 constant B = 258; uint8 constant A = uint8(B);", 2n],
      ["bytes32 constant A = bytes32(uint256(0xF0) << 248);", { hex: `0xf0${"0".repeat(62)}` }],
      ["bytes3 constant A = 0xef0100;", { hex: "0xef0100" }],
      ['bytes1 constant A = hex"0f";', { hex: "0x0f" }],
      ['bytes4 constant A = "ab";', { hex: "0x61620000" }],
      ['string constant A = "1";', "1"],
      [
        'bytes32 constant A = keccak256("Transfer(address,address,uint256)");',
        { hex: "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef" },
      ],
    ] as const) {
      it(`knows the value of ${declaration}`, () => {
        const { constants } = read(`contract Town { ${declaration} }`);
        expect(constants.get("Town")?.find(({ name }) => name === "A")?.value).to.deep.equal(value);
      });
    }

    it("says what is said of them, without their underscore", () => {
      const { constants } = read(`contract Town {
        /// @notice Quarters of one
        /// shift.
        uint256 internal constant SHIFT = 12;
        uint256 private constant _PART = 5;
        uint256 public notConstant = 3;
        uint256 private immutable _FIXED = 4;
      }`);
      expect(constants.get("Town")).to.deep.equal([
        { name: "SHIFT", value: 12n, says: "Quarters of one shift." },
        { name: "PART", value: 5n, says: "" },
      ]);
    });

    it("leaves out contracts without any, and files that were not asked for", () => {
      expect([...read("contract Town { uint256 public members; }").constants.keys()]).to.deep.equal([]);
    });
  });

  describe("given a constant that it cannot evaluate", () => {
    for (const [declaration, error] of [
      ["uint256 constant B = 1; uint256 constant A = B > 0 ? 1 : 2;", "Town: A cannot be evaluated: Conditional"],
      ["address constant A = address(0);", "Town: A cannot be evaluated: address is no integer"],
      ["uint8 constant B = 255; uint8 constant A = B + 1;", "Town: A cannot be evaluated: 256 does not fit uint8"],
      ["uint256 constant A = uint256(keccak256(abi.encode(1)));", "Town: A cannot be evaluated: FunctionCall"],
      ["bool constant A = true;", "Town: A cannot be evaluated: Literal"],
      [
        "uint256 constant B = C > 0 ? 1 : 2; uint256 constant C = 1; uint256 constant A = B;",
        "Town: B cannot be evaluated: Conditional",
      ],
    ] as const) {
      it(`says so of ${declaration}`, () => {
        expect(() => read(`contract Town { ${declaration} }`)).to.throw(error);
      });
    }

    it("has no home for one outside of every contract", () => {
      expect(() => read("uint256 constant A = 1; contract Town {}")).to.throw(
        "The constant A stands outside of every contract",
      );
    });
  });

  it("names enumerations, in and outside of contracts, in Solidity's order", () => {
    const { enumerations } = read(`
      /// @notice Where a sale stands.
      enum Phase { None, Local, CalledOff }
      interface Town { enum Kind { Meal, Parcel } }
    `);
    expect(enumerations).to.deep.equal([
      { name: "Phase", members: ["none", "local", "calledOff"], says: "Where a sale stands." },
      { name: "Kind", members: ["meal", "parcel"], says: "" },
    ]);
  });
});

const OTHERS = "library Others { uint256 internal constant MOST = 12; enum Unseen { One } }";

/** What is read of one file of these lines, by the compiler itself. */
function read(source: string): Rules {
  const answer = solc.compile(
    JSON.stringify({
      language: "Solidity",
      sources: {
        "Town.sol": { content: `pragma solidity 0.8.37; import {Others} from "Others.sol"; ${source}` },
        "Others.sol": { content: `pragma solidity 0.8.37; ${OTHERS}` },
      },
      settings: { outputSelection: { "*": { "": ["ast"] } } },
    }),
  );
  const { sources, errors = [] } = JSON.parse(answer) as {
    sources: Sources;
    errors?: { severity: string; formattedMessage: string }[];
  };
  const failed = errors.find(({ severity }) => severity === "error");
  if (failed !== undefined) throw new Error(failed.formattedMessage);
  return readRules(sources, ["Town.sol"]);
}
