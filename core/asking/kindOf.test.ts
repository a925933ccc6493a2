import { RpcRequestError, UnknownRpcError } from "viem";
import { describe, expect, it } from "vitest";
import { Refusal } from "./Ask.ts";
import { type Kind, kindOf, refusalIn } from "./kindOf.ts";

type Said = [who: string, code: number, message: string, data?: unknown, status?: number];

/** What nodes of many makers and hosts say, by what they mean and which limit it is. */
const SAID: Record<Kind, Record<string, readonly Said[]>> = {
  wait: {
    "questions a second": [
      [
        "Alchemy",
        429,
        "Your app has exceeded its compute units per second capacity. If you have retries enabled, you can safely ignore this message. If not, check out https://docs.alchemy.com/reference/throughput",
      ],
      ["Alchemy, websocket", -32_000, "Your app has exceeded its compute units per second capacity."],
      [
        "Alchemy, concurrency",
        429,
        "Your app has exceeded its concurrent requests capacity. If you have retries enabled, you can safely ignore this message.",
      ],
      ["Infura", -32_005, "project ID request rate exceeded"],
      [
        "QuickNode",
        -32_007,
        "15/second request limit reached - reduce calls per second or upgrade your account at quicknode.com",
      ],
      ["Base", -32_016, "over rate limit"],
      ["BlastAPI", 15, "Too many request, try again later"],
      ["Ankr", -32_090, "Too many requests, reason: call rate limit exhausted, retry in 10s"],
      ["Tenderly", -32_005, "rate limit exceeded"],
      ["Unifra", 429, "Your app has reached maximum qps limit"],
      ["Chainstack", -32_005, "You've exceeded the RPS limit available on the current plan."],
      ["PublicNode", -32_000, "rate limited"],
      ["1RPC", -32_001, "Exceeded the quota usage"],
      ["LlamaNodes", 429, "Too Many Requests"],
      ["Etherscan", 0, "Max calls per sec rate limit reached (3/sec)"],
      ["Cloudflare", 0, "error code: 1015", undefined, 429],
      ["Arbitrum", -32_005, "limit exceeded", "Too Many Requests"],
    ],
    "a day or a month": [
      ["Infura, a day", -32_005, "daily request count exceeded, request rate limited"],
      ["Infura, credits", -32_005, "Monthly credits exhausted"],
      ["QuickNode, a day", -32_007, "daily request limit reached - upgrade your account at quicknode.com"],
      ["MetaMask", 402, "Insufficient credits"],
      [
        "Alchemy, a month",
        429,
        "Monthly capacity limit exceeded. Visit https://dashboard.alchemy.com/settings/billing to upgrade your scaling policy for continued service.",
      ],
    ],
    "a node that has much to do": [
      ["Optimism", -32_011, "no backends available for method"],
      ["proxyd", -32_011, "no backend is currently healthy to serve traffic"],
      ["proxyd, busy", -32_017, "server is overloaded"],
      ["anybody", -32_603, "service temporarily unavailable"],
      ["anybody, in its data", -32_603, "Internal error", { reason: "server busy" }],
    ],
  },
  less: {
    blocks: [
      ["Infura", -32_602, "range 1000000 exceeds limit of 10000"],
      [
        "Alchemy, free",
        -32_600,
        "Under the Free tier plan, you can make eth_getLogs requests with up to a 10 block range. Based on your parameters, this block range should work: [0x123c9b2, 0x123c9bb]. Upgrade to PAYG for expanded block range.",
      ],
      [
        "Alchemy",
        -32_600,
        "You can make eth_getLogs requests with up to a 500 block range. Based on your parameters, this block range should work: [0x123c9b2, 0x123cba5]",
      ],
      ["QuickNode", -32_614, "eth_getLogs is limited to a 10,000 range", undefined, 413],
      ["Ankr", -32_600, "block range is too wide"],
      ["dRPC", 35, "ranges over 10000 blocks are not supported on freetier"],
      [
        "BlastAPI",
        -32_602,
        "Invalid params",
        { range: "the range exceeds the range allowed for your plan (1000 > 500)" },
      ],
      [
        "Tenderly",
        -32_602,
        "invalid params",
        { error_id: "4ed94073", payload: "range 9009594 is bigger than range limit 2000" },
      ],
      [
        "Chainstack",
        -32_600,
        "Block range limit exceeded. See more details at https://docs.chainstack.com/docs/limits#evm-range-limits",
      ],
      ["Cloudflare", -32_047, "Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: 800"],
      ["PublicNode", -32_701, "exceed maximum block range: 50000"],
      ["1RPC", -32_602, "eth_getLogs is limited to a 10000 blocks range"],
      ["BlockPI", -32_602, "eth_getLogs is limited to 1024 block range"],
      ["Coinbase", -32_602, "please limit the query to at most 1,000 blocks"],
      ["Base", -32_614, "block range too large"],
      ["Optimism", -32_602, "Block range is too large"],
      ["Celo", -32_000, "block range is too large, max block range = 5000"],
      ["Scroll", -32_000, "block range is bigger than maxBlockRange"],
      ["Morph", -32_000, "block range is larger than max block range, block range = 5120, max block range = 5000"],
      ["reth", -32_602, "query exceeds max block range 100000"],
      ["besu", -32_005, "Requested range exceeds maximum range limit"],
      ["cdk-erigon", -32_005, "block range too large, max range: 1000"],
      ["Moonbeam", -32_603, "block range is too wide (maximum 1024)"],
      ["Polygon", -32_005, "eth_getLogs block range too large, range: 855077, max: 3500"],
      ["Candle", -32_600, "block range too high"],
      ["BNB", -32_005, "limit exceeded"],
    ],
    events: [
      ["Infura", -32_005, "query returned more than 10000 results. Try with this block range [0x123c9b2, 0x123cba5]."],
      ["the same under another code", -32_000, "query returned more than 10000 results"],
      ["LlamaNodes, reth", -32_602, "query exceeds max results 20000, retry with the range 24383075-24383096"],
      ["Arbitrum", -32_000, "logs matched by query exceeds limit of 10000"],
      ["thirdweb", -32_005, "Query returned more than 10000 results", { limit: 10_000 }],
    ],
    bytes: [
      [
        "Alchemy",
        -32_602,
        "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can request any block range with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should work: [0x0, 0x123]",
      ],
      ["Optimism", -32_020, "backend response too large"],
      ["others", -32_000, "response size is too large"],
      ["1RPC", -32_000, "response size should not greater than 10000000 bytes"],
      ["reth", -32_008, "Response is too big", "Exceeded max limit of 167772160"],
      ["geth", -32_003, "response too large"],
      ["a proxy", 0, "HTTP 413, and not an answer of a node", undefined, 413],
      ["geth, of the question", -32_600, "content length too large (5302450>5242880)"],
      ["anybody", -32_000, "request body too large"],
      ["ourselves", 0, "The answer is too large"],
    ],
    time: [
      ["Base", -32_016, "eth_getLogs request was canceled due to enabled timeout."],
      ["geth", -32_002, "request timed out"],
      ["geth, of a filter", -32_000, "context deadline exceeded"],
      ["Infura", -32_005, "query timeout exceeded"],
      ["Alchemy", -32_000, "Query timeout exceeded. Consider reducing your block range."],
      ["dRPC", 30, "Request timeout on the free tier, please upgrade your tier to the paid one"],
      ["geth, of a view", -32_000, "execution aborted (timeout = 5s)"],
      ["nethermind", -32_016, "eth_getLogs request was canceled due to enabled timeout."],
      ["erigon", -32_000, "execution took too long"],
      ["a proxy", 0, "HTTP 504, and not an answer of a node", undefined, 504],
      ["ourselves", 0, "no answer in time: timed out"],
    ],
  },
  missing: {
    "at the head": [
      ["geth", -32_000, "header not found"],
      ["geth, of logs", -32_000, "unknown block"],
      ["geth, beyond", -32_602, "block range extends beyond current head block"],
      ["erigon", -32_000, "block not found: 20123456"],
      ["nethermind", -32_001, "20123456 could not be found"],
      [
        "nethermind, of logs",
        -32_001,
        "One of the blocks specified in filter (fromBlock, toBlock or blockHash) cannot be found.",
      ],
      ["besu", -32_000, "Block not found"],
      ["anvil", -32_602, "BlockOutOfRangeError: block height is 5 but requested was 10"],
      ["hardhat", -32_000, "Received invalid block tag 10. Latest block number is 5, block not found"],
      ["Avalanche", -32_000, "requested from block 20 after last accepted block 10"],
      ["Arbitrum", -32_000, "header for hash not found"],
      ["Optimism", -32_019, "block is out of range"],
    ],
    "the past": [
      [
        "geth",
        -32_000,
        "missing trie node b03d68ac51042467d7637d4ef9e1c52370abc410f263166965cb1e280b1f6d17 (path ) <nil>",
      ],
      ["geth, by path", -32_000, "historical state 0xb03d68ac is not available"],
      ["geth, of events", 4444, "pruned history unavailable"],
      ["erigon", -32_000, "old data not available due to pruning"],
      ["nethermind", -32_002, "No state available for block 20123456"],
      [
        "nethermind, in its data",
        -32_603,
        "Internal error",
        "Nethermind.Trie.MissingTrieNodeException: Node A: P:2 H:0x99 is missing from the DB",
      ],
      ["besu", -32_000, "World state unavailable"],
      ["reth", -32_603, "state at block #100 is pruned"],
      ["reth, of proofs", -32_602, "distance to target block exceeds maximum proof window"],
      ["PublicNode", -32_602, "Archive, Debug and Trace requests require a personal token."],
      ["blockscout", -32_000, "required historical state unavailable (reexec=128)"],
    ],
  },
  revert: {
    views: [
      ["geth", 3, "execution reverted", "0x08c379a0"],
      ["a reason that sounds like a limit", 3, "execution reverted: rate limit exceeded", "0x08c379a0"],
      [
        "hardhat",
        -32_603,
        "Error: VM Exception while processing transaction: reverted with custom error 'NotMember()'",
      ],
      ["erigon", -32_000, "execution reverted"],
      ["nethermind", -32_015, "VM execution error.", "Reverted 0x"],
      ["besu", -32_000, "Execution reverted"],
    ],
  },
  other: {
    "anything else": [
      ["anybody", -32_603, "Internal error"],
      ["anybody, of a question", -32_602, "invalid argument 0: hex string without 0x prefix"],
      ["anybody, of a method", -32_601, "the method eth_getLogs does not exist/is not available"],
      ["a key", -32_000, "unauthorized"],
    ],
  },
};

