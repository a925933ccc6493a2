import { expect } from "chai";
import { stateOf } from "./booksOf.ts";
import type { FlowOfMany } from "./flows/Flow.ts";
import type { Stage } from "./stage.ts";

/** Of those whom a flow pays some are paid, once however often it is asked, and what cannot be paid is kept for the others. */
export async function expectKept(
  town: Stage,
  { act, holder, payments, kept }: FlowOfMany,
  isPaid: (i: number) => boolean,
) {
  const due = payments(town);
  const before = await stateOf(town);
  const address = await holder(town).getAddress();

  await act(town);
  await act(town);

  const after = await stateOf(town);
  expect(await kept(town)).to.deep.equal(due.map(({ amount }, i) => (isPaid(i) ? 0n : amount)));
  const paid = due.filter((_, i) => isPaid(i));
  const received = paid.map(({ to, amount }) => [to.address, (before.wallets[to.address] ?? 0n) + amount]);
  expect(after.wallets).to.deep.equal({ ...before.wallets, ...Object.fromEntries(received) });
  const sum = paid.reduce((total, { amount }) => total + amount, 0n);
  expect(after.holdings).to.deep.equal({ ...before.holdings, [address]: (before.holdings[address] ?? 0n) - sum });
  expect(after.willowmere).to.deep.equal(before.willowmere);
}

/** What is kept for one of them is paid, in full and once. */
export async function expectKeptPaid(town: Stage, { payments, kept, claimKept }: FlowOfMany, i: number) {
  const { to, amount } = payments(town)[i] ?? { to: { address: "" }, amount: 0n };
  const had = await town.hostile.balanceOf(to.address);

  await claimKept(town, i);
  await claimKept(town, i);

  expect((await town.hostile.balanceOf(to.address)) - had).to.equal(amount);
  expect((await kept(town))[i]).to.equal(0);
}
