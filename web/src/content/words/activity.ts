import { msg, plural } from "@lingui/core/macro";

export const activityWords = {
  title: msg`My activity`,
  connectTitle: msg`See what you did here`,
  connectHelp: msg`Connect your wallet. You will see what it bought, claimed, sent and received, with the date and the amount.`,
  intro: msg`Read from the chain itself: this list is the same on every device.`,
  listTitle: msg`What happened`,
  empty: msg`Nothing has happened with this wallet yet.`,
  emptyHelp: msg`Once you buy shares or claim what you have earned, you will find it here.`,
  toTowns: msg`Look at the towns`,
  noDate: msg`Date not known`,

  bought: (shares: bigint, name: string, amount: string) =>
    msg`You bought ${plural(Number(shares), { one: "# share", other: "# shares" })} of ${name} for ${amount}.`,
  cancelled: (shares: bigint, name: string, amount: string) =>
    msg`You gave back ${plural(Number(shares), { one: "# share", other: "# shares" })} of ${name} and got ${amount} back.`,
  refunded: (shares: bigint, name: string, amount: string) =>
    msg`The sale of ${name} failed. You got ${amount} back for ${plural(Number(shares), { one: "# share", other: "# shares" })}.`,
  refundKept: (name: string, amount: string) =>
    msg`The currency refused your refund of ${amount} for ${name}. It is kept for you.`,
  keptRefundPaid: (name: string, amount: string) =>
    msg`You got the refund of ${amount} that was kept for you (${name}).`,
  dividend: (name: string, amount: string) => msg`You were paid ${amount} of dividends from ${name}.`,
  claimed: (what: string, town: string) => msg`You were paid ${what} for your hours in ${town}.`,
  claimedNothing: (town: string) => msg`Your weeks in ${town} were settled. They held nothing to pay.`,
  cashKept: (town: string, amount: string) =>
    msg`The currency refused ${amount} for your hours in ${town}. It is kept for you.`,
  keptCashPaid: (town: string, amount: string) => msg`You were paid ${amount} that was kept for you in ${town}.`,
  infinityIn: (amount: string, from: string) => msg`You received ${amount} INFINITY from ${from}.`,
  infinityOut: (amount: string, to: string) => msg`You sent ${amount} INFINITY to ${to}.`,
  infinityBurnt: (amount: string) => msg`You destroyed ${amount} INFINITY for good.`,
  sharesIn: (shares: bigint, name: string, from: string) =>
    msg`You received ${plural(Number(shares), { one: "# share", other: "# shares" })} of ${name} from ${from}.`,
  sharesOut: (shares: bigint, name: string, to: string) =>
    msg`You sent ${plural(Number(shares), { one: "# share", other: "# shares" })} of ${name} to ${to}.`,
};
