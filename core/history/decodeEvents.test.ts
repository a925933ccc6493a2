import { type AbiEvent, encodeAbiParameters, encodeEventTopics, parseEventLogs, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { contributionsEvents } from "../abis/contributionsEvents.ts";
import { successionEvents } from "../abis/successionEvents.ts";
import { decoderOf, type RawLog } from "./decodeEvents.ts";

const wallet = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

function logOf(abi: readonly AbiEvent[], eventName: string, args: Record<string, unknown>): RawLog {
  const event = abi.find(({ name }) => name === eventName);
  if (event === undefined) throw new Error(eventName);
  const others = event.inputs.filter((input) => !("indexed" in input && input.indexed));
  return {
    address: wallet,
    topics: encodeEventTopics({ abi: [event], eventName, args }).flatMap((topic) => topic ?? []),
    data: encodeAbiParameters(others, others.map(({ name }) => args[name ?? ""]) as never),
    blockNumber: toHex(77),
    logIndex: toHex(5),
    transactionIndex: toHex(2),
    transactionHash: toHex(9, { size: 32 }),
  };
}

const claim = { town: 3, number: 24_000, wallet, infinity: 2n ** 200n + 1n, cash: 17n, upTo: 52 };
const amendment = {
  town: 3,
  weekIndex: 3_000,
  by: wallet,
  pointer: wallet,
  reviewEnds: 1_800_000_000,
  active: 2,
  electors: 40,
  numbers: [1, 3],
  quarters: "0x180c",
};
const proposal = {
  wallet,
  successor: wallet,
  evidence: toHex(0, { size: 32 }),
  town: 3,
  country: 710,
  proposer: wallet,
  proposedAt: 1_800_000_000,
  isSecond: true,
  passesOver: false,
};

describe("decoderOf", () => {
  it.each([
    ["ContributionsClaimed", contributionsEvents, claim],
    ["TimesheetAmended", contributionsEvents, amendment],
    ["SuccessionProposed", successionEvents, { id: toHex(2, { size: 32 }), wallet, proposal }],
  ] as const)("reads %s as viem does", (eventName, abi, args) => {
    const log = logOf(abi, eventName, args);
    const [known] = parseEventLogs({ abi: abi as never, logs: [log as never] }) as unknown as [{ args: object }];
    const decoded = decoderOf(abi)(log);
    expect(decoded?.eventName).toBe(eventName);
    expect(decoded?.args).toEqual(known.args);
    expect(decoded).toMatchObject({ blockNumber: 77n, logIndex: 5, transactionIndex: 2, address: wallet });
  });

  it("leaves out what the ABI does not know", () => {
    expect(decoderOf(successionEvents)(logOf(contributionsEvents, "ContributionsClaimed", claim))).toBeUndefined();
  });

  it("does not take a log that is cut off", () => {
    const log = logOf(contributionsEvents, "ContributionsClaimed", claim);
    expect(() => decoderOf(contributionsEvents)({ ...log, data: "0x00" })).toThrow("cut off");
  });
});
