import type { DemoNext, DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { mayBuy } from "@one-small-town/core/shares/mayBuy.ts";
import { kindOfRole, roleOfKey } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import type { Address, Hex } from "viem";
import { contractsOf, tokenAt } from "../operator/contracts.ts";
import { demoOfficials, demoPeople } from "./demoPeople.ts";
import { type DemoSaleNow, readDemoSales } from "./demoSales.ts";
import type { DemoTown } from "./DemoTown.ts";

/** Everybody of the demo with what they can do next, read from the chain as it stands. */
export async function listPeople(demo: DemoTown): Promise<DemoPerson[]> {
  const { chain, deployment, town } = demo;
  const { contributions } = contractsOf(deployment, chain.officials.payer);
  const [sales, { timesheets }, now] = await Promise.all([
    readDemoSales(demo),
    contributions.poolOf(town),
    chain.connection.networkHelpers.time.latest(),
  ]);
  const people = demoPeople.map(async ({ name, kind }, id): Promise<DemoPerson> => {
    const address = chain.people[id]?.address as Address;
    const [office, next] = await Promise.all([
      officeOf(demo, address),
      nextOf(demo, address, { sales, timesheets, now }),
    ]);
    return { address, name, kind, office, next };
  });
  const officials = demoOfficials.map(async ({ account, name }): Promise<DemoPerson> => {
    const address = chain.officials[account].address as Address;
    return { address, name, kind: "official", office: await officeOf(demo, address), next: [] };
  });
  return Promise.all([...people, ...officials]);
}

/** The key that somebody holds, or else a steward's role. */
async function officeOf({ chain, deployment, town }: DemoTown, address: Address): Promise<DemoPerson["office"]> {
  const { authority } = contractsOf(deployment, chain.officials.payer);
  const [key, isSteward] = await Promise.all([
    authority.keyOf(address),
    authority.hasRole(roleIds.steward(town), address),
  ]);
  const role = roleOfKey(key as Hex);
  const kind = role === null ? undefined : kindOfRole(role)?.kind;
  if (kind !== undefined && kind !== "appointer") return kind;
  return isSteward ? "steward" : null;
}

type Now = { sales: readonly DemoSaleNow[]; timesheets: bigint; now: number };

async function nextOf(demo: DemoTown, address: Address, { sales, timesheets, now }: Now): Promise<DemoNext[]> {
  const { memberRegistry } = contractsOf(demo.deployment, demo.chain.officials.payer);
  const [{ number }, tierIndex] = await Promise.all([
    memberRegistry.personOf(address),
    memberRegistry.tierOf(address, demo.town),
  ]);
  const tier = decode(tiers, tierIndex);
  if (tier === "none") return [{ does: "becomeKnown" }];

  const ofSales = await Promise.all(sales.map((sale) => nextOfSale(demo, sale, { address, tier, now })));
  return [...(await nextOfWeeks(demo, Number(number), timesheets)), ...ofSales.flat()].sort(byRank);
}

/** Money that waits comes before what may be bought, and that before what has to wait. */
const RANK: readonly DemoNext["does"][] = ["takeRefund", "claimDividends", "claimWeeks", "buy", "wait", "becomeKnown"];

function byRank(one: DemoNext, other: DemoNext): number {
  return RANK.indexOf(one.does) - RANK.indexOf(other.does);
}

async function nextOfWeeks({ chain, deployment, town }: DemoTown, number: number, timesheets: bigint) {
  if (number === 0) return [];
  const { contributions } = contractsOf(deployment, chain.officials.payer);
  const [{ infinity, cash }, claimed] = await Promise.all([
    contributions.claimable(town, number, timesheets),
    contributions.claimedUpTo(town, number),
  ]);
  const next: DemoNext = { does: "claimWeeks", weeks: Number(timesheets - claimed) };
  return infinity > 0n || cash > 0n ? [next] : [];
}

async function nextOfSale(
  { chain }: DemoTown,
  sale: DemoSaleNow,
  { address, tier, now }: { address: Address; tier: Tier; now: number },
): Promise<DemoNext[]> {
  const of = sale.title;
  const shares = tokenAt(sale.token, chain.officials.payer);
  const held = Number(await shares.balanceOf(address));
  if (sale.phase === "failed") return held > 0 ? [{ does: "takeRefund", of }] : [];
  if (sale.phase === "settled") return (await shares.claimable(address)) > 0n ? [{ does: "claimDividends", of }] : [];

  const { answer } = mayBuy(sale, { tier, held, isSuspended: false, isInsider: false }, now);
  if (answer === "later") return [{ does: "wait", of, phase: tier }];
  return answer === "now" ? [{ does: "buy", of }] : [];
}
