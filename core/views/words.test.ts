import { describe, expect, it } from "vitest";
import {
  decodeAbiParameters,
  encodeAbiParameters,
  encodeFunctionData,
  getAddress,
  parseAbiItem,
  toEventHash,
  toHex,
} from "viem";
import { callOf } from "./Question.ts";
import { hashOfText, typeOf, viewOf } from "./View.ts";
import { addressOf, decodeParams, type Param, toWord, wordOf } from "./words.ts";

const wallet = getAddress(toHex(0x1357_9bdf_aced_0123_4567_89abn, { size: 20 }));
const terms =
  "(uint64 business,uint16[] tranches,bytes32 plan,(uint16 investors,bool sealed) deed,string name,bytes code,bytes32[2] steps)";

describe("decodeParams", () => {
  it.each<[string, unknown[]]>([
    ["uint48,uint256,bool,address,bytes32,bytes4", [7, 2n ** 200n, true, wallet, toHex(9, { size: 32 }), "0x01020304"]],
    ["string,uint8,bytes", ["Willowmere, früher „Weide“", 3, "0x0102"]],
    [
      "address[],(uint32,bool)[]",
      [
        [wallet, wallet],
        [[1, true] as const, [2, false] as const],
      ],
    ],
    [
      terms,
      [
        {
          business: 5n,
          tranches: [1, 2, 3],
          plan: toHex(1, { size: 32 }),
          deed: { investors: 4_000, sealed: true },
          name: "Bakery",
          code: "0x",
          steps: [toHex(2, { size: 32 }), toHex(3, { size: 32 })],
        },
      ],
    ],
    ["(uint32 town,(string name,uint16[] weeks)[] all) x,uint8", [{ town: 1, all: [{ name: "a", weeks: [1] }] }, 9]],
  ])("is what viem's is: %s", (types, values) => {
    const { outputs } = viewOf(`view()(${types})`);
    const data = encodeAbiParameters(outputs as never, values as never);
    expect(decodeParams(outputs, data.slice(2))).toEqual(decodeAbiParameters(outputs as never, data));
  });

  it("refuses what is cut off", () => {
    const { outputs } = viewOf("view()(string)");
    const data = encodeAbiParameters(outputs as never, ["many letters"] as never).slice(2);
    for (const most of [0, 63, 128, 150]) expect(() => decodeParams(outputs, data.slice(0, most))).toThrow("cut off");
  });
});

describe("words", () => {
  it.each([
    ["uint16", 65_535],
    ["uint256", 2n ** 255n],
    ["bool", false],
    ["address", wallet],
    ["bytes32", toHex(77, { size: 32 })],
  ])("say what was written: %s", (type, value) => expect(wordOf(type, toWord(type, value))).toEqual(value));

  it.each([
    ["uint16", 65_536],
    ["uint40", -1],
    ["bool", 2],
  ])("refuse what a type cannot have: %s", (type, value) => expect(() => toWord(type, value)).toThrow(`is no ${type}`));

  it("say addresses as people write them", () => {
    for (let i = 1n; i < 200n; i++) {
      const small = toHex(i ** 20n % 2n ** 160n, { size: 20 });
      expect(addressOf(small)).toBe(getAddress(small));
    }
  });
});

describe("signatures", () => {
  it("name events and views as viem does", () => {
    const event = parseAbiItem(
      "event Proposed(uint256 indexed id, (address by, (uint8 a, bool b)[] parts) what, string[2] words)",
    );
    expect(`0x${hashOfText(event.name + typeOf(event.inputs as readonly Param[]))}`).toBe(toEventHash(event));
  });

  it("make the very call that viem makes", () => {
    const abi = [parseAbiItem("function wasAway(uint32 town, uint256 number, uint16 week) view returns (bool)")];
    const call = callOf({
      target: wallet,
      view: viewOf("wasAway(uint32,uint256,uint16)(bool)"),
      args: [1, 5n, 9],
    });
    expect(`0x${call.data}`).toBe(encodeFunctionData({ abi, functionName: "wasAway", args: [1, 5n, 9] }));
  });
});
