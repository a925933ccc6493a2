import {
  BaseError,
  ChainMismatchError,
  ContractFunctionExecutionError,
  createClient,
  custom,
  encodeErrorResult,
  type Hex,
  HttpRequestError,
  InsufficientFundsError,
  InternalRpcError,
  LimitExceededRpcError,
  NonceTooLowError,
  ResourceUnavailableRpcError,
  RpcRequestError,
  SwitchChainError,
  TimeoutError,
  TransactionExecutionError,
  UnauthorizedProviderError,
  UserRejectedRequestError,
  WaitForTransactionReceiptTimeoutError,
} from "viem";
import { call, readContract, simulateContract } from "viem/actions";
import { hardhat } from "viem/chains";
import { describe, expect, it } from "vitest";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import type { Unit } from "../format.ts";
import { i18n } from "../i18n.ts";
import { describeError } from "./describeError.ts";
import { isRefusal } from "./describeTrouble.ts";

const wallet = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const other = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

const soldOut = encodeErrorResult({ abi: allErrors, errorName: "ShareOfferingSoldOut", args: [5n, 2n] });
const soldOutSaid = "Only 2 shares are left. You asked for 5. Choose fewer.";
const allowance = encodeErrorResult({
  abi: allErrors,
  errorName: "ERC20InsufficientAllowance",
  args: [other, 1_000_000n, 250_000_000n],
});

const say = (error: unknown, unit?: Unit) => i18n._(describeError(error, unit));
const rpcError = (error: { code: number; message: string; data?: unknown }) =>
  new RpcRequestError({ body: { method: "eth_call" }, error, url: "http://localhost" });

