import { msg } from "@lingui/core/macro";

export const transactionWords = {
  allow: (amount: string) => msg`Allow ${amount}`,
  stepOf: (step: number, steps: number) => msg`Step ${step} of ${steps}`,
  checking: msg`Checking with the chain …`,
  confirmInWallet: msg`Please confirm in your wallet.`,
  sent: msg`Sent. Waiting for the chain to confirm …`,
  slow: msg`This takes longer than usual. It is safe to close the page: it goes on, and you will find it here again.`,
  confirmed: msg`Confirmed`,
  reverted: msg`The chain refused this transaction after it was sent. Nothing was changed, and no money moved. Please look at the figures again, then try once more.`,
  kept: msg`Confirmed, but the currency did not pay this wallet. Your money is safe: the contract keeps it for you. Ask who issues the currency why. Then claim it here.`,
  replaced: msg`Your wallet replaced this transaction by another one. Look at My activity to see what happened.`,
  again: msg`This is under way already. Look in your wallet: it may have a question for you.`,
  dismiss: msg`Dismiss`,
};
