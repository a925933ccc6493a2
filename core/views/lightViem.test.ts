import { describe, expect, it } from "vitest";
import * as viem from "viem";
import * as light from "./lightViem.ts";

const [event] = viem.parseAbi(["event Proposed(uint256 indexed id, (address by, uint8[] parts) what, string name)"]);
const wallet = viem.toHex(0x1357_9bdf_aced_0123_4567_89abn, { size: 20 });
const { inputs } = event;
const data = viem.encodeAbiParameters(inputs, [7n, { by: wallet, parts: [1, 2] }, "Bakery"]);

describe("what the worker has of viem", () => {
  it("has every name that viem has", () => {
    expect(Object.keys(light).filter((name) => !(name in viem))).toEqual([]);
  });

  it.each<[string, unknown, unknown]>([
    ["zeroAddress", light.zeroAddress, viem.zeroAddress],
    ["zeroHash", light.zeroHash, viem.zeroHash],
    ["getAddress", light.getAddress(wallet), viem.getAddress(wallet)],
    ["hexToBytes", light.hexToBytes("0x00ff10"), viem.hexToBytes("0x00ff10")],
    ["numberToHex", light.numberToHex(2n ** 70n), viem.numberToHex(2n ** 70n)],
    ["numberToHex with a size", light.numberToHex(5, { size: 32 }), viem.numberToHex(5, { size: 32 })],
    ["keccak256", light.keccak256("0x0102"), viem.keccak256("0x0102")],
    ["toEventHash", light.toEventHash(event), viem.toEventHash(event)],
    ["decodeAbiParameters", light.decodeAbiParameters(inputs, data), viem.decodeAbiParameters(inputs, data)],
  ])("says the same: %s", (_, ours, theirs) => expect(ours).toEqual(theirs));
});
