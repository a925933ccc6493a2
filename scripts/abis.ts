// The ABIs of the compiled contracts, in core/abis: per contract one TypeScript file with its functions and events,
// one with its views and one with its events alone, which is all that a page needs that only looks, plus `allErrors.ts` with every custom error, which a page loads only where something is
// sent; and for programs of others one JSON file with all three. Nothing else is kept in that folder: a file of a
// contract that no longer exists is removed.

import path from "node:path";
import hre from "hardhat";
import { writeFolder } from "./writeFolder.ts";

type AbiEntry = { type: string; name?: string; stateMutability?: string; inputs?: readonly { type: string }[] };
type Contract = { source: string; name: string; abi: readonly AbiEntry[]; isDeployable: boolean };

/** Mocks whose ABI scripts and tests need; the others stay inside the Solidity tests. */
const WANTED_MOCKS = ["TestDollar"];

/** What is never deployed: its code travels in a request. */
const CODES = ["ReadMany", "HashMany", "CodeHashes"];

const GENERATED = "// Generated from the compiled contracts by npm run compile.\n";

const TARGET = path.join(hre.config.paths.root, "core", "abis");

async function readContracts(): Promise<Contract[]> {
  const names = [...(await hre.artifacts.getAllFullyQualifiedNames())].sort();
  const own = names.filter((name) => name.startsWith("contracts/") && !name.includes(".t.sol:"));
  return Promise.all(own.map(readContract));
}

async function readContract(qualifiedName: string): Promise<Contract> {
  const artifact = await hre.artifacts.readArtifact(qualifiedName);
  return {
    source: artifact.inputSourceName ?? artifact.sourceName,
    name: artifact.contractName,
    abi: artifact.abi,
    isDeployable: artifact.bytecode !== "0x",
  };
}

function isMock({ source }: Contract): boolean {
  return source.includes("contracts/mocks/");
}

/** Interfaces have no bytecode of their own, and libraries of internal functions nothing to call. */
function hasAbiFile(contract: Contract): boolean {
  if (isMock(contract)) return WANTED_MOCKS.includes(contract.name);
  return contract.isDeployable && contract.abi.length > 0 && !/contracts\/(lib|views)\//.test(contract.source);
}

/** What a page can call and read. Errors come through other contracts as well, so they stand together; mocks keep theirs. */
function callable(contract: Contract): readonly AbiEntry[] {
  return isMock(contract) ? contract.abi : contract.abi.filter(({ type }) => type === "function" || type === "event");
}

function isView({ type, stateMutability }: AbiEntry): boolean {
  return type === "function" && (stateMutability === "view" || stateMutability === "pure");
}

function signature({ name, inputs }: AbiEntry): string {
  return `${name}(${(inputs ?? []).map((input) => input.type).join(",")})`;
}

function allErrors(contracts: Contract[]): AbiEntry[] {
  const errors = contracts
    .filter((contract) => !isMock(contract))
    .flatMap((contract) => contract.abi)
    .filter((entry) => entry.type === "error");
  const bySignature = new Map(errors.map((error) => [signature(error), error]));
  return [...bySignature.keys()].sort().flatMap((key) => bySignature.get(key) ?? []);
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * Leaves out Solidity's own names of types, which nobody reads and which would be half of what a browser loads, and what
 * goes without saying.
 */
function inBrief(key: string, value: unknown): unknown {
  const isUnsaid = key === "internalType" || value === false || (key === "name" && value === "");
  return isUnsaid ? undefined : value;
}

function toSource(constant: string, abi: readonly AbiEntry[]): string {
  const lines = abi.map((entry) => `  ${JSON.stringify(entry, inBrief)},\n`).join("");
  return `${GENERATED}export const ${constant} = [\n${lines}] as const;\n`;
}

function toJson(abi: readonly AbiEntry[]): string {
  return `[\n${abi.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]\n`;
}

/**
 * JSON ABIs, by file name, for whoever reads or writes our contracts with programs of their own. Each has the errors of
 * all contracts, as a contract hands on what those that it calls refuse; and Solidity's names of types, from which
 * generators of code name structs.
 */
function jsonFiles(contracts: Contract[]): [name: string, json: string][] {
  const errors = allErrors(contracts);
  return contracts
    .filter((contract) => hasAbiFile(contract) && !isMock(contract))
    .map((contract) => [`${contract.name}.json`, toJson([...callable(contract), ...errors])]);
}

type Param = { type: string; name: string; indexed?: boolean; components?: readonly Param[] };

/** Parameters as a declaration has them: `address indexed wallet,(uint16 investors,uint16 members) deed`. */
function declared(params: readonly Param[]): string {
  return params
    .map(({ type, name, indexed, components = [] }) => {
      const own = type.replace("tuple", () => `(${declared(components)})`);
      return [own, ...(indexed === true ? ["indexed"] : []), ...(name === "" ? [] : [name])].join(" ");
    })
    .join(",");
}

/** Every event in a line: a page that reads all events loads half of what their ABIs would be. */
function eventSignatures(contracts: readonly Contract[]): string {
  const lines = contracts.map(({ name, abi }) => {
    const events = abi.filter(({ type }) => type === "event");
    const signatures = events.map((event) => `    "${event.name}(${declared((event.inputs ?? []) as Param[])})",\n`);
    return `  ${name}: [\n${signatures.join("")}  ],\n`;
  });
  return `${GENERATED}export const eventSignatures = {\n${lines.join("")}} as const;\n`;
}

/** Writes the ABIs of the compiled contracts. */
export async function writeAbis(): Promise<void> {
  const contracts = await readContracts();
  const files = new Map(jsonFiles(contracts));
  files.set("allErrors.ts", toSource("allErrors", allErrors(contracts)));
  for (const contract of contracts.filter(hasAbiFile)) {
    const { name, abi } = contract;
    const constant = `${camelCase(name)}Abi`;
    files.set(`${constant}.ts`, toSource(constant, callable(contract)));
    for (const [part, entries] of [
      ["Views", abi.filter(isView)],
      ["Events", abi.filter(({ type }) => type === "event")],
    ] as const) {
      const constantOfPart = `${camelCase(name)}${part}`;
      if (entries.length > 0) files.set(`${constantOfPart}.ts`, toSource(constantOfPart, entries));
    }
  }
  files.set("eventSignatures.ts", eventSignatures(contracts.filter((one) => hasAbiFile(one) && !isMock(one))));
  for (const name of CODES) {
    const { bytecode } = await hre.artifacts.readArtifact(name);
    const constant = `${camelCase(name)}Code`;
    files.set(`${constant}.ts`, `${GENERATED}export const ${constant} = ${JSON.stringify(bytecode)};\n`);
  }
  writeFolder(TARGET, files);
}
