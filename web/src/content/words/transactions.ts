import { msg } from "@lingui/core/macro";

export const transactionWords = {
  claimSent: msg`What was owed to you was paid to your wallet. The receipt shows each amount.`,
  allow: (amount: string) => msg`Allow ${amount}`,
  stepOf: (step: number, steps: number) => msg`Step ${step} of ${steps}`,
  checking: msg`Checking with the chain …`,
  confirmInWallet: msg`Please confirm in your wallet.`,
  sent: msg`Sent. Waiting for the chain to confirm …`,
  slow: msg`This takes longer than usual. It is safe to close the page: it goes on, and you will find it here again.`,
  confirmed: msg`Confirmed`,
  reverted: msg`The chain refused this transaction after it was sent. Nothing was changed, and no money moved. Please look at the figures again, then try once more.`,
  kept: msg`Confirmed, but the currency did not pay this wallet. Your money is safe: the contract keeps it for you. Ask who issues the currency why. Then claim it here.`,
  cancelled: msg`This was cancelled in your wallet. Nothing was changed, and no money moved but the fee.`,
  lost: msg`The network does not know this transaction. It may have been dropped, or others must sign it too. Look in your wallet. If it is not there either, you can try again.`,
  resent: msg`Your wallet sent it again with another fee. It counts once.`,
  unnamed: msg`Your wallet did not say what it sent. This page looks for it on the chain …`,
  network: msg`Your wallet is on another network. Agree to the change there, or change the network yourself.`,
  noAnswer: msg`Your wallet has not answered yet. Open it and look for a question. If there is none, load this page again.`,
  noWallet: msg`Your wallet is not connected any more. Connect it, then start again.`,
  walletGone: (account: string) =>
    msg`Your wallet does not show the account ${account} any more. Nothing more was sent. Connect your wallet, then start again.`,
  accountChanged: (before: string, now: string) =>
    msg`Your wallet changed from the account ${before} to ${now}. Nothing more was sent. Choose the account you want, then start again.`,
  tooLittleFee: (fee: string, has: string) =>
    msg`The network takes a fee of about ${fee}, but this wallet has ${has}. Add a little first. If somebody else pays your fees, tap once more to go on.`,
  tooLittleForBoth: (both: string, has: string) =>
    msg`What you pay and the network’s fee are about ${both} together, but this wallet has ${has}. Add a little first, or take less. If somebody else pays your fees, tap once more to go on.`,
  replaced: msg`Your wallet replaced this transaction by another one. Look at My activity to see what happened.`,
  again: msg`This is under way already. Look in your wallet: it may have a question for you.`,
  notSigned: msg`Your wallet gave no signature. Try again, or send it yourself.`,
  dismiss: msg`Dismiss`,
};
