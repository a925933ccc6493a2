import { getAbiItem, zeroAddress } from "viem";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { releasesEvents } from "@one-small-town/core/abis/releasesEvents.ts";
import { readPast, requireTold } from "../../past/readPast.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readNow } from "../../readNow.ts";
import type { Offering } from "../../shares/offeringQuery.ts";
import type { System } from "../../System.ts";
import type { Release } from "./Accountability.ts";

/** How the money of a sale left escrow up to a block: every part that was asked for. */
export async function readReleases(system: System, { id }: Offering, block: bigint): Promise<Release[]> {
  const { Releases: address } = system.deployment.addresses;
  const wanted = { address, args: { offering: id }, toBlock: block };
  const views = { address, abi: releasesViews, args: [id] } as const;
  const [asked, paid, [request, { requests }]] = await Promise.all([
    readPast(system, { ...wanted, event: getAbiItem({ abi: releasesEvents, name: "ReleaseRequested" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi: releasesEvents, name: "TrancheReleased" }) }),
    readNow(
      system,
      [
        { ...views, functionName: "requestOf" },
        { ...views, functionName: "progressOf" },
      ],
      { bytes: 400, block },
    ),
  ]);
  requireTold(system, asked.length === requests, "requests for a sale’s money");
  const timeOf = await readBlockTimes(system, [...asked, ...paid]);
  const payments = new Map(paid.map((log) => [log.args.id, log]));
  const isOpen = (number: bigint) => request.by !== zeroAddress && BigInt(request.id) === number;

  return asked.map((log) => {
    const { id: number, tranche, evidence, uri } = log.args;
    return {
      tranche: Number(tranche),
      askedAt: timeOf(log),
      evidence: { hash: evidence, uri },
      state: stateOf(number),
    };
  });

  function stateOf(number: bigint): Release["state"] {
    const payment = payments.get(number);
    if (payment !== undefined) {
      const { amount, payout } = payment.args;
      return { is: "paid", at: timeOf(payment), amount, to: payout };
    }
    if (!isOpen(number)) return { is: "stopped" };
    return request.payableFrom > 0 ? { is: "approved", payableFrom: request.payableFrom } : { is: "asked" };
  }
}
