import { JUMP_MORE, JUMP_PERCENT } from "../rules/Contributions.ts";

/** Whether so many active members are more than a town with so many electors can explain: then a week is reviewed longer. */
export function isJump(active: number, electors: number): boolean {
  return active * 100 > electors * JUMP_PERCENT + JUMP_MORE * 100;
}
