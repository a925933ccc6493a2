import { type Attestation, attestResidents } from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { getAddress, toBeHex } from "ethers";
import type { Address } from "viem";
import { MOST_ATTESTATION_LIMIT } from "@one-small-town/core/rules/TownRegistry.ts";
import { openDemoChain } from "../../demo/openDemoChain.ts";
import { deploySystem } from "../../deploy/deploySystem.ts";
import { networks } from "../../deploy/networks.ts";
import { currencyAt } from "../../operator/contracts.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { giveKey, raiseAttestationLimit } from "../../operator/keys.ts";
import { openTown } from "../../operator/openTown.ts";
import { personIdOf } from "@one-small-town/core/members/personIdOf.ts";
import { send } from "../../operator/send.ts";

const DAY = 86_400;
const BEGINS = 1_800_000_000;
const BATCH = 150;

export type BigTown = Awaited<ReturnType<typeof openBigTown>>;

/** A town of so many members, on a chain that answers JSON-RPC. Numbers 1 and 2 are ambassador and coordinator. */
export async function openBigTown(members: number, wantedPort?: number) {
  const chain = await openDemoChain(BEGINS, { wantedPort });
  const { connection, officials, people } = chain;
  const { countryAmbassador } = officials;
  const [townAmbassador, coordinator, registrar] = people;
  if (townAmbassador === undefined || coordinator === undefined || registrar === undefined)
    throw new Error("no people");
  const deployment = await deploySystem(connection, networks.local, {
    headOffice: officials.headOffice.address,
    deployer: officials.deployer.address,
  });
  const dollar = await connection.ethers.deployContract("TestDollar", officials.deployer);
  const currency = currencyAt(await dollar.getAddress(), officials.deployer);
  const own = [townAmbassador, coordinator, registrar].map(({ address }) => address as Address);
  const attestations = [...own, ...strangers(members - own.length)].map(attestationOf);
  const [ambassador, , first] = attestations as [Attestation, Attestation, Attestation];
  const town = await openTown(deployment, {
    country: 710,
    currency: (await currency.getAddress()) as Address,
    name: "Willowmere",
    headOffice: officials.headOffice,
    countryAmbassador,
    townAmbassador: { ...ambassador, signer: townAmbassador },
    registrar: { ...first, signer: registrar },
  });
  const ambassadors = { townAmbassador, countryAmbassador };
  await raiseAttestationLimit(deployment, { ...ambassadors, town, aWeek: MOST_ATTESTATION_LIMIT });
  for (const [i, batch] of inBatches(attestations, BATCH).entries()) {
    await chain.goTo(BEGINS + Math.floor((i * BATCH) / (MOST_ATTESTATION_LIMIT - BATCH)) * 7 * DAY + DAY + i);
    await send(registrar, attestResidents(deployment, town, batch));
  }
  await giveKey(deployment, { ...ambassadors, role: roleIds.coordinator(town), wallet: coordinator });
  return { chain, deployment, currency, town, members, coordinator };
}

function strangers(count: number): Address[] {
  return Array.from(
    { length: count },
    (_, i) => getAddress(toBeHex(0x1357_9bdf_0000_0000n * BigInt(i + 1) + 7n, 20)) as Address,
  );
}

function attestationOf(wallet: Address, id: number): Attestation {
  const personId = personIdOf("big", { country: 710, kind: "person", number: String(id) });
  return { wallet, residentUntil: BEGINS + 900 * DAY, joins: true, personId };
}
