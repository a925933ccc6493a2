import { Interface, type InterfaceAbi } from "ethers";

const interfaces = new WeakMap<object, Interface>();

/** An ABI as ethers reads it; read once, because that takes longer than most calls. */
export function interfaceOf(abi: readonly unknown[]): Interface {
  const known = interfaces.get(abi);
  if (known !== undefined) return known;
  const read = new Interface(abi as InterfaceAbi);
  interfaces.set(abi, read);
  return read;
}
