import { Refusal } from "@one-small-town/core/asking/Ask.ts";
import {
  encodeAbiParameters,
  encodeEventTopics,
  erc20Abi,
  getAbiItem,
  type Hex,
  numberToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { describe, expect, it } from "vitest";
import type { System, TownClient } from "../System.ts";
import { letTakeLong, PastInPieces } from "./PastInPieces.ts";
import { readPast, requireTold } from "./readPast.ts";

const event = getAbiItem({ abi: erc20Abi, name: "Transfer" });
const token = "0x00000000000000000000000000000000000000b1";
const START = 1_000;

type Range = { fromBlock: Hex; toBlock: Hex };

/** A node that tells of at most so many blocks at once, with a transfer in every hundredth. */
function node(most: number) {
  const asked: [from: number, to: number][] = [];
  const request = ({ params: [{ fromBlock, toBlock }] }: { params: [Range] }) => {
    const [from, to] = [Number(fromBlock), Number(toBlock)];
    asked.push([from, to]);
    if (to - from + 1 > most) return Promise.reject(new Refusal(`exceed maximum block range: ${most}`, -32_005));
    const blocks = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((block) => block % 100 === 0);
    return Promise.resolve(blocks.map(transferIn));
  };
  const client = { request, uid: "test" } as unknown as TownClient;
  const system = { client, deployment: { startBlock: START } } as unknown as System;
  const read = async (toBlock: number) => {
    const transfers = await readPast(system, { address: token, event, toBlock: BigInt(toBlock) });
    return transfers.map(({ blockNumber }) => Number(blockNumber));
  };
  return { system, asked, read };
}

function transferIn(block: number) {
  return {
    address: token,
    topics: encodeEventTopics({ abi: [event], args: { from: zeroAddress, to: token } }),
    data: encodeAbiParameters([{ type: "uint256" }], [1n]),
    blockNumber: numberToHex(block),
    blockHash: zeroHash,
    transactionHash: zeroHash,
    transactionIndex: "0x0",
    logIndex: "0x0",
  };
}

describe("readPast", () => {
  it("reads everything at once from a node that tells it", async () => {
    const { asked, read } = node(100_000);
    expect(await read(1_250)).toEqual([1_000, 1_100, 1_200]);
    expect(asked).toEqual([[1_000, 1_250]]);
  });

  it("asks no further where a node tells it in pieces only, and then not at all", async () => {
    const { asked, read } = node(100);
    await expect(read(1_250)).rejects.toThrow(PastInPieces);
    await expect(read(1_250)).rejects.toThrow(PastInPieces);
    expect(asked).toHaveLength(1);
  });

  it("asks piece by piece once somebody wants to know", async () => {
    const { system, read } = node(100);
    await expect(read(1_250)).rejects.toThrow(PastInPieces);
    letTakeLong(system);
    expect(await read(1_250)).toEqual([1_000, 1_100, 1_200]);
  });

  it("goes on where it ended, and reads the last few blocks again", async () => {
    const { asked, read } = node(100_000);
    await read(1_305);
    expect(await read(1_410)).toEqual([1_000, 1_100, 1_200, 1_300, 1_400]);
    expect(asked[1]).toEqual([1_290, 1_410]);
  });

  it("is asked anew after it did not tell all", async () => {
    const { system, asked, read } = node(100_000);
    await read(1_250);
    expect(() => requireTold(system, true, "transfers")).not.toThrow();
    expect(() => requireTold(system, false, "transfers")).toThrow("does not tell all transfers");
    await read(1_250);
    expect(asked).toEqual([
      [1_000, 1_250],
      [1_000, 1_250],
    ]);
  });

  it("tells no more than was asked for", async () => {
    const { read } = node(100_000);
    await read(1_305);
    expect(await read(1_150)).toEqual([1_000, 1_100]);
  });
});
