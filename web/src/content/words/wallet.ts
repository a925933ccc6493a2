import { msg } from "@lingui/core/macro";

export const walletWords = {
  connect: msg`Connect`,
  otherNetwork: msg`other network`,
  choose: msg`Choose your wallet`,
  yours: msg`Your wallet`,
  none: msg`No wallet was found in this browser`,
  noneHelp: msg`A wallet is an app that holds your key. Install one that works in this browser, for example MetaMask or Rabby, then come back. On a phone, open this page in the browser inside your wallet app.`,
  whatFor: msg`You need a wallet to buy and to claim. You can look at everything without one.`,
  disconnect: msg`Disconnect`,
  connectWith: (name: string) => msg`Connect with ${name}`,
  unnamed: msg`the wallet of this browser`,
  waiting: (name: string) => msg`Please confirm in ${name}.`,
  silent: (name: string) => msg`No answer from ${name} yet. Open it and look for a question, or choose another wallet.`,
};
