import { getAbiItem, zeroAddress } from "viem";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { releasesEvents } from "@one-small-town/core/abis/releasesEvents.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readLogs } from "../../readLogs.ts";
import { readOne } from "../../readOne.ts";
import { readHolders } from "../../shares/holdersQuery.ts";
import { type Offering, readOffering } from "../../shares/offeringQuery.ts";
import type { System } from "../../System.ts";
import type { Accountability, Release } from "./Accountability.ts";

/** A sale as it stands at a block: its terms, who holds its shares, and how its money left escrow. */
export async function readSale(system: System, id: bigint, block: bigint): Promise<Accountability["sale"]> {
  const offering = await readOffering(system, id, block);
  if (offering === null) return null;
  const [holders, releases] = await Promise.all([
    readHolders(system, { token: offering.token, town: townOfProject(offering.business) }, block),
    readReleases(system, offering, block),
  ]);
  return { offering, holders, releases };
}

async function readReleases(system: System, { id }: Offering, block: bigint): Promise<Release[]> {
  const { client, deployment } = system;
  const wanted = {
    address: deployment.addresses.Releases,
    args: { offering: id },
    fromBlock: BigInt(deployment.startBlock),
    toBlock: block,
  };
  const [asked, paid, request] = await Promise.all([
    readLogs(client, { ...wanted, event: getAbiItem({ abi: releasesEvents, name: "ReleaseRequested" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: releasesEvents, name: "TrancheReleased" }) }),
    readOne(client, {
      address: deployment.addresses.Releases,
      abi: releasesViews,
      blockNumber: block,
      functionName: "requestOf",
      args: [id],
    }),
  ]);
  const timeOf = await readBlockTimes(client, [...asked, ...paid]);
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
