import { Interface, type InterfaceAbi } from "ethers";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";

const interfaces = new WeakMap<object, Interface>();

/** An ABI as ethers reads it, with the errors of all contracts; read once, because that takes longer than most calls. */
export function interfaceOf(abi: readonly unknown[]): Interface {
  const known = interfaces.get(abi);
  if (known !== undefined) return known;
  const read = new Interface([...abi, ...allErrors] as InterfaceAbi);
  interfaces.set(abi, read);
  return read;
}
