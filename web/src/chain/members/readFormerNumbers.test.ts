import { memberRegistryAbi } from "@one-small-town/core/abis/memberRegistryAbi.ts";
import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import {
  type Address,
  decodeFunctionData,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionResult,
  type Hex,
  numberToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { describe, expect, it } from "vitest";
import { testSystem } from "../../testing/testSystem.ts";
import { readFormerNumbers } from "./readFormerNumbers.ts";

const amina = `0x${"a1".repeat(20)}` as const;
const before = `0x${"a0".repeat(20)}` as const;
const aunt = `0x${"c3".repeat(20)}` as const;
const WEEK = encodeAbiParameters([{ type: "uint16" }], [2_960]);

type Event = Parameters<typeof encodeEventTopics<typeof memberRegistryEvents>>[0];

function logOf(asked: Event, data: Hex) {
  const place = { blockNumber: "0x5", logIndex: "0x0", transactionIndex: "0x0", transactionHash: zeroHash };
  return {
    address: zeroAddress,
    topics: encodeEventTopics(asked),
    data,
    ...place,
  };
}

const abi = memberRegistryEvents;
const admitted = (town: number, number: number, wallet: Address) =>
  logOf({ abi, eventName: "MemberAdmitted", args: { town, number, wallet } }, WEEK);
const moved = (wallet: Address, newWallet: Address) =>
  logOf({ abi, eventName: "WalletMoved", args: { wallet, newWallet } }, "0x");
const closed = (wallet: Address, heir: Address) =>
  logOf({ abi, eventName: "RecordClosed", args: { wallet, heir } }, "0x");

/** What is found in a past of these events, where amina lives in town 2 now as number 7. */
function numbersIn(logs: readonly ReturnType<typeof logOf>[], owner: Address = amina) {
  const system = testSystem(({ method, params }) => {
    if (method === "eth_getLogs") {
      const { topics } = params[0] as { topics: (Hex | null)[] };
      return logs.filter((log) => topics.every((topic, i) => topic === null || topic === log.topics[i]));
    }
    if (method !== "eth_call") return { number: numberToHex(9), hash: zeroHash, timestamp: "0x1" };
    const { functionName } = decodeFunctionData({ abi: memberRegistryAbi, data: (params[0] as { data: Hex }).data });
    if (functionName === "memberAt") {
      return encodeFunctionResult({ abi: memberRegistryAbi, functionName, result: [owner, 2_960] });
    }
    const person = {
      town: 2,
      country: 710,
      residentUntil: 9,
      number: 7,
      left: false,
      suspended: false,
      waiting: false,
    };
    const result = { ...person, idCountry: 710, movedIn: 2_970, nonce: 1 };
    return encodeFunctionResult({ abi: memberRegistryAbi, functionName: "personOf", result });
  });
  system.deployment.startBlock = 1;
  return readFormerNumbers(system, amina);
}

describe("readFormerNumbers", () => {
  it("finds the number of an earlier home, and leaves out that of the present one", async () => {
    expect(await numbersIn([admitted(1, 4, amina), admitted(2, 7, amina)])).toEqual([
      { town: 1, number: 4, inherited: false },
    ]);
  });

  it("finds what an earlier wallet had, and what those had who died", async () => {
    const past = [admitted(1, 4, before), moved(before, amina), admitted(3, 9, aunt), closed(aunt, amina)];

    expect(await numbersIn(past)).toEqual([
      { town: 1, number: 4, inherited: false },
      { town: 3, number: 9, inherited: true },
    ]);
  });

  it("shows nobody a number that the registry does not give them", async () => {
    expect(await numbersIn([admitted(1, 4, amina)], aunt)).toEqual([]);
  });
});
