import { type Address, getAbiItem, isAddressEqual, zeroAddress } from "viem";
import { projectRegistryAbi } from "@one-small-town/core/abis/projectRegistryAbi.ts";
import { releasesAbi } from "@one-small-town/core/abis/releasesAbi.ts";
import { townRegistryAbi } from "@one-small-town/core/abis/townRegistryAbi.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readLogs } from "../../readLogs.ts";
import { readMany } from "../../readMany.ts";
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

async function readReleases(system: System, { id, business }: Offering, block: bigint): Promise<Release[]> {
  const { client, deployment } = system;
  const wanted = {
    address: deployment.addresses.Releases,
    args: { offering: id },
    fromBlock: BigInt(deployment.startBlock),
    toBlock: block,
  };
  const [asked, paid, request] = await Promise.all([
    readLogs(client, { ...wanted, event: getAbiItem({ abi: releasesAbi, name: "ReleaseRequested" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: releasesAbi, name: "TrancheReleased" }) }),
    readOne(client, {
      address: deployment.addresses.Releases,
      abi: releasesAbi,
      blockNumber: block,
      functionName: "requestOf",
      args: [id],
    }),
  ]);
  const [timeOf, isApproved] = await Promise.all([
    readBlockTimes(client, [...asked, ...paid]),
    readApproval(system, { business, request, block }),
  ]);
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
    return isApproved ? { is: "approved", payableFrom: request.payableFrom } : { is: "asked" };
  }
}

type Request = { payableFrom: number; approver: Address; payout: Address };

/** An approval holds while who gave it is in office, and the payout wallet is the one it was given for. */
async function readApproval(
  { client, deployment: { addresses } }: System,
  { business, request, block }: { business: bigint; request: Request; block: bigint },
): Promise<boolean> {
  if (request.payableFrom === 0) return false;
  const [isInOffice, { payout }] = await readMany(
    client,
    [
      {
        address: addresses.TownRegistry,
        abi: townRegistryAbi,
        functionName: "isCountryAmbassador",
        args: [townOfProject(business), request.approver],
      },
      { address: addresses.ProjectRegistry, abi: projectRegistryAbi, functionName: "projectOf", args: [business] },
    ],
    block,
  );
  return isInOffice && isAddressEqual(payout, request.payout);
}
