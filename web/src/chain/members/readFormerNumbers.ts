import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { type Address, getAbiItem, isAddressEqual } from "viem";
import { readPast } from "../past/readPast.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { FormerNumber } from "./formerNumbersQuery.ts";

const ADMITTED = getAbiItem({ abi: memberRegistryEvents, name: "MemberAdmitted" });
const MOVED = getAbiItem({ abi: memberRegistryEvents, name: "WalletMoved" });
const CLOSED = getAbiItem({ abi: memberRegistryEvents, name: "RecordClosed" });

/**
 * The numbers that a wallet's rewards come from, but for that of its present home. The past says where to look, and the
 * registry, asked now, whether it is so: whatever a node leaves out, nobody is shown a number that is not theirs.
 */
export async function readFormerNumbers(system: System, wallet: Address): Promise<FormerNumber[]> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const given = await numbersGivenTo(system, wallet, false);
  const [person] = await readNow(system, [{ ...registry, functionName: "personOf", args: [wallet] }]);
  const former = given.filter(({ town, number }) => town !== person.town || number !== person.number);
  const records = await Promise.all(
    former.map(({ town, number }) => {
      return readNow(system, [{ ...registry, functionName: "memberAt", args: [town, BigInt(number)] }]);
    }),
  );
  return former.filter((_, i) => isAddressEqual(records[i]?.[0][0] ?? registry.address, wallet));
}

/** The numbers that were given to a wallet, and to those it follows: a person's earlier one, or of who died. */
async function numbersGivenTo(system: System, wallet: Address, inherited: boolean): Promise<FormerNumber[]> {
  const { MemberRegistry: address } = system.deployment.addresses;
  const [admitted, moved, closed] = await Promise.all([
    readPast(system, { address, event: ADMITTED, args: { wallet } }),
    readPast(system, { address, event: MOVED, args: { newWallet: wallet } }),
    readPast(system, { address, event: CLOSED, args: { heir: wallet } }),
  ]);
  const own = admitted.map(({ args: { town, number } }) => ({ town, number, inherited }));
  const others = await Promise.all([
    ...moved.map(({ args }) => numbersGivenTo(system, args.wallet, inherited)),
    ...closed.map(({ args }) => numbersGivenTo(system, args.wallet, true)),
  ]);
  return [...own, ...others.flat()];
}
