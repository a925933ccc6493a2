import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { profitSplitterViews } from "@one-small-town/core/abis/profitSplitterViews.ts";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { townTreasuryViews } from "@one-small-town/core/abis/townTreasuryViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { NAMING_LASTS } from "@one-small-town/core/rules/Authority.ts";
import { phases, spendingStates } from "@one-small-town/core/rules/enumerations.ts";
import { DEED_WAITS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { MANAGEMENT_WAITS } from "@one-small-town/core/rules/ProjectRegistry.ts";
import { APPROVAL_PERIOD } from "@one-small-town/core/rules/TownTreasury.ts";
import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import { trancheAmounts } from "@one-small-town/core/shares/Terms.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, isAddressEqual, zeroAddress } from "viem";
import { keyOf } from "../keys.ts";
import type { Town } from "../members/Town.ts";
import { readProject } from "../projects/readProject.ts";
import { readBlock } from "../readBlock.ts";
import { readNow } from "../readNow.ts";
import { readAsset } from "../shares/readAsset.ts";
import type { System } from "../System.ts";
import type { KeyHolders, Proposal, SecondKey } from "./Proposal.ts";

/** All of a town that waits for a second key, and who holds the keys. */
export type Proposals = { proposals: readonly Proposal[]; holders: KeyHolders };

type Place = Pick<Town, "id" | "country" | "currency">;

/** Where one that is asked for stands beside others of its kind, there are texts. */
const TEXTS = 3_000;

export function proposalsQuery(system: System, town: Place) {
  return queryOptions({
    queryKey: keyOf(system, "proposals", town.id),
    queryFn: () => readProposals(system, town),
  });
}

export async function readProposals(system: System, town: Place): Promise<Proposals> {
  const registry = { address: system.deployment.addresses.ProjectRegistry, abi: projectRegistryViews } as const;
  const [holders, { timestamp }, [count]] = await Promise.all([
    readHolders(system, town),
    readBlock(system.client),
    readNow(system, [{ ...registry, functionName: "projectCount", args: [town.id] }]),
  ]);
  const projects = Array.from({ length: count }, (_, index) => projectId(town.id, index + 1));
  const here = { system, holders, now: timestamp };
  const parts = await Promise.all([
    readKeys(here, town),
    readSpendings(here, town),
    ...projects.map((project) => readOfProject(here, project)),
  ]);
  return { proposals: parts.flat(), holders };
}

type Here = { system: System; holders: KeyHolders; now: number };

async function readHolders(system: System, { id, country }: Place): Promise<KeyHolders> {
  const authority = { address: system.deployment.addresses.Authority, abi: authorityViews } as const;
  const [[townAmbassador], [countryAmbassador], headOffice] = await readNow(system, [
    { ...authority, functionName: "ambassadorOf", args: [roleIds.townAmbassador(id)] },
    { ...authority, functionName: "ambassadorOf", args: [roleIds.countryAmbassador(country)] },
    { ...authority, functionName: "headOffice" },
  ]);
  return { townAmbassador, countryAmbassador, headOffice };
}

/** Who is to hold a key, and how many people a week may be added in the town and in its country. */
async function readKeys({ system, holders }: Here, { id, country }: Place): Promise<Proposal[]> {
  const { Authority, TownRegistry } = system.deployment.addresses;
  const offices = { town: roleIds.townAmbassador(id), country: roleIds.countryAmbassador(country) };
  const limit = { address: TownRegistry, abi: townRegistryViews, functionName: "attestationLimitOf" } as const;
  const [namings, ofTown, ofCountry] = await readNow(
    system,
    [
      { address: Authority, abi: authorityViews, functionName: "namingsOf", args: [id] },
      { ...limit, args: [offices.town] },
      { ...limit, args: [offices.country] },
    ],
    { bytes: 1_400 },
  );
  const keys = namings.map(({ role, wallet, proposer, namedAt }): Proposal => {
    return {
      asked: { kind: "key", role, wallet },
      by: proposer,
      until: namedAt + NAMING_LASTS,
      awaits: "countryAmbassador",
    };
  });
  const limitAsked = (scope: "town" | "country", { aWeek: now, proposed: aWeek, until }: typeof ofTown): Proposal[] => {
    if (aWeek === 0) return [];
    const asked = { kind: "limit", office: offices[scope], scope, aWeek, now } as const;
    const [by, awaits] =
      scope === "town"
        ? [holders.townAmbassador, "countryAmbassador" as const]
        : [holders.countryAmbassador, "headOffice" as const];
    return [{ asked, by, until: Number(until), awaits }];
  };
  return [...keys, ...limitAsked("town", ofTown), ...limitAsked("country", ofCountry)];
}

/** Payments of the town's fund, which the Country Ambassador agrees to, and of the office's, which head office does. */
async function readSpendings({ system }: Here, { id: town, country, currency }: Place): Promise<Proposal[]> {
  const treasury = { address: system.deployment.addresses.TownTreasury, abi: townTreasuryViews } as const;
  const lists = await readNow(
    system,
    [
      { ...treasury, functionName: "openOf", args: [town] },
      { ...treasury, functionName: "openOfOffice", args: [country, currency.address] },
    ],
    { bytes: TEXTS },
  );
  const proposed = lists.flat().filter(({ spending }) => decode(spendingStates, spending.state) === "proposed");
  return Promise.all(
    proposed.map(async ({ id, spending, uri }): Promise<Proposal> => {
      const { fromOffice, payee, amount, document: hash, proposer, proposedAt } = spending;
      const project = await readProject(system, spending.project);
      return {
        asked: { kind: "spending", id, project, fromOffice, payee, amount, document: { hash, uri } },
        by: proposer,
        until: proposedAt + APPROVAL_PERIOD,
        awaits: fromOffice ? "headOffice" : "countryAmbassador",
      };
    }),
  );
}

/** Who runs a business, how its profit is divided, and what is to become of its sale. */
async function readOfProject(here: Here, id: bigint): Promise<Proposal[]> {
  const { system } = here;
  const { ProfitSplitter, ProjectRegistry, ShareOffering } = system.deployment.addresses;
  const profits = { address: ProfitSplitter, abi: profitSplitterViews, args: [id] } as const;
  const sales = { address: ShareOffering, abi: shareOfferingViews, args: [id] } as const;
  const [management, change, now, proposed, offering] = await readNow(
    system,
    [
      { address: ProjectRegistry, abi: projectRegistryViews, functionName: "managementProposalOf", args: [id] },
      { ...profits, functionName: "changeOf" },
      { ...profits, functionName: "deedOf" },
      { ...sales, functionName: "proposalOf" },
      { ...sales, functionName: "latestOf" },
    ],
    { bytes: 260 },
  );
  const ofSale = offering === 0n ? [] : await readOfSale(here, id, offering);
  const isDeedAsked = change.proposer !== zeroAddress && change.inForceFrom === 0;
  if (management.proposer === zeroAddress && !isDeedAsked && proposed.proposer === zeroAddress) return ofSale;

  const project = await readProject(system, id);
  const asked: Proposal[] = [];
  const add = (one: Proposal["asked"], by: Address, until: number) =>
    asked.push({ asked: one, by, until, awaits: "countryAmbassador" });
  if (management.proposer !== zeroAddress) {
    const { manager, payout, proposer, proposedAt } = management;
    add({ kind: "management", project, manager, payout }, proposer, proposedAt + MANAGEMENT_WAITS);
  }
  if (isDeedAsked)
    add({ kind: "deed", project, deed: change.deed, now }, change.proposer, change.proposedAt + DEED_WAITS);
  if (proposed.proposer !== zeroAddress) {
    const view = { ...sales, functionName: "proposedTermsOf" } as const;
    const [terms] = await readNow(system, [view], { bytes: 1_200 });
    add({ kind: "offering", project, terms }, proposed.proposer, proposed.until);
  }
  return [...asked, ...ofSale];
}

async function readOfSale(here: Here, business: bigint, offering: bigint): Promise<Proposal[]> {
  const { system } = here;
  const { Releases, ShareOffering } = system.deployment.addresses;
  const releases = { address: Releases, abi: releasesViews, args: [offering] } as const;
  const sales = { address: ShareOffering, abi: shareOfferingViews, args: [offering] } as const;
  const [request, agreement, progress, callOff, phaseIndex, paid] = await readNow(
    system,
    [
      { ...releases, functionName: "requestOf" },
      { ...releases, functionName: "agreementOf" },
      { ...releases, functionName: "progressOf" },
      { ...sales, functionName: "callOffOf" },
      { ...sales, functionName: "phaseOf" },
      { ...sales, functionName: "releasedOf" },
    ],
    { bytes: 500 },
  );
  const phase = decode(phases, phaseIndex);
  const isAsked = request.id !== 0 && request.payableFrom === 0;
  const canWindUp = phase === "settled" && progress.windUpFrom === 0;
  const callsOff = isOnSale(phase) ? otherKey(here, callOff) : null;
  const windsUp = canWindUp ? otherKey(here, agreement) : null;
  if (!isAsked && callsOff === null && windsUp === null) return [];

  const [project, raised] = await Promise.all([readProject(system, business), readRaised(system, offering)]);
  const asked: Proposal[] = [];
  if (isAsked) {
    const [{ tranches }] = await readNow(system, [{ ...sales, functionName: "termsOf" }], { bytes: 1_200 });
    const { next: tranche } = progress;
    const amount = trancheAmounts(raised, tranches)[tranche] ?? 0n;
    const { payout } = project;
    asked.push({
      asked: { kind: "release", project, offering, tranche, amount, payout, evidence: request.evidence },
      by: request.by,
      until: request.until,
      awaits: "countryAmbassador",
    });
  }
  if (callsOff !== null)
    asked.push({
      asked: { kind: "callOff", project, offering },
      by: callOff.by,
      until: callOff.until,
      awaits: callsOff,
    });
  if (windsUp !== null) {
    const left = raised - paid;
    asked.push({
      asked: { kind: "windUp", project, offering, left },
      by: agreement.by,
      until: agreement.until,
      awaits: windsUp,
    });
  }
  return asked;
}

/** What a sale brought in, in units of its currency: the price of all shares there are. */
async function readRaised(system: System, offering: bigint): Promise<bigint> {
  const { price, token: address } = await readAsset(system, offering);
  const [supply] = await readNow(system, [{ address, abi: investorTokenViews, functionName: "totalSupply" }]);
  return price * supply;
}

/** Whose word is missing beside an ambassador's own; null where theirs has lapsed, or they are not in office any more. */
function otherKey({ holders, now }: Here, { by, until }: { by: Address; until: number }): SecondKey | null {
  if (by === zeroAddress || until <= now) return null;
  if (isAddressEqual(by, holders.townAmbassador)) return "countryAmbassador";
  return isAddressEqual(by, holders.countryAmbassador) ? "townAmbassador" : null;
}
