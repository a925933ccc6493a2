import { type Abi, type Address, decodeFunctionData, encodeFunctionData, type Hex, isAddressEqual, isHex } from "viem";
import { releasesAbi } from "./abis/releasesAbi.ts";
import { successionAbi } from "./abis/successionAbi.ts";
import { townTreasuryAbi } from "./abis/townTreasuryAbi.ts";
import type { Deployment } from "./deployment/Deployment.ts";
import type { Step } from "./Step.ts";

/** What somebody signed and anybody may send, by the contract that takes it. */
const SIGNED: readonly { contract: keyof Deployment["addresses"]; abi: Abi; names: readonly string[] }[] = [
  { contract: "TownTreasury", abi: townTreasuryAbi, names: ["objectWithSignature"] },
  { contract: "Releases", abi: releasesAbi, names: ["objectWithSignature", "voteWindUpWithSignature"] },
  { contract: "Succession", abi: successionAbi, names: ["objectWithSignature"] },
];

type Where = Pick<Deployment, "chainId" | "addresses">;

/** A signed word as a text that can be handed on: the call by which any wallet sends it. */
export function signedCallText({ chainId }: Where, { address, abi, functionName, args }: Step): string {
  return JSON.stringify({ chainId, to: address, data: encodeFunctionData({ abi, functionName, args }) });
}

/** Why a text is no signed word that can be sent here. */
export type SignedCallProblem = "unreadable" | "otherChain" | "otherCall";

/**
 * Reads what `signedCallText` wrote. A text comes from anybody: nothing but a signed word to one of this deployment's own
 * contracts is let through.
 */
export function readSignedCall(
  { chainId, addresses }: Where,
  text: string,
): { step: Step } | { problem: SignedCallProblem } {
  const call = callIn(text);
  if (call === null) return { problem: "unreadable" };
  if (call.chainId !== chainId) return { problem: "otherChain" };
  const taker = SIGNED.find(({ contract }) => isAddressEqual(addresses[contract], call.to));
  const step = taker === undefined ? null : stepOf(call, taker.abi);
  return step !== null && taker?.names.includes(step.functionName) === true ? { step } : { problem: "otherCall" };
}

type Call = { chainId: number; to: Address; data: Hex };

function callIn(text: string): Call | null {
  try {
    const { chainId, to, data } = JSON.parse(text) as Partial<Record<keyof Call, unknown>>;
    const isWhere = typeof chainId === "number" && typeof to === "string" && /^0x[\da-f]{40}$/i.test(to);
    return isWhere && isHex(data) ? { chainId, to: to as Address, data } : null;
  } catch {
    return null;
  }
}

function stepOf({ to: address, data }: Call, abi: Abi): Step | null {
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data });
    // What stands behind the arguments is in no step, and so is never sent.
    return { address, abi, functionName, args };
  } catch {
    return null;
  }
}
