import { type Address, encodeErrorResult, getAddress, type Hex, numberToHex, toFunctionSelector } from "viem";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import { describe, expect, it } from "vitest";
import { i18n } from "../content/i18n.ts";
import { testSystem } from "../testing/testSystem.ts";
import { Obstacle } from "./Obstacle.ts";
import { planFees } from "./planFees.ts";
import type { NamedStep } from "./Transaction.ts";

const AMINA = getAddress(`0x${"a1".repeat(20)}`);
const DOLLAR = getAddress(`0x${"d1".repeat(20)}`);
const SHOP = getAddress(`0x${"c3".repeat(20)}`);
const PARENT_FEES = "0x420000000000000000000000000000000000000f";
const OPERATOR_FEE = toFunctionSelector("getOperatorFee(uint256)");
const GWEI = 10n ** 9n;
const ETHER = 10n ** 18n;
const feeCurrency = { address: DOLLAR, symbol: "USDm", decimals: 18 };

const steps: NamedStep[] = [1n, 2n].map((amount) => ({
  label: { id: "allow", message: "Allow" },
  step: allow(DOLLAR, SHOP, amount),
}));

type Chain = {
  /** Gas of each step; null where it cannot be tried yet. */
  gas: (bigint | null)[];
  has?: bigint;
  /** What the parent chain takes of each transaction; a chain without one when absent. */
  parentFee?: bigint;
  /** What whoever runs it takes of a transaction with so much gas. */
  operatorFee?: (gas: bigint) => bigint;
  /** The price of gas in each currency, the network's own under "". */
  prices?: Record<string, bigint>;
};

/** What is said to somebody; null where they may go on. */
async function saidOn(chain: Chain, wish: Partial<Parameters<typeof planFees>[1]> = {}): Promise<string | null> {
  const asked: { method: string; params: readonly unknown[] }[] = [];
  const { gas, has = 0n, parentFee, operatorFee, prices = { "": GWEI } } = chain;
  const system = testSystem((request) => {
    asked.push(request);
    const [first] = request.params as [{ to?: string; data?: Hex }];
    const [currency = ""] = request.params as [string?];
    switch (request.method) {
      case "eth_gasPrice":
        return numberToHex(prices[currency] ?? 0n);
      case "eth_getBalance":
        return numberToHex(has);
      case "eth_estimateGas":
        return gasOf(first.data);
      default: {
        if (first.data?.startsWith(OPERATOR_FEE) === true) {
          return operatorFee === undefined ? "0x" : word(operatorFee(BigInt(`0x${first.data.slice(-64)}`)));
        }
        if (first.to?.toLowerCase() === PARENT_FEES) return parentFee === undefined ? "0x" : word(parentFee);
        if (first.data?.startsWith(toFunctionSelector("balanceOf(address)")) === true) return word(has);
        gasOf(first.data);
        return "0x";
      }
    }
  });
  const gasOf = (data: Hex = "0x") => {
    const estimate = gas[Number(BigInt(`0x${data.slice(-64)}`)) - 1];
    if (estimate === null) throw Object.assign(new Error("execution reverted"), { code: 3, data: NOT_ALLOWED });
    return numberToHex(estimate ?? 0n);
  };
  const plan = { steps, feeCurrency: undefined, isNext: false, isWarned: false, ...wish };
  try {
    const ready = await planFees({ system, address: AMINA }, plan);
    expect(ready.gas).toBe(gas[0]);
    return null;
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    return i18n._(error.words);
  } finally {
    for (const { method, params } of asked) {
      if (method !== "eth_estimateGas") continue;
      expect((params[0] as { feeCurrency?: string }).feeCurrency).toBe(wish.feeCurrency?.address);
    }
  }
}

const NOT_ALLOWED = encodeErrorResult({
  abi: allErrors,
  errorName: "ERC20InsufficientAllowance",
  args: [SHOP, 0n, 1n],
});

