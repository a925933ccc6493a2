import type { Step } from "@one-small-town/core/Step.ts";
import { id, type ParamType } from "ethers";
import { interfaceOf } from "../contracts.ts";
import { partsOf } from "./describe.ts";

/** What a wallet sends: to whom, and with which data. */
export type Call = { to: string; data: string };

export function callOf(step: Step): Call {
  return { to: step.address, data: interfaceOf(step.abi).encodeFunctionData(step.functionName, [...step.args]) };
}

type Input = { internalType: string; name: string; type: string; components?: Input[] };

/** A batch as the Transaction Builder of Safe reads it. */
export type SafeFile = {
  version: "1.0";
  chainId: string;
  createdAt: number;
  meta: {
    name: string;
    description: string;
    txBuilderVersion: string;
    createdFromSafeAddress: string;
    createdFromOwnerAddress: string;
    checksum?: string;
  };
  transactions: {
    to: string;
    value: "0";
    data: string;
    contractMethod: { inputs: Input[]; name: string; payable: false };
    contractInputsValues: Record<string, string>;
  }[];
};

/** The format's version of the Transaction Builder that reads it. */
const BUILDER = "1.18.0";

/**
 * The steps as a batch for Safe's Transaction Builder. Each has its data, which is what is sent, and the function with its
 * values, which owners are shown.
 */
export function safeFileOf(
  steps: readonly Step[],
  { chainId, safe, name, at }: { chainId: number; safe: string; name: string; at: number },
): SafeFile {
  const file: SafeFile = {
    version: "1.0",
    chainId: String(chainId),
    createdAt: at,
    meta: {
      name,
      description: "",
      txBuilderVersion: BUILDER,
      createdFromSafeAddress: safe,
      createdFromOwnerAddress: "",
    },
    transactions: steps.map((step) => {
      const { to, data } = callOf(step);
      const inputs = interfaceOf(step.abi).getFunction(step.functionName)?.inputs ?? [];
      return {
        to,
        value: "0",
        data,
        contractMethod: { inputs: inputs.map(inputOf), name: step.functionName, payable: false },
        contractInputsValues: Object.fromEntries(inputs.map((input, i) => [input.name, textOf(input, step.args[i])])),
      };
    }),
  };
  return { ...file, meta: { ...file.meta, checksum: checksumOf(file) } };
}

function inputOf({ name, type, baseType, components, arrayChildren }: ParamType): Input {
  const inner = baseType === "array" ? arrayChildren?.components : components;
  const plain = {
    internalType: type.replace(/^tuple\(.*\)/, "tuple"),
    name,
    type: type.replace(/^tuple\(.*\)/, "tuple"),
  };
  const hasParts = inner !== null && inner !== undefined && inner.length > 0;
  return hasParts ? { ...plain, components: inner.map(inputOf) } : plain;
}

/** A value as people type it there: lists and tuples as JSON. */
function textOf(input: ParamType, value: unknown): string {
  const plain = plainOf(input, value);
  return typeof plain === "string" ? plain : JSON.stringify(plain);
}

function plainOf(input: ParamType, value: unknown): unknown {
  if (input.isTuple()) return partsOf(input, value).map((part, i) => plainOf(input.components[i] as ParamType, part));
  if (input.isArray()) return [...(value as Iterable<unknown>)].map((one) => plainOf(input.arrayChildren, one));
  return String(value);
}

/** By which the Transaction Builder tells whether a file was changed: the hash of all of it but for the batch's name. */
export function checksumOf(file: SafeFile): string {
  return id(serialized({ ...file, meta: { ...file.meta, name: null } }));
}

function serialized(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialized).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${JSON.stringify(entries.map(([key]) => key))}${entries.map(([, one]) => `${serialized(one)},`).join("")}}`;
}
