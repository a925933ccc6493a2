import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { phases } from "@one-small-town/core/rules/enumerations.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import { readRequest, type ReleaseRequest } from "../shares/requestQuery.ts";
import { type ShareToken, shareTokensQuery } from "../shares/shareTokensQuery.ts";
import type { System } from "../System.ts";

/** The money of a sale that is still to go to a business, and how an owner of its shares stands with it. */
export type ReleaseDecision = {
  token: ShareToken;
  held: number;
  isInsider: boolean;
  request: ReleaseRequest;
  vote: { objecting: number; windingUp: number; tranche: number; nonce: bigint };
  /** Whether a vote stands, so that their shares cannot be sent. */
  isPledged: boolean;
  /** What is still in escrow, in units of the currency. */
  left: bigint;
  /** Seconds: from when on what is left goes to the owners; 0 while no winding up has begun. */
  windUpFrom: number;
};

/** Of each business whose shares somebody owns, what its owners decide while money of its sale is in escrow. */
export function releaseDecisionsQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "releaseDecisions", holder),
    queryFn: async ({ client }): Promise<ReleaseDecision[]> => {
      const tokens = await client.fetchQuery(shareTokensQuery(system));
      const all = await Promise.all(tokens.map((token) => readReleaseDecision(system, token, holder)));
      return all.filter((one) => one !== null);
    },
  });
}

/** Null for who has no shares, before the sale is settled, and when nothing is left. */
export async function readReleaseDecision(
  system: System,
  token: ShareToken,
  holder: Address,
): Promise<ReleaseDecision | null> {
  const { Releases, ShareOffering } = system.deployment.addresses;
  const sales = { address: ShareOffering, abi: shareOfferingViews } as const;
  const releases = { address: Releases, abi: releasesViews } as const;
  const { offering, business, address } = token;
  const [held, supply, phase, released] = await readNow(system, [
    { address, abi: investorTokenViews, functionName: "balanceOf", args: [holder] },
    { address, abi: investorTokenViews, functionName: "totalSupply" },
    { ...sales, functionName: "phaseOf", args: [offering] },
    { ...sales, functionName: "releasedOf", args: [offering] },
  ]);
  const left = supply * token.price - released;
  if (held === 0n || left === 0n || decode(phases, phase) !== "settled") return null;

  const [request, [vote, isInsider, isPledged, progress]] = await Promise.all([
    readRequest(system, offering),
    readNow(system, [
      { ...releases, functionName: "voteOf", args: [offering, holder] },
      { ...sales, functionName: "isInsider", args: [business, holder] },
      { ...releases, functionName: "isHeld", args: [business, holder] },
      { ...releases, functionName: "progressOf", args: [offering] },
    ]),
  ]);
  const { objecting, windingUp, tranche, nonce } = vote;
  return {
    token,
    held: Number(held),
    isInsider,
    request,
    vote: { objecting, windingUp, tranche, nonce: BigInt(nonce) },
    isPledged,
    left,
    windUpFrom: progress.windUpFrom,
  };
}
