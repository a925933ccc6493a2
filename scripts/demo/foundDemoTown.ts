import { attestOutsiders } from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { grantRole } from "@one-small-town/core/roles/steps.ts";
import { LONGEST_RESIDENCY } from "@one-small-town/core/rules/MemberRegistry.ts";
import type { Address } from "viem";
import { deploySystem } from "../deploy/deploySystem.ts";
import { networks } from "../deploy/networks.ts";
import { attestInBatches } from "../operator/batches.ts";
import { currencyAt } from "../operator/contracts.ts";
import { giveKey } from "../operator/keys.ts";
import { openTown } from "../operator/openTown.ts";
import { personIdOf } from "@one-small-town/core/members/personIdOf.ts";
import { send } from "../operator/send.ts";
import { demoPeople } from "./demoPeople.ts";
import { type DemoTown, personAt } from "./DemoTown.ts";
import type { DemoChain } from "./openDemoChain.ts";

const SOUTH_AFRICA = 710;
const GERMANY = 276;
const RESIDENT_FOR = LONGEST_RESIDENCY - 86_400;
const STEWARD = 11;
const SAVINGS = 2_000_000_000n;

/** Deploys the system, founds Willowmere, and attests its people: members in the order of their numbers, residents. */
export async function foundDemoTown(chain: DemoChain, begins: number): Promise<DemoTown> {
  const { connection, officials, people } = chain;
  const { countryAmbassador } = officials;
  const deployment = await deploySystem(connection, networks.local, {
    headOffice: officials.headOffice.address,
    deployer: officials.deployer.address,
  });
  const dollar = await connection.ethers.deployContract("TestDollar", officials.deployer);
  const currency = currencyAt(await dollar.getAddress(), officials.deployer);
  for (const { address } of people) await currency.mint(address, SAVINGS);

  const residentUntil = begins + RESIDENT_FOR;
  const attestationOf = (id: number) => ({ wallet: walletOf(chain, id), residentUntil, personId: idOf(String(id)) });
  const [townAmbassador, registrar] = [personAt(chain, 0), personAt(chain, 2)];
  const town = await openTown(deployment, {
    country: SOUTH_AFRICA,
    currency: (await currency.getAddress()) as Address,
    name: "Willowmere",
    headOffice: officials.headOffice,
    countryAmbassador,
    townAmbassador: { ...attestationOf(0), signer: townAmbassador },
    registrar: { ...attestationOf(2), signer: registrar },
  });

  const locals = demoPeople.flatMap(({ kind }, id) =>
    kind === "member" || kind === "resident" ? [{ ...attestationOf(id), joins: kind === "member" }] : [],
  );
  const manager = {
    wallet: officials.manager.address as Address,
    residentUntil,
    joins: false,
    personId: idOf("manager"),
  };
  await attestInBatches(deployment, { registrar, town, attestations: [...locals, manager] });
  await send(countryAmbassador, attestOutsiders(deployment, SOUTH_AFRICA, outsidersOf(chain)));
  const coordinator = { role: roleIds.coordinator(town), wallet: personAt(chain, 1) };
  await giveKey(deployment, { townAmbassador, countryAmbassador, ...coordinator });
  await send(townAmbassador, grantRole(deployment, roleIds.steward(town), walletOf(chain, STEWARD)));
  return { chain, deployment, currency, town };
}

function outsidersOf(chain: DemoChain) {
  return demoPeople.flatMap(({ kind }, id) =>
    kind === "country" || kind === "world"
      ? [
          {
            wallet: walletOf(chain, id),
            country: kind === "country" ? SOUTH_AFRICA : GERMANY,
            personId: idOf(String(id)),
          },
        ]
      : [],
  );
}

function walletOf(chain: DemoChain, id: number): Address {
  return personAt(chain, id).address as Address;
}

function idOf(number: string) {
  return personIdOf("the demo's key", { country: SOUTH_AFRICA, kind: "demo", number });
}
