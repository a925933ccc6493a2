import type { Batch } from "../../../types/ethers-contracts/index.js";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { type Call, forceEther } from "../../fixture/inBatches.ts";
import { turnInto } from "../../fixture/turnInto.ts";
import { DAY } from "../../fixture/willowmere.ts";
import { type Act, acts, story } from "./acts.ts";
import type { Play } from "./Play.ts";

/** Seconds that pass between two transactions: more in some histories than in others, and now and then more than a year. */
const PAUSES = [
  [0, 0, 0, 0, 0, 60, 3_600],
  [0, 0, 60, 3_600, DAY],
  [0, 60, DAY, 3 * DAY, 7 * DAY, 15 * DAY],
] as const;
const LONG = 366 * DAY;

/** As much as a transaction may use. */
const GAS = 16_000_000;

/** What was tried, and what of it a contract refused. */
export type Tried = { calls: number; refused: number };

/** So many transactions happen, each of several acts of one wallet. */
export async function playOn(play: Play, transactions: number): Promise<Tried> {
  const tried: Tried = { calls: 0, refused: 0 };
  let steps = story(play);
  for (let i = 0; i < transactions; i++) {
    const step = steps.shift();
    if (steps.length === 0) steps = story(play);
    if (typeof step === "number") await networkHelpers.time.increase(step);
    const pause = play.chance(150) ? LONG : play.pick(PAUSES[play.pace] ?? PAUSES[0]);
    if (pause > 0) await networkHelpers.time.increase(pause);
    if (play.chance(12)) await beOutside(play);
    await transact(play, tried, typeof step === "number" ? undefined : step);
  }
  return tried;
}

/** One wallet does as much as comes to it, at once. What of it is refused stops nothing, or all. */
async function transact(play: Play, tried: Tried, first: Act | undefined): Promise<void> {
  const [by, calls] = await together(play, first);
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
async function together(play: Play, first: Act | undefined): Promise<[by: string | null, calls: Call[]]> {
  const wanted = 1 + play.below(6);
  let by: string | null = null;
  const calls: Call[] = [];
  const isSomebodys = !play.chance(4);
  if (first !== undefined) {
    const done = await first(play);
    by = done.by;
    calls.push(...done.calls);
  }
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
