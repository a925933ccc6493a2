import { erc20Abi } from "viem";
import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import { benefitsAbi } from "@one-small-town/core/abis/benefitsAbi.ts";
import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import { finalDivisionAbi } from "@one-small-town/core/abis/finalDivisionAbi.ts";
import { infinityTokenAbi } from "@one-small-town/core/abis/infinityTokenAbi.ts";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { memberRegistryAbi } from "@one-small-town/core/abis/memberRegistryAbi.ts";
import { profitSplitterAbi } from "@one-small-town/core/abis/profitSplitterAbi.ts";
import { projectRegistryAbi } from "@one-small-town/core/abis/projectRegistryAbi.ts";
import { releasesAbi } from "@one-small-town/core/abis/releasesAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { successionAbi } from "@one-small-town/core/abis/successionAbi.ts";
import { townRegistryAbi } from "@one-small-town/core/abis/townRegistryAbi.ts";
import { townTreasuryAbi } from "@one-small-town/core/abis/townTreasuryAbi.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import { kindOfRole } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import { type ErrorDescription, Interface, type InterfaceAbi, type LogDescription, type ParamType } from "ethers";
import type { Hex } from "viem";
import { writtenTime } from "../acts/arguments.ts";
import { interfaceOf } from "../contracts.ts";
import { errorOf } from "../send.ts";

/** The interfaces of all contracts to which an act can send something. */
const abis: Readonly<Record<string, readonly unknown[]>> = {
  Authority: authorityAbi,
  TownRegistry: townRegistryAbi,
  MemberRegistry: memberRegistryAbi,
  Succession: successionAbi,
  ProjectRegistry: projectRegistryAbi,
  InfinityToken: infinityTokenAbi,
  Contributions: contributionsAbi,
  Benefits: benefitsAbi,
  InvestorToken: investorTokenAbi,
  ShareOffering: shareOfferingAbi,
  Releases: releasesAbi,
  ProfitSplitter: profitSplitterAbi,
  TownTreasury: townTreasuryAbi,
  FinalDivision: finalDivisionAbi,
  Currency: erc20Abi,
};

/** Events of all of them, by whichever contract emitted them. */
export const events = new Interface(Object.values(abis).flat() as InterfaceAbi);

/** The contract and function of a step, as contract.function. */
export function nameOf({ abi, functionName }: Step): string {
  const contract = Object.keys(abis).find((name) => abis[name] === abi) ?? "?";
  return `${contract}.${functionName}`;
}

/** A line in which our contracts' addresses stand with their names. */
export function withNames(line: string, { addresses }: Pick<Deployment, "addresses">): string {
  const names = new Map(Object.entries(addresses).map(([name, address]) => [address.toLowerCase(), name]));
  return line.replaceAll(/0x[0-9a-f]{40}\b/gi, (address) => {
    const name = names.get(address.toLowerCase());
    return name === undefined ? address : `${name} ${address}`;
  });
}

/** A step as a call of names and values. */
export function describeStep(step: Step): string {
  const inputs = interfaceOf(step.abi).getFunction(step.functionName)?.inputs ?? [];
  return `${nameOf(step)}(${labelled(inputs, step.args)})`;
}

/** Why a contract refuses: its error's name, with labelled values. */
export function describeRefusal({ name, args, fragment }: ErrorDescription): string {
  return `${name}(${labelled(fragment.inputs, [...args])})`;
}

export function describeEvent({ name, args, fragment }: LogDescription): string {
  return `${name}(${labelled(fragment.inputs, [...args])})`;
}

function labelled(inputs: readonly ParamType[], values: readonly unknown[]): string {
  return inputs.map((input, i) => labelledOne(input, values[i])).join(", ");
}

function labelledOne(input: ParamType, value: unknown): string {
  const text = written(input, value);
  return input.name === "" ? text : `${input.name.replace(/_$/, "")}: ${text}`;
}

/** More of a list than this is counted, and not shown. */
const MOST_SHOWN = 5;

function written(input: ParamType, value: unknown): string {
  if (input.isTuple()) return `{ ${labelled(input.components, partsOf(input, value))} }`;
  if (input.isArray()) {
    const all = [...(value as Iterable<unknown>)];
    const shown = all.slice(0, MOST_SHOWN).map((one) => written(input.arrayChildren, one));
    return `[${shown.join(", ")}${all.length > MOST_SHOWN ? `, … ${all.length} in all` : ""}]`;
  }
  if (input.type === "string") return JSON.stringify(plainText(String(value), 200));
  if (input.type === "bytes32") return roleInWords(value as Hex) ?? String(value);
  if (input.type === "bytes") return bytesInWords(String(value));
  if (/^uint40$/.test(input.type) && Number(value) > 0) return `${String(value)} (${writtenTime(Number(value))})`;
  return String(value);
}

/** A tuple's values in the order of its components, whether it came by name or in order. */
export function partsOf(input: ParamType, value: unknown): unknown[] {
  if (Array.isArray(value)) return [...(value as unknown[])];
  return (input.components ?? []).map(({ name }) => (value as Record<string, unknown>)[name]);
}

/** The error that a contract passed on, or so many bytes. */
function bytesInWords(bytes: string): string {
  const error = bytes.length >= 10 ? errorOf(bytes) : null;
  if (error !== null) return describeRefusal(error);
  return bytes.length > 42 ? `${bytes.slice(0, 20)}… (${(bytes.length - 2) / 2} bytes)` : bytes;
}

const ROLES = {
  headOffice: "head office",
  countryAmbassador: "Country Ambassador of country",
  townAmbassador: "Town Ambassador of town",
  registrar: "registrar of town",
  coordinator: "coordinator of town",
  steward: "steward of town",
  projectManager: "project manager of town",
  appointer: "TownRegistry",
} as const;

/** A role in words, with its country or town; undefined where it is none. */
export function roleInWords(role: Hex): string | undefined {
  const known = kindOfRole(role);
  if (known === null) return undefined;
  return known.scope === 0 ? ROLES[known.kind] : `${ROLES[known.kind]} ${known.scope}`;
}
