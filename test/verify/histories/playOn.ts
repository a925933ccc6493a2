import type { Batch } from "../../../types/ethers-contracts/index.js";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { type Call, forceEther } from "../../fixture/inBatches.ts";
import { turnInto } from "../../fixture/turnInto.ts";
import { DAY } from "../../fixture/willowmere.ts";
import { acts } from "./acts.ts";
import type { Play } from "./Play.ts";

/** Seconds that pass between two transactions: mostly few, now and then more than a year. */
const PAUSES = [0, 0, 0, 0, 60, 60, 3_600, 3_600, DAY, DAY, 3 * DAY, 4 * DAY, 7 * DAY, 7 * DAY, 8 * DAY, 31 * DAY];
const LONG = 366 * DAY;

/** As much as a transaction may use. */
const GAS = 16_000_000;

/** What was tried, and what of it a contract refused. */
export type Tried = { calls: number; refused: number };

/** So many transactions happen, each of several acts of one wallet. */
export async function playOn(play: Play, transactions: number): Promise<Tried> {
  const tried: Tried = { calls: 0, refused: 0 };
  for (let i = 0; i < transactions; i++) {
    const pause = play.chance(80) ? LONG : play.pick(PAUSES);
    if (pause > 0) await networkHelpers.time.increase(pause);
    if (play.chance(12)) await beOutside(play);
    await transact(play, tried);
  }
  return tried;
}

/** One wallet does as much as comes to it, at once. What of it is refused stops nothing, or all. */
async function transact(play: Play, tried: Tried): Promise<void> {
  const [by, calls] = await together(play);
  const wallet = by === null ? play.pick(play.wallets) : await walletOf(play, by);
  if (wallet === null) return;
  tried.calls += calls.length;
  if (play.chance(5)) {
    const isRefused = await wallet.run(calls, { gasLimit: GAS }).then(
      () => false,
      () => true,
    );
    if (isRefused) tried.refused += calls.length;
    return;
  }
  const made = await wallet.tryRun.staticCall(calls, { gasLimit: GAS });
  tried.refused += made.filter((isMade) => !isMade).length;
  await wallet.tryRun(calls, { gasLimit: GAS });
}

/** Acts of one wallet, or of anybody. */
async function together(play: Play): Promise<[by: string | null, calls: Call[]]> {
  const wanted = 1 + play.below(6);
  let by: string | null = null;
  const calls: Call[] = [];
  const isSomebodys = !play.chance(4);
  for (let attempt = 0; attempt < 5 * wanted && calls.length < wanted; attempt++) {
    const done = await chosen(play)(play);
    if (by === null && done.by === null && isSomebodys && !play.chance(6)) continue;
    if (done.by !== null && by !== null && done.by !== by) continue;
    by ??= done.by;
    calls.push(...done.calls);
  }
  return [by, calls];
}

/** Mostly of what a history is about, so that one thing leads to another. */
function chosen(play: Play) {
  const group = play.chance(3) ? play.pick(acts) : acts[play.pick(play.focus)];
  return play.pick(group ?? []);
}

/** A key's wallet as the contract to which it delegates, or a wallet that is one; null for nobody's. */
async function walletOf(play: Play, address: string): Promise<Batch | null> {
  const person = play.people.find((one) => one.address === address);
  const contracts = await Promise.all(play.wallets.map((one) => one.getAddress()));
  const contract = play.wallets[contracts.indexOf(address)];
  if (contract !== undefined) return contract;
  if (person === undefined) return null;
  return ethers.getContractAt("Batch", address, person.signer);
}

/** What no contract of ours has a say in: gifts of ether, and what an issuer does. */
async function beOutside(play: Play): Promise<void> {
  const { deployment, payer, currency } = play.town;
  const act = play.below(4);
  if (act === 0) return forceEther(payer, play.pick(Object.values(deployment.addresses)));
  if (act === 1) return void (await (await turnInto(currency, "FeeDollar")).setFee(play.pick([0, 0, 1, -1])));
  const refusing = await turnInto(currency, "RefusingDollar");
  const receivers = ["Contributions", "TownTreasury", "InvestorToken"] as const;
  const token = await (await play.token()).getAddress();
  const wallets = [token, play.person().address, deployment.addresses[play.pick(receivers)]];
  for (const wallet of wallets) await refusing.refuse(wallet, act === 2);
}
