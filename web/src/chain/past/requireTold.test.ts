import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { projectStages } from "@one-small-town/core/rules/enumerations.ts";
import {
  type AbiParameter,
  type AbiFunction,
  encodeAbiParameters,
  type Hex,
  numberToHex,
  padHex,
  toFunctionSelector,
  zeroAddress,
  zeroHash,
} from "viem";
import { describe, expect, it } from "vitest";
import { testSystem } from "../../testing/testSystem.ts";
import { readSupply } from "../hours/readSupply.ts";
import { readDeposits } from "../profit/readDeposits.ts";
import { readHistory } from "../projects/accountability/readHistory.ts";
import { readReleases } from "../projects/accountability/readReleases.ts";
import { findPromised } from "../projects/findPromised.ts";
import type { Offering } from "../shares/offeringQuery.ts";
import { readHolders } from "../shares/readHolders.ts";
import type { System } from "../System.ts";
import { readWalletPast } from "./readWalletPast.ts";

const views: readonly AbiFunction[] = [
  ...authorityViews,
  ...contributionsViews,
  ...investorTokenViews,
  ...projectRegistryViews,
  ...releasesViews,
  ...shareOfferingViews,
  ...townRegistryViews,
];

const token = padHex("0xb1", { size: 20 });
const block = 100n;
const hash = padHex("0x11", { size: 32 });
const head = { number: numberToHex(block), hash: zeroHash, timestamp: "0x1", logsBloom: "0x" };

type Said = Readonly<Record<string, unknown>>;

/** A node that tells of no event, with contracts that say `said`, by the name of a view or of a field, and else nothing. */
function system(said: Said): System {
  const node = testSystem(({ method, params }) => {
    if (method === "eth_getBlockByNumber") return head;
    if (method === "eth_getLogs") return [];
    const { data } = params[0] as { data: Hex };
    const view = views.find((one) => data.startsWith(toFunctionSelector(one)));
    if (view === undefined) throw new Error(`${method} of ${data} is not expected`);
    const values = view.outputs.map((output) => valueOf(output, said, view.name));
    return encodeAbiParameters(view.outputs, values);
  });
  return { ...node, deployment: { ...node.deployment, startBlock: 1 } };
}

function valueOf(parameter: AbiParameter, said: Said, name = parameter.name ?? ""): unknown {
  const { type } = parameter;
  if (name in said) return said[name];
  if (type.endsWith("[]")) return [];
  if (type === "tuple" && "components" in parameter) {
    return Object.fromEntries(parameter.components.map((part) => [part.name, valueOf(part, said)]));
  }
  if (type === "address") return zeroAddress;
  if (type === "string") return "";
  if (type === "bool") return false;
  return type.startsWith("bytes") ? zeroHash.slice(0, 2 + 2 * Number(type.slice(5))) : 0n;
}

type Row = [what: string, said: Said, read: (system: System) => Promise<unknown>];

const rows: Row[] = [
  ["the holders of shares", { totalSupply: 5n }, (node) => readHolders(node, { token, town: 1 }, block)],
  ["the weeks that were counted", { townCount: 1, timesheets: 2 }, readSupply],
  ["profits", { latestOf: 1n, token, perShare: 3n }, (node) => readDeposits(node, 1n)],
  ["requests for a sale’s money", { requests: 1 }, (node) => readReleases(node, { id: 1n } as Offering, block)],
  [
    "the beginning of a business",
    { stage: projectStages.indexOf("operating") },
    (node) => readHistory(node, { business: 1n, block }),
  ],
  [
    "the end of a business",
    { stage: projectStages.indexOf("closed") },
    (node) => readHistory(node, { business: 1n, block }),
  ],
  ["those who run a business", { manager: token }, (node) => readHistory(node, { business: 1n, block })],
  ["what came to a wallet", { balanceOf: 1n }, (node) => readWalletPast(node, { wallet: token, tokens: [token] })],
];

describe("a node that tells of no event", () => {
  it.each(rows)("is believed about %s where the contracts say so too", async (_, __, read) => {
    await expect(read(system({}))).resolves.toBeDefined();
  });

  it.each(rows)("is not believed about %s where the contracts count some", async (_, said, read) => {
    await expect(read(system(said))).rejects.toMatchObject({ name: "NotTold" });
  });

  it("is not believed about documents that a sale was agreed on", async () => {
    await expect(findPromised(system({}), 1n, { plan: hash, pack: zeroHash })).rejects.toMatchObject({
      name: "NotTold",
    });
    await expect(findPromised(system({}), 1n, { plan: zeroHash, pack: zeroHash })).resolves.toBeDefined();
  });
});
