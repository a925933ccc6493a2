import { type Attestation, attestResidents } from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { MOST_ATTESTATION_LIMIT } from "@one-small-town/core/rules/TownRegistry.ts";
import { getAddress, toBeHex } from "ethers";
import type { Address } from "viem";
import { deploySystem } from "../deploy/deploySystem.ts";
import { networks } from "../deploy/networks.ts";
import { attestInBatches } from "../operator/batches.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { contractsOf, currencyAt } from "../operator/contracts.ts";
import { giveKey, raiseAttestationLimit } from "../operator/keys.ts";
import { openTown } from "../operator/openTown.ts";
import { personIdOf } from "@one-small-town/core/members/personIdOf.ts";
import { send } from "../operator/send.ts";
import { openChain } from "../scenario/openChain.ts";

export const MEMBERS = 5_000;
export const DAY = 86_400;
const WEEK = 7 * DAY;

/** Signers: 0 Town Ambassador, 1 coordinator, 2 registrar, then people who do what is measured. */
const SIGNERS = 40;
const BEGINS = 1_800_000_000;
const BATCH = 200;

export type GasTown = Awaited<ReturnType<typeof openGasTown>>;

/**
 * A town of 5,000 members, the first of them with signers, the others with plain addresses. Also tells what admitting
 * costs a person, in batches of 200.
 */
export async function openGasTown() {
  const chain = await openChain(SIGNERS, BEGINS);
  const { connection, officials, people } = chain;
  const { countryAmbassador } = officials;
  const deployment = await deploySystem(connection, networks.local, {
    headOffice: officials.headOffice.address,
    deployer: officials.deployer.address,
  });
  const dollar = await connection.ethers.deployContract("TestDollar", officials.deployer);
  const currency = currencyAt(await dollar.getAddress(), officials.deployer);
  const townAmbassador = signer(people, 0);
  const registrar = signer(people, 2);
  const wallets = [...people.map(({ address }) => address as Address), ...strangers(MEMBERS - SIGNERS)];
  const town = await openTown(deployment, {
    country: 710,
    currency: (await currency.getAddress()) as Address,
    name: "Willowmere",
    headOffice: officials.headOffice,
    countryAmbassador,
    townAmbassador: { ...attestation(wallets, 0), signer: townAmbassador },
    registrar: { ...attestation(wallets, 2), signer: registrar },
  });
  const ambassadors = { townAmbassador, countryAmbassador };
  await raiseAttestationLimit(deployment, { ...ambassadors, town, aWeek: MOST_ATTESTATION_LIMIT });
  const attestations = wallets.map((_, id) => attestation(wallets, id));
  const admitGas: bigint[] = [];
  for (const [i, batch] of inBatches(attestations, BATCH).entries()) {
    await chain.goTo(BEGINS + Math.floor((i * BATCH) / (MOST_ATTESTATION_LIMIT - BATCH)) * WEEK + DAY + i);
    admitGas.push((await send(registrar, attestResidents(deployment, town, batch))).gasUsed);
  }
  await attestInBatches(deployment, {
    registrar,
    town,
    attestations: [{ ...attestation([officials.manager.address], 0, "manager"), joins: false }],
  });
  await giveKey(deployment, { ...ambassadors, role: roleIds.coordinator(town), wallet: signer(people, 1) });
  const admit = (admitGas[5] ?? 0n) / BigInt(BATCH);
  return { chain, deployment, currency, town, wallets, contracts: contractsOf(deployment, officials.deployer), admit };
}

export function signer<Signer>(people: readonly Signer[], id: number): Signer {
  const found = people[id];
  if (found === undefined) throw new Error(`there is no signer ${id}`);
  return found;
}

function strangers(count: number): Address[] {
  return Array.from(
    { length: count },
    (_, i) => getAddress(toBeHex(0x1357_9bdf_0000_0000n * BigInt(i + 1) + 7n, 20)) as Address,
  );
}

export function attestation(wallets: readonly string[], id: number, kind = "person"): Attestation {
  const personId = personIdOf("gas", { country: 710, kind, number: String(id) });
  return { wallet: wallets[id] as Address, residentUntil: BEGINS + 900 * DAY, joins: true, personId };
}
