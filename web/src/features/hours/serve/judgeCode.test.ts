import { fetchUntil, type Benefit } from "@one-small-town/core/hours/benefits.ts";
import { redemptionToSign } from "@one-small-town/core/hours/signedWords.ts";
import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { writeQr } from "@one-small-town/core/qr/QrContent.ts";
import { NO_END } from "@one-small-town/core/rules/Benefits.ts";
import { concatHex, createClient, custom, type Hex, slice, toHex, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import type { Kitchen } from "../../../chain/hours/Kitchen.ts";
import type { System } from "../../../chain/System.ts";
import { i18n } from "../../../content/i18n.ts";
import type { Serving } from "../../../transactions/servings.ts";
import { judgeCode, readCode } from "./judgeCode.ts";
import { standingOf } from "./standingOf.ts";

const WEEK = 2_950;
const CHAIN = 31_337;
const NUMBER = 3;
const amina = privateKeyToAccount(`0x${"a1".repeat(32)}`);
const other = privateKeyToAccount(`0x${"b2".repeat(32)}`);
const dollar = { address: zeroAddress, symbol: "TUSD", decimals: 6 };
const town = { id: 1, name: "Willowmere", country: 710, currency: dollar };
const lunch: Benefit = {
  id: 7,
  town: 1,
  kind: "meal",
  perShift: false,
  units: 5,
  validWeeks: 2,
  lastWeekIndex: NO_END,
  words: { title: "Lunch", place: "Hall", times: "" },
};
const now = weekStart(WEEK + 2);
const kitchen: Kitchen = {
  town,
  block: { time: now, readAt: 0 },
  benefits: [lunch],
  sheets: { [WEEK]: "0c000c0b" },
  wallets: { 1: other.address, [NUMBER]: amina.address },
  redeemed: {},
};
const addresses = new Proxy({}, { get: () => "0x00000000000000000000000000000000000000c1" });

/** A node that does not answer, or what it says to a call. */
function systemWith(answer: () => Promise<Hex> = () => Promise.reject(new Error("no connection"))): System {
  const client = createClient({ transport: custom({ request: answer }, { retryCount: 0 }) });
  return { deployment: { chainId: CHAIN, addresses }, client } as unknown as System;
}

const asked = { benefit: 7, weekIndex: WEEK, number: NUMBER, cumulativeUnits: 1 };

async function signedBy(signer = amina, change: Partial<typeof asked> = {}) {
  const redemption = { ...asked, ...change };
  const { domain, types, message } = redemptionToSign(systemWith().deployment, {
    ...redemption,
    benefit: BigInt(redemption.benefit),
  });
  const signature = await signer.signTypedData({ domain, types, primaryType: "Redemption", message });
  return { kind: "redemption" as const, chainId: CHAIN, ...redemption, signature };
}

type Code = Awaited<ReturnType<typeof signedBy>>;

async function judge(
  code: Code,
  {
    servings = [],
    change = {},
    system = systemWith(),
  }: { servings?: Serving[]; change?: object; system?: System } = {},
) {
  const known = { town, kitchen: { ...kitchen, ...change }, servings, now };
  const judged = await judgeCode(system, code, known);
  return "words" in judged ? i18n._(judged.words) : judged;
}

function served(code: Code, units = 1): Serving {
  const { benefit, weekIndex, number, cumulativeUnits, signature } = code;
  return { benefit, weekIndex, number, cumulativeUnits, signature, wallet: amina.address, units, isSent: false };
}

describe("a code before the camera", () => {
  it("is taken as it is read", async () => {
    const code = await signedBy();
    expect(readCode(writeQr(code), systemWith())).toEqual({ code });
  });

  it.each([
    ["a person's", writeQr({ kind: "person", chainId: CHAIN, wallet: amina.address }), /stands for a person/],
    ["a link", "https://example.org", /does not belong to One Small Town/],
  ])("is not taken when it is %s", (_, text, words) => {
    const read = readCode(text, systemWith());
    expect("words" in read && i18n._(read.words)).toMatch(words);
  });

  it("is not taken from another network", async () => {
    const read = readCode(writeQr({ ...(await signedBy()), chainId: 8453 }), systemWith());
    expect("words" in read && i18n._(read.words)).toMatch(/another network/);
  });
});

describe("without a connection", () => {
  it("a member's own signature is enough", async () => {
    expect(await judge(await signedBy())).toMatchObject({ benefit: lunch, wallet: amina.address, had: 0, all: 5 });
  });

  it("a voucher out of its order stands for all before it", async () => {
    const judged = await judge(await signedBy(amina, { cumulativeUnits: 3 }));
    expect(judged).toMatchObject({ had: 0, redemption: { cumulativeUnits: 3 } });
  });

  it("a copy gets nothing: from this device, or once the chain knows", async () => {
    const code = await signedBy();
    expect(await judge(code, { servings: [served(code)] })).toMatch(/used before: 1 unit of this week/);
    expect(await judge(code, { change: { redeemed: { [`7 ${WEEK} ${NUMBER}`]: 2 } } })).toMatch(/used before: 2 units/);
  });

  it("somebody else's signature gets nothing, and may be a contract's", async () => {
    expect(await judge(await signedBy(other))).toMatch(/cannot be checked without a connection/);
  });

  it.each([
    ["of another town or benefit", { benefit: 8 }, /not for anything on the list of Willowmere/],
    ["of a week that is not closed", { weekIndex: WEEK + 1 }, /is not closed yet/],
    ["of a week that is too long ago", { weekIndex: WEEK - 1 }, /too late to fetch/],
    ["of a member who did not work", { number: 2 }, /worked less than three hours/],
    ["of a quarter of an hour too little", { number: 4 }, /worked less than three hours/],
    ["of a member who is none", { number: 900 }, /worked less than three hours/],
    ["of nobody", { number: 0 }, /worked less than three hours/],
    ["for more than the week gives", { cumulativeUnits: 6 }, /this week gives 5/],
    ["for nothing", { cumulativeUnits: 0 }, /used before: 0 units/],
  ])("a code gets nothing that is %s", async (_, change, words) => {
    expect(await judge(await signedBy(amina, change))).toMatch(words);
  });

  it("a benefit that has ended gets nothing for later weeks", async () => {
    const ended = { benefits: [{ ...lunch, lastWeekIndex: WEEK - 1 }] };
    expect(await judge(await signedBy(), { change: ended })).toMatch(/was given up to the week/);
  });

  it("a signature that the chain would not take is not taken: written in the other way, or shortened", async () => {
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const code = await signedBy();
    const s = toHex(order - BigInt(slice(code.signature, 32, 64)), { size: 32 });
    const v = slice(code.signature, 64) === "0x1b" ? "0x1c" : "0x1b";
    const turned = { ...code, signature: concatHex([slice(code.signature, 0, 32), s, v]) };
    expect(await judge(turned)).toMatch(/cannot be checked/);
    expect(await judge({ ...code, signature: slice(code.signature, 0, 64) })).toMatch(/cannot be checked/);
  });
});

describe("with a connection", () => {
  const magic: Hex = `0x1626ba7e${"00".repeat(28)}`;

  it("a wallet that is a contract is asked", async () => {
    const code = await signedBy(other);
    expect(await judge(code, { system: systemWith(() => Promise.resolve(magic)) })).toMatchObject({ all: 5 });
    expect(await judge(code, { system: systemWith(() => Promise.resolve("0x")) })).toMatch(/not signed by this member/);
  });
});

describe("what waits to be written down", () => {
  const standing = async (change: object, sent: Partial<Serving> = {}, at = now) => {
    const { at: where, words } = standingOf({ ...served(await signedBy()), ...sent }, { ...kitchen, ...change }, at);
    return [where, words && i18n._(words)];
  };
  const redeemed = (units: number) => ({ redeemed: { [`7 ${WEEK} ${NUMBER}`]: units } });

  it("waits while nothing stands against it", async () => {
    expect(await standing({})).toEqual(["waiting", null]);
  });

  it("is done when the chain has it from here", async () => {
    expect(await standing(redeemed(1), { isSent: true })).toEqual(["done", null]);
  });

  it.each([
    ["another steward wrote it down", redeemed(1), /Somebody else wrote this down before/],
    ["the member's wallet moved", { wallets: { [NUMBER]: other.address } }, /another wallet before this was sent/],
    ["it was ended meanwhile", { benefits: [{ ...lunch, lastWeekIndex: WEEK - 1 }] }, /was given up to/],
  ])("will not count when %s", async (_, change, words) => {
    expect(await standing(change)).toEqual(["refused", expect.stringMatching(words)]);
  });

  it("will not count when it is sent too late", async () => {
    expect(await standing({}, {}, fetchUntil(lunch, WEEK))).toEqual(["refused", expect.stringMatching(/too late/)]);
  });

  it("says when a part of it was written down by another", async () => {
    const sent = { cumulativeUnits: 3, units: 3 };
    expect(await standing(redeemed(2), sent)).toEqual(["waiting", expect.stringMatching(/2 units were fetched twice/)]);
  });
});
