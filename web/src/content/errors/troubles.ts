import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export type Trouble = {
  names?: string[];
  codes?: unknown[];
  statuses?: number[];
  text?: RegExp;
  words: MessageDescriptor;
};

const NO = "reject|den(?:y|ied)|cancel|declin|refus|dismiss|disapprov|clos";

/** That a wallet's owner said no. Comes before all else: whatever a wallet wraps around it. */
export const refusal: Trouble = {
  names: ["UserRejectedRequestError", "AtomicReadyWalletRejectedUpgradeError"],
  codes: [4001, "4001", 5000, 5001, 5002, 5750, "ACTION_REJECTED"],
  text: new RegExp(
    [
      `\\buser\\W+(?:has |have )?(?:${NO})`, // "User rejected the request", "User closed modal"
      `(?:${NO}|abort)\\w* by (?:the )?user`,
      "(?:denied|declined|rejected the) (?:the )?(?:transaction|message|signature|request)|rejected the request",
      "^(?:error: )?(?:(?:transaction|request|signature|signing|action) (?:was |has been )?)?(?:reject|denied|cancel|declin)\\w*[.!]?$",
      "action_rejected",
    ].join("|"),
    "i",
  ),
  words: msg`You said no in your wallet, so nothing was sent. Try again when you are ready.`,
};

/**
 * What can go wrong around a transaction: wallet, network, node. Errors are known by name, by the codes of EIP-1193 and
 * JSON-RPC, and where both say too little by what wallets and nodes write. The first that fits counts.
 */
export const troubles: Trouble[] = [
  {
    text: /dynamically imported module|importing a module script|chunkloaderror|failed to load module script/i,
    words: msg`A part of this page could not be loaded. Load the page again, then try once more.`,
  },
  {
    names: ["WaitForTransactionReceiptTimeoutError", "TransactionReceiptNotFoundError", "TransactionNotFoundError"],
    words: msg`The chain has not confirmed it yet. It may still do so. Look at My activity before you try again.`,
  },
  {
    // Before the open question: Geth gives a timeout the code that wallets use for that.
    names: ["TimeoutError"],
    text: /timed? ?out/i,
    words: msg`The chain did not answer in time. Check your connection and My activity, then try again.`,
  },
  {
    names: ["ResourceUnavailableRpcError"],
    codes: [-32002],
    text: /already pending|already processing/i,
    words: msg`Your wallet has an open question for you. Open your wallet and answer it first.`,
  },
  {
    names: [
      "SwitchChainError",
      "ChainMismatchError",
      "ConnectorChainMismatchError",
      "ChainNotConfiguredError",
      "SwitchChainNotSupportedError",
      "UnsupportedChainIdError",
      "ChainDisconnectedError",
    ],
    codes: [4901, 4902, 5710],
    text: /unrecognized chain|chain mismatch|does not match the target chain|unsupported chain/i,
    words: msg`Your wallet is on another network, and did not change. Switch the network in your wallet, then try again.`,
  },
  {
    names: ["ConnectorAlreadyConnectedError"],
    words: msg`This wallet is connected by now. Close this window and go on.`,
  },
  {
    names: ["ConnectorNotFoundError", "ProviderNotFoundError"],
    words: msg`This wallet was not found in your browser. Install it or turn it on, then load the page again.`,
  },
  {
    names: [
      "ConnectorNotConnectedError",
      "ConnectorAccountNotFoundError",
      "ConnectorUnavailableReconnectingError",
      "ProviderDisconnectedError",
      "UnauthorizedProviderError",
      "AccountNotFoundError",
    ],
    codes: [4100, 4900],
    text: /wallet (is )?(locked|disconnected)|unknown account/i,
    words: msg`Your wallet is not connected, or it is locked. Open your wallet, connect it again, then try once more.`,
  },
  {
    names: ["InsufficientFundsError"],
    codes: ["INSUFFICIENT_FUNDS"],
    text: new RegExp(
      [
        "insufficient[ _](?:funds|eth|native|gas|maxfee)|lack of funds|lackoffund|out ?of ?fund",
        "(?:not|n['’]t|notenough|without) ?(?:have )?enough (?:funds|gas|eth|native|balance (?:for|to)|money|coins?)|notenoughbalance|not enough funds",
        "exceeds (?:the )?(?:transaction sender |sender )?(?:account )?balance of|exceeds transaction sender account balance|upfront cost exceeds|cannot afford",
        "insufficient balance (?:for|to)|balance (?:is )?(?:too low|not enough|insufficient)|(?:too low|low) balance",
        "gas required exceeds allowance ?\\(\\d{1,7}\\)", // what the balance pays for; a node's own limit has more digits
      ].join("|"),
      "i",
    ),
    words: msg`Your wallet has too little of the network’s own coin to pay the fee. Add a little to this wallet, then try again.`,
  },
  {
    names: ["LimitExceededRpcError"],
    codes: [-32005, -32007, 429],
    statuses: [429],
    text: /rate ?limit|too many requests|request limit/i,
    words: msg`Too many people ask this node at once. Wait a minute, then try again.`,
  },
  {
    names: ["NonceTooLowError", "NonceTooHighError", "NonceMaxValueError"],
    text: /nonce too (low|high)|nonce has already been used|already known|already imported|expected nonce|invalid nonce/i,
    words: msg`Your wallet has lost count of what it sent. Wait for what is under way, then try again. If it stays so, clear the wallet’s activity data in its settings.`,
  },
  {
    names: ["FeeCapTooLowError", "FeeCapTooHighError", "TipAboveFeeCapError"],
    text: /underpriced|fee too low|gas price too low|less than block base fee|replacement (fee|transaction)|transaction is outdated|tip higher|max priority fee per gas higher/i,
    words: msg`The fee that your wallet offers does not fit. Try again, and choose the fee that the wallet suggests, or a higher one.`,
  },
  {
    names: ["IntrinsicGasTooHighError", "IntrinsicGasTooLowError"],
    text: /exceeds block gas limit|gas limit (reached|too high|is too)|intrinsic gas|out of gas|exceeds maximum per-transaction|oversized data|transaction gas limit/i,
    words: msg`This is too much to do in one go. Choose fewer at a time, then try again.`,
  },
  {
    names: ["ContractFunctionZeroDataError", "AbiDecodingZeroDataError"],
    words: msg`There is no contract where this page looks for it. Check the network, then load the page again.`,
  },
  {
    names: ["ContractFunctionRevertedError", "ExecutionRevertedError"],
    codes: [3],
    text: /execution reverted|transaction reverted|vm exception/i,
    words: msg`The contract refused this and did not say why. Nothing was sent. Load the page again, then try once more.`,
  },
  {
    names: ["HttpRequestError", "WebSocketRequestError", "SocketClosedError", "AbortError"],
    statuses: [403, 408, 500, 502, 503, 504],
    text: /failed to fetch|fetch failed|load failed|networkerror|network error|econnrefused|enotfound|socket (hang up|closed)/i,
    words: msg`The chain cannot be reached now. Check your connection, then try again. Nothing is lost.`,
  },
  {
    names: [
      "MethodNotFoundRpcError",
      "MethodNotSupportedRpcError",
      "UnsupportedProviderMethodError",
      "TransactionTypeNotSupportedError",
    ],
    codes: [4200, -32601, -32004],
    words: msg`Your wallet or its network cannot do this. Try another wallet.`,
  },
];
