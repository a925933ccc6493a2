import { type Address, erc20Abi } from "viem";
import { readFee } from "../chain/fees/readFee.ts";
import { readOne } from "../chain/readOne.ts";
import { about } from "../content/format.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { Obstacle } from "./Obstacle.ts";
import type { Actor, NamedStep } from "./Transaction.ts";
import type { Wallet } from "./wallet/walletStore.ts";
import { type Call, callOfStep, tryOut, tryOutNext } from "./wallet/sendStep.ts";

/** For a step that cannot be tried before the one ahead of it is done: what a purchase takes, as measured. */
const USUAL_GAS = 100_000n;

type Wish = {
  steps: readonly NamedStep[];
  /** As the wallet has it. */
  feeCurrency: Wallet["feeCurrency"];
  /** Whether the first step builds on one that was confirmed just now. */
  isNext: boolean;
  /** Whether the person was told that they have too little, and goes on. */
  isWarned: boolean;
};

/** The first step, tried out and ready for the wallet. */
type Ready = { call: Call; gas: bigint };

/**
 * Tries the first of some steps on the chain, and holds the fee of all against what the wallet has. Throws what the
 * chain says, or an obstacle where the fee cannot be paid.
 */
export async function planFees(actor: Actor, { steps, feeCurrency, isNext, isWarned }: Wish): Promise<Ready> {
  const { system } = actor;
  const [call, ...later] = steps.map((step) => callOfStep(actor, step, feeCurrency?.address));
  if (call === undefined) throw new Error("There is no step to pay for");
  const [gas, ...others] = await Promise.all([
    isNext ? tryOutNext(system, call) : tryOut(system, call),
    ...later.map((each) => tryOut(system, each).catch(() => USUAL_GAS)),
  ]);
  const calls = [call, ...later].map((each, i) => ({ ...each, gas: [gas, ...others][i] ?? USUAL_GAS }));

  if (isWarned || feeCurrency === null) return { call, gas };
  // Who cannot be told what it costs is not held up by that.
  const [fee, has] = await Promise.all([
    readFee(system.client, calls, feeCurrency?.address),
    readBalance(actor, feeCurrency?.address),
  ]).catch(() => [0n, 0n] as const);
  if (fee <= has) return { call, gas };
  const unit = feeCurrency ?? system.settings.network.nativeCurrency;
  throw new Obstacle(transactionWords.tooLittleFee(about(fee, unit), about(has, unit, "floor")));
}

async function readBalance({ system: { client }, address }: Actor, feeCurrency: Address | undefined): Promise<bigint> {
  if (feeCurrency === undefined)
    return BigInt(await client.request({ method: "eth_getBalance", params: [address, "latest"] }));
  return readOne(client, { address: feeCurrency, abi: erc20Abi, functionName: "balanceOf", args: [address] });
}
