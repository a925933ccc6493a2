import { type Abi, type Address, type ContractEventName, type Log, parseEventLogs } from "viem";
import { getLogs } from "viem/actions";
import type { EventOf } from "../lib/verify/EventOf.ts";
import { type BlockRange, inHalves } from "./inHalves.ts";
import type { TownClient } from "./makeClient.ts";

type Wanted<abi extends Abi> = BlockRange & { address: Address | Address[]; abi: abi };

/** Every event of a contract, or of several with the same ABI, in the order of the chain. */
export async function readEvents<const abi extends Abi>(
  client: TownClient,
  { address, abi, ...range }: Wanted<abi>,
): Promise<(EventOf<abi> & Pick<Log, "address">)[]> {
  const logs = await inHalves(range, (part) => getLogs(client, { address, ...part }));
  return parseEventLogs<abi, true, ContractEventName<abi>>({ abi, logs }) as never;
}