describe("the fee before the first prompt", () => {
  it("is no matter for who has it", async () => {
    expect(await saidOn({ gas: [50_000n, 100_000n], has: 150_000n * GWEI })).toBeNull();
  });

  it("is said with both amounts, in few digits, to who lacks it for all steps together", async () => {
    expect(await saidOn({ gas: [50_000n, 100_000n], has: 149_999n * GWEI })).toContain(
      "takes a fee of about 0.00015 ETH, but this wallet has 0.00014 ETH.",
    );
    expect(await saidOn({ gas: [50_000n, 100_000n] })).toContain("but this wallet has 0 ETH.");
  });

  it("counts what a purchase usually takes where it cannot be tried before the allowance", async () => {
    expect(await saidOn({ gas: [50_000n, null], has: 150_000n * GWEI })).toBeNull();
    expect(await saidOn({ gas: [50_000n, null], has: 140_000n * GWEI })).toContain("0.00015 ETH");
  });

  it("counts what a rollup's parent chain takes of each transaction", async () => {
    const gas = [50_000n, 100_000n];
    expect(await saidOn({ gas, has: 150_000n * GWEI, parentFee: ETHER / 1000n })).toContain("0.0022 ETH");
    expect(await saidOn({ gas, has: ETHER, parentFee: ETHER / 1000n })).toBeNull();
  });

  it("counts what whoever runs a rollup takes, for each transaction and for its gas", async () => {
    const chain = { gas: [50_000n, 100_000n], operatorFee: (gas: bigint) => ETHER / 1000n + (gas * GWEI) / 3n };
    expect(await saidOn({ ...chain, has: 150_000n * GWEI })).toContain("0.0022 ETH");
    expect(await saidOn({ ...chain, has: ETHER / 500n + 200_000n * GWEI })).toBeNull();
    expect(await saidOn({ ...chain, has: ETHER / 500n + 199_999n * GWEI })).not.toBeNull();
  });

  it("is held together with the price against one balance where both are paid in one currency", async () => {
    const prices = { "": GWEI, [DOLLAR]: 20n * GWEI };
    const spending = (currency: Address) =>
      steps.map((step, i) => (i === 1 ? { ...step, spends: { currency, amount: ETHER } } : step));
    const chain = { gas: [50_000n, 100_000n], prices, has: ETHER + 2_999_999n * GWEI };
    expect(await saidOn(chain, { feeCurrency, steps: spending(DOLLAR) })).toContain(
      "are about 1.1 USDm together, but this wallet has 1 USDm.",
    );
    expect(
      await saidOn({ ...chain, has: ETHER + 3_000_000n * GWEI }, { feeCurrency, steps: spending(DOLLAR) }),
    ).toBeNull();
    expect(await saidOn(chain, { feeCurrency, steps: spending(SHOP) })).toBeNull();
    expect(await saidOn({ ...chain, has: GWEI }, { feeCurrency, steps: spending(DOLLAR) })).toContain(
      "takes a fee of about",
    );
  });

  it("is held together with the price against one balance where an adapter takes it out of the sale's currency", async () => {
    const adapter = getAddress(`0x${"ad".repeat(20)}`);
    const adapting = { address: adapter, symbol: "USDC", decimals: 18, adapts: { address: DOLLAR, decimals: 6 } };
    const spending = (currency: Address) =>
      steps.map((step, i) => (i === 1 ? { ...step, spends: { currency, amount: 10n ** 6n } } : step));
    const chain = { gas: [50_000n, 100_000n], prices: { [adapter]: 20n * GWEI }, has: ETHER + ETHER / 1000n };
    expect(await saidOn(chain, { feeCurrency: adapting, steps: spending(DOLLAR) })).toContain(
      "are about 1.1 USDC together, but this wallet has 1 USDC.",
    );
    const enough = { ...chain, has: ETHER + (3n * ETHER) / 1000n };
    expect(await saidOn(enough, { feeCurrency: adapting, steps: spending(DOLLAR) })).toBeNull();
    expect(await saidOn(chain, { feeCurrency: adapting, steps: spending(SHOP) })).toBeNull();
  });

  it("is counted in the currency that a wallet pays it in, with its balance there", async () => {
    const prices = { "": GWEI, [DOLLAR]: 20n * GWEI };
    const chain = { gas: [50_000n, 100_000n], prices };
    expect(await saidOn({ ...chain, has: ETHER }, { feeCurrency })).toBeNull();
    expect(await saidOn({ ...chain, has: ETHER / 1000n }, { feeCurrency })).toContain(
      "takes a fee of about 0.003 USDm, but this wallet has 0.001 USDm.",
    );
  });

  it("is no matter where the wallet pays it in something that it does not tell", async () => {
    expect(await saidOn({ gas: [50_000n, 100_000n] }, { feeCurrency: null })).toBeNull();
  });

  it("holds up nobody who was told", async () => {
    expect(await saidOn({ gas: [50_000n, 100_000n] }, { isWarned: true })).toBeNull();
  });

  it("holds up nobody where the node does not tell the price", async () => {
    const system = testSystem(({ method }) => {
      if (method === "eth_gasPrice") throw new Error("not supported");
      return method === "eth_estimateGas" ? "0x64" : "0x";
    });
    const plan = { steps, feeCurrency: undefined, isNext: false, isWarned: false };
    expect(await planFees({ system, address: AMINA }, plan)).toMatchObject({ gas: 100n });
  });

  it("comes after what the chain says to the first step", async () => {
    await expect(saidOn({ gas: [null, 100_000n] })).rejects.toThrow(/reverted/);
  });
});

function word(value: bigint): Hex {
  return numberToHex(value, { size: 32 });
}
