import { type Abi, type Address, decodeFunctionData, getAddress, type Hex, isAddress, toFunctionSelector } from "viem";
import type { System } from "../../chain/System.ts";
import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import { benefitsAbi } from "@one-small-town/core/abis/benefitsAbi.ts";
import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { memberRegistryAbi } from "@one-small-town/core/abis/memberRegistryAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { successionAbi } from "@one-small-town/core/abis/successionAbi.ts";
import { testDollarAbi } from "@one-small-town/core/abis/testDollarAbi.ts";
import { townRegistryAbi } from "@one-small-town/core/abis/townRegistryAbi.ts";

export type WalletRequest = { method: string; params?: unknown };

/** A request in the words of a wallet: the name of the call or of what is signed, and its values. */
export type Asked = {
  task: string;
  to: string | null;
  details: readonly { name: string; value: string }[];
  isSent: boolean;
};

/** What members, buyers, and those who hold an office call. */
const KNOWN: Abi = [
  ...authorityAbi,
  ...townRegistryAbi,
  ...memberRegistryAbi,
  ...successionAbi,
  ...contributionsAbi,
  ...benefitsAbi,
  ...investorTokenAbi,
  ...shareOfferingAbi,
  ...testDollarAbi,
];

export function describeRequest(system: System, { method, params }: WalletRequest): Asked {
  const [first, second] = params as [unknown, unknown];
  if (method === "eth_sendTransaction") return describeCall(system, first as { to: Address; data?: Hex });
  const { primaryType, message } = JSON.parse(String(second)) as { primaryType: string; message: object };
  const details = Object.entries(message).map(([name, value]) => ({ name, value: valueOf(system, value) }));
  return { task: primaryType, to: null, details, isSent: false };
}

function describeCall(system: System, { to, data = "0x" }: { to: Address; data?: Hex }): Asked {
  const call = KNOWN.find((item) => item.type === "function" && toFunctionSelector(item) === data.slice(0, 10));
  const base = { to: valueOf(system, to), isSent: true };
  if (call?.type !== "function") return { ...base, task: data.slice(0, 10), details: [] };

  const { args } = decodeFunctionData({ abi: [call], data });
  const details = call.inputs.map(({ name = "" }, i) => ({ name, value: valueOf(system, args[i]) }));
  return { ...base, task: call.name, details };
}

/** A value as text; a contract of ours by its name. */
function valueOf(system: System, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => valueOf(system, each)).join(", ");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${name} ${valueOf(system, part)}`)
      .join(", ");
  const text = String(value);
  if (!isAddress(text)) return text;
  const named = Object.entries(system.deployment.addresses).find(([, address]) => address === getAddress(text));
  return named?.[0] ?? text;
}
