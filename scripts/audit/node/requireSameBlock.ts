import { CannotAudit } from "../CannotAudit.ts";
import type { Ask } from "./Ask.ts";
import type { Block } from "./findBlock.ts";

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
export async function requireSameBlock(ask: Ask, { number, hash }: Block): Promise<void> {
  const params = [`0x${number.toString(16)}`, false];
  const block = await ask({ method: "eth_getBlockByNumber", params }).catch(() => null);
  if (block === null || (block as { hash: string }).hash === hash) return;
  throw new CannotAudit(`The chain took block ${number} back meanwhile. Please run this again.`);
}
