import { Mistake } from "../commands/Mistake.mjs";
import { isReadable } from "./isReadable.ts";

/** Throws, with what to do, when browsers could not read at this node. */
export function checkRpcUrl(rpcUrl: string): void {
  if (isReadable(rpcUrl)) return;
  throw new Mistake(`"${rpcUrl}" is no address of a node. Say --rpc https://… (http only on this computer).`);
}
