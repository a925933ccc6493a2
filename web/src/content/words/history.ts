import { msg } from "@lingui/core/macro";

export const historyWords = {
  title: msg`Month by month`,
  empty: msg`Nothing has happened in this town yet.`,
  chart: msg`Profit of each month. The table below says the same.`,
  profitOf: (month: string, amount: string) => msg`${month}: ${amount} of profit paid in`,
  table: msg`Table of all months`,
  month: msg`Month`,
  joined: msg`New members`,
  shifts: msg`INFINITY`,
  profit: (symbol: string) => msg`Profit, ${symbol}`,
  paid: (symbol: string) => msg`Paid to members, ${symbol}`,
  shares: msg`Shares sold`,
  checked: (block: string) =>
    msg`These months come from a helper with a copy of the chain. Your device checked its sums at block ${block}: they match.`,
  behind: (duration: string) => msg`This history is old by ${duration}. What came after is not in it yet.`,
  differs: msg`The history is wrong, so we do not show it`,
  differsHelp: (block: string) =>
    msg`The helper that keeps the history has other sums than the chain at block ${block}. All else on this page comes from the chain itself.`,
  unchecked: msg`The history cannot be checked now`,
  uncheckedHelp: (block: string) =>
    msg`Your device could not read the chain at block ${block}, so we do not show the history. All else on this page comes from the chain itself.`,
  silent: msg`The history cannot be read now`,
  silentHelp: msg`The helper that keeps the history does not answer. All else on this page comes from the chain itself.`,
};
