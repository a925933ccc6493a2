import {
  attestOutsiders,
  confirmAttestationLimit,
  proposeAttestationLimit,
} from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { LONGEST_RESIDENCY } from "@one-small-town/core/rules/MemberRegistry.ts";
import { OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { MOST_ATTESTATION_LIMIT } from "@one-small-town/core/rules/TownRegistry.ts";
import type { Address } from "viem";
import { deploySystem } from "../deploy/deploySystem.ts";
import { networks } from "../deploy/networks.ts";
import { attestInBatches } from "../operator/batches.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { agreeDeed, openOffering, startBusiness } from "../operator/businesses.ts";
import { contractsOf, currencyAt } from "../operator/contracts.ts";
import { documentOf } from "../operator/documents.ts";
import { giveKey, raiseAttestationLimit } from "../operator/keys.ts";
import { openTown } from "../operator/openTown.ts";
import { personIdOf } from "@one-small-town/core/members/personIdOf.ts";
import { eventsOf, send } from "../operator/send.ts";
import { type LocalChain, openChain } from "./openChain.ts";
import type { Person, Scenario } from "./Scenario.ts";
import type { Town } from "./Town.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;

/** Time before the scenario's start for opening the town, ten weeks: a registrar attests so many persons a week. */
const PREPARATION = 70 * DAY;
const RESIDENT_FOR = LONGEST_RESIDENCY - DAY;
const SAVINGS = 10n ** 21n;

/** A country other than the scenario's, for the people of tier "world". */
const ELSEWHERE = 276;

/** Deploys the system and brings a scenario's town to the moment before its first step. */
export async function openScenarioTown(scenario: Scenario, log: (line: string) => void): Promise<Town> {
  const { history } = scenario;
  const begins = history.start - PREPARATION;
  const chain = await openChain(history.people.length, begins);
  const { connection, officials, people } = chain;
  const wallets = people.map(({ address }) => address as Address);

  log("deploying");
  const deployment = await deploySystem(connection, networks.local, {
    headOffice: officials.headOffice.address,
    deployer: officials.deployer.address,
  });
  const dollar = await connection.ethers.deployContract("TestDollar", officials.deployer);
  const currency = currencyAt(await dollar.getAddress(), officials.deployer);
  for (const { address } of [...people, officials.payer]) await currency.mint(address, SAVINGS);

  log("opening the town");
  const personAt = (id: number) => people[id] as LocalChain["people"][number];
  const officer = (id: number) => ({ signer: personAt(id), ...recordOf(id, begins) });
  const { countryAmbassador } = officials;
  const ambassadors = { townAmbassador: personAt(0), countryAmbassador };
  const town = await openTown(deployment, {
    country: history.country,
    currency: (await currency.getAddress()) as Address,
    name: history.townName,
    headOffice: officials.headOffice,
    countryAmbassador,
    townAmbassador: officer(0),
    registrar: officer(2),
  });
  await raiseAttestationLimit(deployment, { ...ambassadors, town, aWeek: MOST_ATTESTATION_LIMIT });
  const opened = { chain, deployment, town, wallets, begins };
  await attestLocals(opened, history.people, log);
  await attestOthers(opened, history.people, history.country);
  await giveKey(deployment, { ...ambassadors, role: roleIds.coordinator(town), wallet: personAt(1) });

  log("offering shares");
  const sale = await offerShares(opened, scenario);
  return {
    chain,
    deployment,
    currency,
    town,
    people,
    wallets,
    ...sale,
    contracts: contractsOf(deployment, officials.deployer),
    payer: officials.payer,
  };
}

type Opened = Pick<Town, "chain" | "deployment" | "town" | "wallets"> & { begins: number };

/** The registrar attests everybody of the town, members first in the order of their numbers, 2,000 a week. */
async function attestLocals(
  { chain, deployment, town, wallets, begins }: Opened,
  people: Person[],
  log: (line: string) => void,
): Promise<void> {
  const locals = people.filter(({ tier }) => tier === "local");
  const members = locals.filter(({ member }) => member > 0).sort((a, b) => a.member - b.member);
  const others = locals.filter(({ member }) => member === 0);
  const attestations = [...members, ...others].map(({ id, member }) => ({
    ...recordOf(id, begins),
    wallet: wallets[id] as Address,
    joins: member > 0,
  }));
  const registrar = chain.people[2] as LocalChain["people"][number];
  let week = 0;
  for (const batch of inBatches(attestations, MOST_ATTESTATION_LIMIT)) {
    log(`attesting residents, week ${week + 1}`);
    await chain.goTo(begins + DAY + week * WEEK);
    await attestInBatches(deployment, { registrar, town, attestations: batch });
    week++;
  }
}

/** The country's office attests those of no registered town: at most as many as one week allows it. */
async function attestOthers({ chain, deployment, wallets }: Opened, people: Person[], country: number): Promise<void> {
  const { countryAmbassador, headOffice } = chain.officials;
  const { memberRegistry } = contractsOf(deployment, countryAmbassador);
  const outsiders = people
    .filter(({ tier }) => tier === "country" || tier === "world")
    .map(({ id, tier }) => ({
      wallet: wallets[id] as Address,
      country: tier === "country" ? country : ELSEWHERE,
      personId: recordOf(id, 0).personId,
    }));
  const office = roleIds.countryAmbassador(country);
  await send(countryAmbassador, proposeAttestationLimit(deployment, office, MOST_ATTESTATION_LIMIT));
  await send(headOffice, confirmAttestationLimit(deployment, office, MOST_ATTESTATION_LIMIT));
  for (const batch of inBatches(outsiders, 150)) {
    const receipt = await send(countryAmbassador, attestOutsiders(deployment, country, batch));
    const skipped = eventsOf(receipt, memberRegistry.interface, "AttestationSkipped").length;
    if (skipped > 0) throw new Error(`${skipped} people of no registered town were not attested`);
  }
}

async function offerShares(
  { chain, deployment, town }: Opened,
  { history }: Scenario,
): Promise<Pick<Town, "business" | "offering" | "token">> {
  const { countryAmbassador, manager, payout } = chain.officials;
  const townAmbassador = chain.people[0] as LocalChain["people"][number];
  const ambassadors = { townAmbassador, countryAmbassador };
  const plan = documentOf(`The plan of ${history.townName}'s first business`, "ipfs://plan");
  const pack = documentOf(`The pack of ${history.townName}'s first business`, "ipfs://pack");
  const registrar = chain.people[2] as LocalChain["people"][number];
  await attestManager({ chain, deployment, town, registrar, until: history.start + RESIDENT_FOR - 2 * PREPARATION });
  const business = await startBusiness(deployment, {
    ...ambassadors,
    town,
    kind: history.kind,
    plan,
    pack,
    member: townAmbassador,
    metadata: documentOf('{"title":"First business"}', "ipfs://first"),
    manager: manager.address as Address,
    payout: payout.address as Address,
  });
  await agreeDeed(deployment, { business, deed: history.deed, ...ambassadors });

  await chain.goTo(history.terms.opens - OPENING_NOTICE - DAY);
  const { deed, terms } = history;
  return {
    business,
    ...(await openOffering(deployment, {
      ...ambassadors,
      terms: {
        ...terms,
        business,
        price: BigInt(terms.price),
        deed,
        plan: plan.hash,
        pack: pack.hash,
        tranches: [WHOLE],
        name: `${history.townName} One`,
        symbol: "ONE",
      },
    })),
  };
}

/** A business's manager lives in the town, though not among the scenario's people. */
async function attestManager(manager: {
  chain: LocalChain;
  deployment: Town["deployment"];
  town: number;
  registrar: LocalChain["people"][number];
  until: number;
}): Promise<void> {
  const wallet = manager.chain.officials.manager.address as Address;
  const personId = personIdOf("scenario", { country: 0, kind: "manager", number: wallet });
  const attestation = { wallet, personId, residentUntil: manager.until, joins: false };
  await attestInBatches(manager.deployment, {
    registrar: manager.registrar,
    town: manager.town,
    attestations: [attestation],
  });
}

function recordOf(id: number, begins: number) {
  return {
    residentUntil: begins + RESIDENT_FOR,
    personId: personIdOf("scenario", { country: 0, kind: "person", number: String(id) }),
  };
}
