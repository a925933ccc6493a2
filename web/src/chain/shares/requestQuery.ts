import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** What the owners of a settled sale's shares decide on now, and how far their votes are; times in seconds. */
export type ReleaseRequest = {
  /** Counted from 0. */
  tranche: number;
  /** What is asked for: until when it can be agreed to, or, once agreed, from when on it is paid. Null for nothing. */
  asked: { evidence: Document; until: number; payableFrom: number | null } | null;
  /** From when on the tranche can be asked for again; 0 when it was never stopped. */
  askableFrom: number;
  objecting: number;
  windingUp: number;
  votable: number;
  /** One of so many shares that may vote stops the tranche. */
  blockingPart: number;
};

export function requestQuery(system: System, offering: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "releaseRequest", offering),
    queryFn: () => readRequest(system, offering),
  });
}

export async function readRequest(system: System, offering: bigint): Promise<ReleaseRequest> {
  const releases = { address: system.deployment.addresses.Releases, abi: releasesViews } as const;
  const [request, progress, tally] = await readNow(
    system,
    [
      { ...releases, functionName: "requestOf", args: [offering] },
      { ...releases, functionName: "progressOf", args: [offering] },
      { ...releases, functionName: "tallyOf", args: [offering] },
    ],
    { bytes: 400 },
  );
  const { id, evidence, until, payableFrom } = request;
  return {
    tranche: progress.next,
    asked: id === 0 ? null : { evidence, until, payableFrom: payableFrom === 0 ? null : payableFrom },
    askableFrom: progress.askableFrom,
    objecting: Number(tally.objecting),
    windingUp: Number(tally.windingUp),
    votable: Number(tally.votable),
    blockingPart: Number(tally.blockingPart),
  };
}
