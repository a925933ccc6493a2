import type { System } from "../../chain/System.ts";

const LOCAL_CHAIN = 31_337;

/** Only a local chain signs for everybody; nowhere else is there anything to act as. */
export function isDemo({ deployment }: System): boolean {
  return deployment.chainId === LOCAL_CHAIN;
}