type Row = { kind: Kind; limit: string; who: string; said: [number, string, unknown?, number?] };

const rows = Object.entries(SAID).flatMap(([kind, limits]) =>
  Object.entries(limits).flatMap(([limit, all]) =>
    all.map(([who, ...said]): Row => ({ kind: kind as Kind, limit, who, said })),
  ),
);

describe("kindOf", () => {
  it.each(rows)("hears $kind ($limit) from $who: $said.0 $said.1", ({ kind, said: [code, message, data, status] }) => {
    expect(kindOf(new Refusal(message, code, data, status))).toBe(kind);
  });

  it("takes a limit without a word for one of questions where a question cannot be asked in parts", () => {
    expect(kindOf(new Refusal("limit exceeded", -32_005), true)).toBe("less");
    expect(kindOf(new Refusal("limit exceeded", -32_005), false)).toBe("wait");
  });

  it("takes that code for a limit where no word is said at all", () => {
    expect(kindOf(new Refusal("", -32_005), true)).toBe("less");
    expect(kindOf(new Refusal("", -32_005), false)).toBe("wait");
  });

  it("reads nothing into what a node quotes of the question", () => {
    const data = { request_body: { params: "a range with a limit" }, host: "node" };
    expect(kindOf(new Refusal("Internal error", -32_603, data))).toBe("other");
  });
});

describe("refusalIn", () => {
  it("finds what a node said in what wraps it", () => {
    const refusal = new Refusal("header not found", -32_000);
    expect(refusalIn(new UnknownRpcError(refusal))).toBe(refusal);
  });

  it("is null where nothing of ours was said", () => {
    const error = { code: 1, message: "no" };
    expect(refusalIn(new RpcRequestError({ body: {}, error, url: "http://node" }))).toBeNull();
  });
});
