import { type Address, isAddressEqual, numberToHex, zeroAddress } from "viem";
import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { hasOwnCode } from "@one-small-town/core/members/addresses.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { ask } from "../../gather.ts";
import { keptOr } from "../../kept.ts";
import { readNow } from "../../readNow.ts";
import type { System } from "../../System.ts";
import type { AccountabilityNow, KeyHolder, KeyName } from "./Accountability.ts";

type Of = { business: bigint; block: bigint };
type Management = { manager: Address; payout: Address };

/** Who holds the keys of a business at a block, an ambassador from when their powers began. */
export async function readKeys(
  system: System,
  of: Of,
  management: Promise<Management>,
): Promise<AccountabilityNow["keys"]> {
  const [{ town, country, headOffice }, { manager, payout }] = await Promise.all([readOffices(system, of), management]);
  const named: Record<KeyName, Omit<KeyHolder, "isContract">> = {
    townAmbassador: town,
    countryAmbassador: country,
    headOffice: { wallet: headOffice, since: null },
    manager: { wallet: manager, since: null },
    payout: { wallet: payout, since: null },
  };
  const keys = await Promise.all(
    Object.entries(named).map(async ([name, { wallet, since }]) => {
      if (wallet === zeroAddress) return [name, null];
      return [name, { wallet, since, isContract: hasOwnCode(await readCode(system, wallet, of.block)) }];
    }),
  );
  return Object.fromEntries(keys) as AccountabilityNow["keys"];
}

async function readOffices(system: System, { business, block }: Of) {
  const { Authority, TownRegistry } = system.deployment.addresses;
  const authority = { address: Authority, abi: authorityViews } as const;
  const towns = { address: TownRegistry, abi: townRegistryViews } as const;
  const town = townOfProject(business);
  const [[townKey, countryKey, [townHolder, townSince], headOffice], [[countryHolder, countrySince]]] =
    await Promise.all([
      readNow(
        system,
        [
          { ...towns, functionName: "townKeyOf", args: [town] },
          { ...towns, functionName: "countryKeyOf", args: [town] },
          { ...authority, functionName: "ambassadorOf", args: [roleIds.townAmbassador(town)] },
          { ...authority, functionName: "headOffice" },
        ],
        { block },
      ),
      readCountry(system, town).then((country) =>
        readNow(system, [{ ...authority, functionName: "ambassadorOf", args: [roleIds.countryAmbassador(country)] }], {
          block,
        }),
      ),
    ]);
  // The key is the holder's, or nobody's.
  const acting = (key: Address, holder: Address, from: bigint) => ({
    wallet: key,
    since: isAddressEqual(key, holder) ? Number(from) : null,
  });
  return {
    town: acting(townKey, townHolder, townSince),
    country: acting(countryKey, countryHolder, countrySince),
    headOffice,
  };
}

/** Fixed at the town's founding. Its name and currency, which come with it elsewhere, are not waited for. */
function readCountry(system: System, town: number): Promise<number> {
  return keptOr(system, `country ${town}`, async () => {
    const { TownRegistry: address } = system.deployment.addresses;
    const [{ country }] = await readNow(system, [
      { address, abi: townRegistryViews, functionName: "townOf", args: [town] },
    ]);
    return country;
  });
}

/** Wallets have no code, or some that sends calls on; contracts may have as much as fits. */
const SHORT = 3_000;

function readCode({ client }: System, target: Address, block: bigint) {
  return ask(client, { target, data: "0x", bytes: SHORT, block: numberToHex(block) });
}
