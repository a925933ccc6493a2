import { type Address, getAbiItem, isAddressEqual, numberToHex, zeroAddress, zeroHash } from "viem";
import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { authorityEvents } from "@one-small-town/core/abis/authorityEvents.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { hasOwnCode } from "@one-small-town/core/members/addresses.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readLogs } from "../../readLogs.ts";
import { readMany } from "../../readMany.ts";
import type { System } from "../../System.ts";
import type { Accountability, KeyHolder, KeyName } from "./Accountability.ts";

type Of = { business: bigint; country: number; block: bigint };
type Management = { manager: Address; payout: Address; since: number | null };

/** Who holds the keys of a business at a block, an ambassador from when their powers began. */
export async function readKeys(system: System, of: Of, management: Management): Promise<Accountability["keys"]> {
  const { town, country, headOffice } = await readOffices(system, of);
  const { manager, payout, since } = management;
  const named: Record<KeyName, Omit<KeyHolder, "isContract">> = {
    townAmbassador: town,
    countryAmbassador: country,
    headOffice,
    manager: { wallet: manager, since },
    payout: { wallet: payout, since },
  };
  const keys = await Promise.all(
    Object.entries(named).map(async ([name, { wallet, since: from }]) => {
      if (wallet === zeroAddress) return [name, null];
      return [name, { wallet, since: from, isContract: hasOwnCode(await readCode(system, wallet, of.block)) }];
    }),
  );
  return Object.fromEntries(keys) as Accountability["keys"];
}

async function readOffices(system: System, { business, country, block }: Of) {
  const { client, deployment } = system;
  const authority = { address: deployment.addresses.Authority, abi: authorityViews } as const;
  const towns = { address: deployment.addresses.TownRegistry, abi: townRegistryViews } as const;
  const town = townOfProject(business);
  const [townKey, countryKey, [townHolder, townSince], [countryHolder, countrySince], headOffice] = await readMany(
    client,
    [
      { ...towns, functionName: "townKeyOf", args: [town] },
      { ...towns, functionName: "countryKeyOf", args: [town] },
      { ...authority, functionName: "ambassadorOf", args: [roleIds.townAmbassador(town)] },
      { ...authority, functionName: "ambassadorOf", args: [roleIds.countryAmbassador(country)] },
      { ...authority, functionName: "headOffice" },
    ],
    block,
  );
  const since = await readHeadOfficeSince(system, headOffice, block);
  // The key is the holder's, or nobody's.
  const acting = (key: Address, holder: Address, from: bigint) => ({
    wallet: key,
    since: isAddressEqual(key, holder) ? Number(from) : null,
  });
  return {
    town: acting(townKey, townHolder, townSince),
    country: acting(countryKey, countryHolder, countrySince),
    headOffice: { wallet: headOffice, since },
  };
}

async function readHeadOfficeSince({ client, deployment }: System, wallet: Address, block: bigint) {
  const granted = await readLogs(client, {
    address: deployment.addresses.Authority,
    args: { role: zeroHash, account: wallet },
    event: getAbiItem({ abi: authorityEvents, name: "RoleGranted" }),
    fromBlock: BigInt(deployment.startBlock),
    toBlock: block,
  });
  const last = granted.at(-1);
  return last === undefined ? null : (await readBlockTimes(client, [last]))(last);
}

function readCode({ client }: System, address: Address, block: bigint) {
  return client.request({ method: "eth_getCode", params: [address, numberToHex(block)] });
}
