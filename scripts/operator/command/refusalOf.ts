import { plainText } from "@one-small-town/core/plainText.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import type { Provider } from "ethers";
import { revertOf } from "../send.ts";
import { explainRefusal } from "./explainRefusal.ts";
import { callOf } from "./safeFile.ts";

/**
 * Why a contract would refuse a step now, in its error's name and labelled values; undefined when it would take it. What
 * it refuses for want of an allowance alone it would take: when one is given in the step before.
 */
export async function refusalOf(
  provider: Provider,
  from: string,
  step: Step,
  isAllowedBefore = false,
): Promise<string | undefined> {
  try {
    await provider.call({ from, ...callOf(step) });
    return undefined;
  } catch (failure) {
    const error = revertOf(failure);
    if (error === null) {
      const reason = reasonOf(failure);
      if (reason === undefined) throw failure;
      return isAllowedBefore && /allowance/i.test(reason) ? undefined : reason;
    }
    return isAllowedBefore && /allowance/i.test(`${error.name} ${String(error.args[0])}`)
      ? undefined
      : explainRefusal(error);
  }
}

/** What a contract says that answers in another way than with our errors. */
function reasonOf(failure: unknown): string | undefined {
  const { code, reason, shortMessage } = failure as Record<"code" | "reason" | "shortMessage", unknown>;
  if (code !== "CALL_EXCEPTION") return undefined;
  const words = [reason, shortMessage].find((each) => typeof each === "string");
  return words === undefined ? "without a reason" : plainText(words, 200);
}
