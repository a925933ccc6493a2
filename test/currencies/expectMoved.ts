import { expect } from "chai";
import { stateOf } from "./booksOf.ts";
import type { FlowIn, FlowOut, FlowWithin } from "./flows/Flow.ts";
import type { Stage } from "./stage.ts";

/** All of a payment comes in, out of nobody else's wallet. */
export async function expectTaken(town: Stage, { act, payer, amount, takers }: FlowIn) {
  const before = await stateOf(town);
  const takersAddresses = await Promise.all(takers(town).map((taker) => taker.getAddress()));

  await act(town);

  const after = await stateOf(town);
  const { address } = payer(town);
  expect(after.wallets).to.deep.equal({ ...before.wallets, [address]: (before.wallets[address] ?? 0n) - amount(town) });
  expect(sumOf(after.holdings) - sumOf(before.holdings)).to.equal(amount(town));
  for (const [holder, held] of Object.entries(before.holdings)) {
    if (!takersAddresses.includes(holder)) expect(after.holdings[holder]).to.equal(held);
  }
  expect(after.willowmere).to.deep.equal(before.willowmere);
}

/** Money moves between the contracts of a flow, and none comes in or goes out. */
export async function expectPassedOn(town: Stage, { act, givers }: FlowWithin) {
  const before = await stateOf(town);
  const given = await givers(town);

  await act(town);

  const after = await stateOf(town);
  for (const { from, amount } of given) {
    const giver = await from.getAddress();
    expect(amount).to.be.above(0);
    expect((before.holdings[giver] ?? 0n) - (after.holdings[giver] ?? 0n)).to.equal(amount);
  }
  expect(sumOf(after.holdings)).to.equal(sumOf(before.holdings));
  expect(after.wallets).to.deep.equal(before.wallets);
  expect(after.willowmere).to.deep.equal(before.willowmere);
}

/** Everybody whom a flow pays is paid what they are due, less a fee, and all of it by the one who holds it for them. */
export async function expectPaid(town: Stage, { act, holder, payments }: FlowOut, fee = 0n) {
  const due = payments(town);
  const before = await stateOf(town);
  const address = await holder(town).getAddress();

  await act(town);

  const after = await stateOf(town);
  for (const { amount } of due) expect(amount).to.be.above(0);
  const received = due.map(({ to, amount }) => [to.address, (before.wallets[to.address] ?? 0n) + amount - fee]);
  expect(after.wallets).to.deep.equal({ ...before.wallets, ...Object.fromEntries(received) });
  const paid = due.reduce((sum, { amount }) => sum + amount, 0n);
  expect(after.holdings).to.deep.equal({ ...before.holdings, [address]: (before.holdings[address] ?? 0n) - paid });
  expect(after.willowmere).to.deep.equal(before.willowmere);
}

function sumOf(holdings: Record<string, bigint>): bigint {
  return Object.values(holdings).reduce((sum, amount) => sum + amount, 0n);
}
