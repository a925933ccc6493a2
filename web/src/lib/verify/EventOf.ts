import type { Abi, Address, ContractEventName, Log } from "viem";

type Decoded<abi extends Abi, name> =
  name extends ContractEventName<abi>
    ? Pick<
        Log<bigint, number, false, undefined, true, abi, name>,
        "args" | "eventName" | "transactionHash" | "blockNumber" | "logIndex"
      > & { address: Address }
    : never;

/** Any event of a contract, decoded: what happened, where in the chain, and in which transaction. */
export type EventOf<abi extends Abi> = Decoded<abi, ContractEventName<abi>>;
