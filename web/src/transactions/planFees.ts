import type { FeeCurrency } from "@one-small-town/core/deployment/Settings.ts";
import { type Address, erc20Abi, isAddressEqual } from "viem";
import { feeOf, readTariff } from "../chain/fees/readFee.ts";
import { readNow } from "../chain/readNow.ts";
import { about } from "../content/format.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { Obstacle } from "./Obstacle.ts";
import type { Actor, NamedStep } from "./Transaction.ts";
import type { Wallet } from "./wallet/walletStore.ts";
import { type Call, callOfStep, estimate, tryOut, tryOutNext } from "./wallet/sendStep.ts";

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
  const isTold = !isWarned && feeCurrency !== null;
  const [gas, others, means] = await Promise.all([
    isNext ? tryOutNext(system, call) : tryOut(system, call),
    isTold ? Promise.all(later.map((each) => estimate(system, each).catch(() => USUAL_GAS))) : [],
    isTold ? readMeans(actor, [call, ...later], feeCurrency?.address) : null,
  ]);
  if (!isTold || means === null) return { call, gas };

  const { tariff, has } = means;
  const fee = feeOf(
    tariff,
    others.reduce((sum, each) => sum + each, gas),
  );
  const spent = spentIn(steps, feeCurrency ?? undefined);
  if (fee + spent <= has) return { call, gas };
  const unit = feeCurrency ?? system.settings.network.nativeCurrency;
  const words = fee <= has ? transactionWords.tooLittleForBoth : transactionWords.tooLittleFee;
  throw new Obstacle(words(about(fee <= has ? fee + spent : fee, unit), about(has, unit, "floor")));
}

/** What some steps take out of the wallet in the currency that their fee is paid in, in the fee's units. */
function spentIn(steps: readonly NamedStep[], feeCurrency: FeeCurrency | undefined): bigint {
  if (feeCurrency === undefined) return 0n;
  const { address, decimals } = feeCurrency.adapts ?? feeCurrency;
  const unit = 10n ** BigInt(Math.max(0, feeCurrency.decimals - decimals)); // adapters never count with fewer
  return steps.reduce((sum, { spends }) => {
    const isSame = spends && isAddressEqual(spends.currency, address);
    return isSame ? sum + spends.amount * unit : sum;
  }, 0n);
}

/** What the network takes and what the wallet has. Null where the node does not tell: nobody is held up by that. */
async function readMeans(actor: Actor, calls: readonly Call[], feeCurrency: Address | undefined) {
  try {
    const [tariff, has] = await Promise.all([
      readTariff(actor.system.client, calls, feeCurrency),
      readBalance(actor, feeCurrency),
    ]);
    return { tariff, has };
  } catch {
    return null;
  }
}

async function readBalance({ system, address }: Actor, feeCurrency: Address | undefined): Promise<bigint> {
  if (feeCurrency === undefined)
    return BigInt(await system.client.request({ method: "eth_getBalance", params: [address, "latest"] }));
  const balance = { address: feeCurrency, abi: erc20Abi, functionName: "balanceOf", args: [address] } as const;
  return (await readNow(system, [balance]))[0];
}