/** A client whose node always refuses in the given way. */
function refusing(refusal: unknown) {
  const request = () => Promise.reject(refusal);
  return createClient({ chain: hardhat, transport: custom({ request }, { retryCount: 0 }) });
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

const buy = { abi: shareOfferingAbi, address: other, functionName: "buy", args: [1n, 5], account: wallet } as const;

describe("describeError", () => {
  describe("given a contract's refusal", () => {
    it("does not take a phase that it does not know for another", () => {
      const refusal = encodeErrorResult({ abi: allErrors, errorName: "ShareOfferingNotFailed", args: [1n, 9] });
      expect(say(rpcError({ code: 3, message: "execution reverted", data: refusal }))).toBe(
        "The chain refused this, for this reason: Share offering not failed. Nothing was sent. Load the page again.",
      );
    });

    it.each<[string, unknown]>([
      ["Geth", { code: 3, message: "execution reverted", data: soldOut }],
      ["Hardhat", { code: 3, message: "VM Exception", data: { message: "reverted", data: soldOut, txHash: "0x12" } }],
      [
        "a wallet around a node",
        { code: -32603, message: "Internal JSON-RPC error.", data: { code: 3, data: soldOut } },
      ],
      [
        "a wallet that nests it deeper",
        { code: -32603, message: "x", data: { originalError: { code: 3, data: soldOut } } },
      ],
      ["a node with a word before", { code: -32015, message: "VM execution error.", data: `Reverted ${soldOut}` }],
      ["a node that says it in the sentence", { code: -32000, message: `execution reverted: custom error ${soldOut}` }],
      [
        "an old local node",
        { code: -32000, message: "revert", data: { "0xab": { error: "revert", return: soldOut } } },
      ],
    ])("finds it where %s puts it", async (_, refusal) => {
      for (const work of [
        call(refusing(refusal), { account: wallet, to: other, data: "0x12345678" }),
        simulateContract(refusing(refusal), buy),
      ]) {
        expect(say(await thrownBy(work))).toBe(soldOutSaid);
      }
    });

    it("finds it in an answer that came with a bad HTTP status", () => {
      const error = new HttpRequestError({
        details: JSON.stringify({ code: 3, data: soldOut }),
        status: 400,
        url: "http://localhost",
      });
      expect(say(error)).toBe(soldOutSaid);
    });

    it("finds an inner contract's error, which the interface that was called does not list", async () => {
      const error = await thrownBy(
        simulateContract(refusing({ code: 3, message: "execution reverted", data: allowance }), buy),
      );
      expect(error).toBeInstanceOf(ContractFunctionExecutionError);
      expect(say(error)).toContain("You have not allowed enough");
    });

    it("names amounts where the currency is known", () => {
      const error = rpcError({ code: 3, message: "execution reverted", data: allowance });
      expect(say(error, { symbol: "USDC", decimals: 6 })).toContain(
        "You have allowed 1.00 USDC, but this needs 250.00 USDC.",
      );
    });

    it("finds it when the wallet throws a plain object", () => {
      expect(say({ code: -32603, data: { code: 3, data: soldOut } })).toBe(soldOutSaid);
    });

    it("never shows a bare selector of an error it knows", () => {
      for (const error of [
        new Error(`reverted with ${soldOut.slice(0, 10)}`),
        new Error("custom error 'ShareOfferingSoldOut(5, 2)'"),
      ]) {
        expect(say(error)).toContain("for this reason: Share offering sold out.");
        expect(say(error)).not.toContain("0x");
      }
    });

    it("says sentences of other contracts, and Solidity's own", () => {
      const revert = (data: Hex) => say(rpcError({ code: 3, message: "execution reverted", data }));
      const withReason = (reason: string) =>
        revert(
          encodeErrorResult({
            abi: [{ type: "error", name: "Error", inputs: [{ type: "string", name: "reason" }] }],
            args: [reason],
          }),
        );
      const withPanic = (code: bigint) =>
        revert(
          encodeErrorResult({
            abi: [{ type: "error", name: "Panic", inputs: [{ type: "uint256", name: "code" }] }],
            args: [code],
          }),
        );

      expect(withReason("ERC20: transfer amount exceeds balance")).toContain("does not hold enough");
      expect(withReason("ERC20: transfer amount exceeds allowance")).toContain("not allowed enough");
      expect(withReason("Blacklistable: account is blacklisted")).toContain("blocked");
      expect(withReason("Pausable: paused")).toContain("paused");
      expect(withReason("odd")).toContain("It says: “odd”.");
      expect(withReason("")).toContain("did not say why");
      expect(withPanic(0x11n)).toContain("too large or too small");
      expect(withPanic(0x12n)).toContain("split by zero");
      expect(withPanic(0x32n)).toContain("not there");
      expect(withPanic(0x01n)).toContain("code 1");
    });

    it("says so when none was given", async () => {
      const error = await thrownBy(
        call(refusing({ code: 3, message: "execution reverted", data: "0x" }), { to: other }),
      );
      expect(say(error)).toContain("did not say why");
    });

    it("says so when no contract is there", async () => {
      const client = createClient({ chain: hardhat, transport: custom({ request: async () => "0x" }) });
      const error = await thrownBy(
        readContract(client, { abi: shareOfferingAbi, address: other, functionName: "offeringCount" }),
      );
      expect(say(error)).toContain("There is no contract");
    });
  });

  describe("given trouble around it", () => {
    const refused = new UserRejectedRequestError(new Error("User rejected the request."));

    it.each<[string, unknown, string]>([
      ["a refusal", refused, "You said no"],
      ["a nested refusal", new TransactionExecutionError(refused, { account: null }), "You said no"],
      [
        "a bare refusal",
        { code: 4001, message: "MetaMask Tx Signature: User denied transaction signature." },
        "You said no",
      ],
      ["a refusal by name", new Error("transaction was rejected by the user"), "You said no"],
      ["a refusal in another wallet's words", { code: "ACTION_REJECTED" }, "You said no"],
      ["an open question", new ResourceUnavailableRpcError(new Error("Request already pending")), "open question"],
      ["a bare open question", { code: -32002, message: "Already processing eth_requestAccounts." }, "open question"],
      ["a node's timeout under the same code", { code: -32002, message: "request timed out" }, "in time"],
      ["a chain the wallet lacks", new SwitchChainError(new Error("Unrecognized chain ID")), "another network"],
      ["another chain", new ChainMismatchError({ chain: hardhat, currentChainId: 1 }), "another network"],
      ["a bare lack of the chain", { code: 4902, message: "Unrecognized chain ID" }, "another network"],
      ["no leave", new UnauthorizedProviderError(new Error("nope")), "not connected"],
      ["a lost wallet", { code: 4900, message: "The provider is disconnected." }, "not connected"],
      ["wagmi without a wallet", named("ConnectorNotConnectedError"), "not connected"],
      ["wagmi with the wallet", named("ConnectorAlreadyConnectedError"), "Close this window"],
      ["no such wallet", named("ProviderNotFoundError"), "was not found"],
      [
        "no coin for the fee",
        new TransactionExecutionError(new InsufficientFundsError(), { account: null }),
        "too little",
      ],
      [
        "no coin, on Hardhat",
        rpcError({ code: -32000, message: "Sender doesn't have enough funds to send tx." }),
        "too little",
      ],
      ["too many calls", new LimitExceededRpcError(new Error("slow down")), "Too many people"],
      ["too many calls by status", new HttpRequestError({ status: 429, url: "http://localhost" }), "Too many people"],
      [
        "no answer",
        new HttpRequestError({ url: "http://localhost", cause: new TypeError("fetch failed") }),
        "cannot be reached",
      ],
      ["no answer in a browser", new TypeError("Failed to fetch"), "cannot be reached"],
      ["no answer in time", new TimeoutError({ body: {}, url: "http://localhost" }), "in time"],
      ["no confirmation in time", new WaitForTransactionReceiptTimeoutError({ hash: "0x12" }), "has not confirmed"],
      ["a used nonce", new NonceTooLowError({ nonce: 3 }), "lost count"],
      ["a nonce known already", rpcError({ code: -32000, message: "already known" }), "lost count"],
      ["a low fee", rpcError({ code: -32000, message: "replacement transaction underpriced" }), "The fee"],
      ["too much at once", rpcError({ code: -32000, message: "exceeds block gas limit" }), "too much to do"],
      ["a method that is missing", { code: 4200, message: "unsupported" }, "cannot do this"],
      [
        "a part of the page",
        new TypeError("Failed to fetch dynamically imported module: http://x/a.js"),
        "part of this page",
      ],
    ])("says what to do about %s", (_, error, words) => {
      expect(say(error)).toContain(words);
    });
  });

  describe("given a no in the wallet", () => {
    const wrapped = { code: -32603, message: "Internal JSON-RPC error.", data: { code: 4001, message: "denied" } };

    it.each<unknown>([
      { code: 4001 },
      { code: "4001", message: "" },
      { code: "ACTION_REJECTED", reason: "rejected" },
      { code: 5000, message: "User disapproved requested methods" },
      { code: 5750, message: "User rejected upgrade" },
      wrapped,
      { code: -32603, message: "Internal error", data: { originalError: { code: 4001 } } },
      { code: -32603, message: "MetaMask Tx Signature: User denied transaction signature." },
      { code: -32000, message: "User rejected" },
      { code: -32000, message: "Cancelled" },
      new TransactionExecutionError(new InternalRpcError(wrapped as never), { account: null }),
      new Error("User closed modal"),
      new Error("user cancelled the request"),
      new Error("The user has declined"),
      new Error("Ledger device: Condition of use not satisfied (denied by the user?) (0x6985)"),
      new Error("Transaction was rejected"),
      "User denied",
      "Rejected.",
      "canceled",
      "Error: cancelled",
    ])("says the same of %o", (error) => {
      expect(say(error)).toBe("You said no in your wallet, so nothing was sent. Try again when you are ready.");
      expect(isRefusal(error)).toBe(true);
    });

    it.each<unknown>([
      rpcError({ code: -32000, message: "transaction rejected: fee too low" }),
      rpcError({ code: -32603, message: "request rejected by the proxy" }),
      new DOMException("The user aborted a request.", "AbortError"),
      { code: -32603, message: "Internal JSON-RPC error." },
      new Error("subscription closed"),
      undefined,
    ])("does not take %o for one", (error) => {
      expect(isRefusal(error)).toBe(false);
      expect(say(error)).not.toContain("You said no");
    });
  });

  describe("given too little for the fee", () => {
    it.each<unknown>([
      { code: -32000, message: "insufficient funds for gas * price + value: balance 0, tx cost 21000" },
      { code: -32603, message: "Internal JSON-RPC error.", data: { message: "insufficient funds for transfer" } },
      { code: -32003, message: "insufficient funds for gas * price + value" },
      { code: -32010, message: "Insufficient funds. The account you tried to send transaction from has too little." },
      { code: 3, message: "insufficient funds for gas * price + value + fee currency" },
      { code: "INSUFFICIENT_FUNDS", message: "cannot estimate gas" },
      { code: -32000, message: "gas required exceeds allowance (12345)" },
      { code: -32000, message: "Upfront cost exceeds account balance" },
      { code: -32000, message: "sender doesn't have enough funds to send tx. The max upfront cost is: 1" },
      { code: -32000, message: "Not enough native balance to pay the fee" },
      { code: -32603, message: "err: insufficient balance to pay for gas" },
      "balance too low",
      "Insufficient ETH",
      "LackOfFundForMaxFee",
    ])("says so of %o", (error) => expect(say(error)).toContain("too little of the network’s own coin"));

    it("does not take a node's own limit of gas for it", () => {
      expect(say({ code: -32000, message: "gas required exceeds allowance (50000000)" })).not.toContain("too little");
    });
  });

  describe("given what nobody foresaw", () => {
    it.each<[unknown, string]>([
      [new InternalRpcError(new Error("boom")), "An internal error was received."],
      [new BaseError("An odd thing."), "An odd thing."],
      [new Error("first line\nsecond line"), "first line"],
      ["text", "text"],
      [{ code: 77 }, "77"],
      [undefined, "no details"],
      [null, "no details"],
    ])("says so with a short detail: %s", (error, detail) => {
      expect(say(error)).toMatch(/^Something went wrong that this page does not know\./);
      expect(say(error).endsWith(detail)).toBe(true);
    });

    it("ends on errors that hold themselves", () => {
      const error: Error & { cause?: unknown } = new Error("round");
      error.cause = { error };
      expect(say(error)).toContain("round");
    });
  });
});

function named(name: string): Error {
  const error = new Error("Connector trouble.");
  error.name = name;
  return error;
}
