import type { Ask } from "./Ask.ts";

/** Answers what is asked of the newest block from one block that stays the same. */
export function pinned(ask: Ask, block: bigint): Ask {
  const number = `0x${block.toString(16)}`;
  return ({ method, params }) => {
    const pinnedParams = Array.isArray(params) ? params.map((param) => (param === "latest" ? number : param)) : params;
    return ask({ method, params: pinnedParams });
  };
}
