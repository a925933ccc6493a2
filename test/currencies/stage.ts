import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { grantRole } from "@one-small-town/core/roles/steps.ts";
import { DORMANT_FOR } from "@one-small-town/core/rules/FinalDivision.ts";
import { LEAST_WEEKS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { LEAST_PHASE, OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { approveRelease, requestRelease } from "@one-small-town/core/shares/steps.ts";
import { type Signer, Wallet } from "ethers";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { openOffering, startBusiness } from "../../scripts/operator/businesses.ts";
import { currencyAt, tokenAt } from "../../scripts/operator/contracts.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { send } from "../../scripts/operator/send.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { idOf, impersonate } from "../fixture/people.ts";
import { decisiveFrom } from "../fixture/spending.ts";
import { openHillside } from "../fixture/twoTowns.ts";
import { finaliseWeek } from "../fixture/weeks.ts";
import { DAY, DOLLAR, willowmere } from "../fixture/willowmere.ts";

/** A currency to found a town on, and what things cost in it. */
export type Money = {
  contract: string;
  args?: unknown[];
  /** False for one that knows neither permits nor authorisations. */
  signs?: false;
  savings: bigint;
  price: bigint;
  profit: bigint;
};

export const DOLLARS = { savings: 1_000_000n * DOLLAR, price: 5n * DOLLAR, profit: 1_000n * DOLLAR };

export const ACCOUNTS = documentOf("Accounts", "ipfs://accounts");
const EVIDENCE = documentOf("An invoice", "ipfs://invoice");
const FIRST_TRANCHE = { tranche: 0n, evidence: EVIDENCE.hash };

export type Stage = Awaited<ReturnType<typeof open>>;

/** The town has had no ambassador for a year, and nobody has divided its money yet. */
export async function desert({ townRegistry, headOffice, hillside }: Stage) {
  await townRegistry.connect(headOffice).removeTownAmbassador(hillside);
  await networkHelpers.time.increase(DORMANT_FOR);
}

/**
 * Beside Willowmere, the town of Hillside, founded on this currency, at a moment when money can move in every way there
 * is: one sale settled with a tranche to pay (quinn holds 60 shares, rosa 50) and a dividend deposited, one failed
 * (quinn 15, rosa 10), one under way (quinn 10), a week's cash to claim for members 1, 2, 4 and 5, and a spending of the town
 * fund and one of the country office to execute. Willowmere's members have money in the same contract.
 */
export function stageOn(money: Money): () => Promise<Stage> {
  return async function stage() {
    return open(await networkHelpers.loadFixture(willowmere), money);
  };
}

/** The same town before any money has come in: nobody has bought, deposited or given anything, one sale is open. */
export function stageWithoutMoneyOn(money: Money): () => Promise<Stage> {
  return async function stageWithoutMoney() {
    const founded = await found(await networkHelpers.loadFixture(willowmere), money);
    const opens = (await networkHelpers.time.latest()) + OPENING_NOTICE + DAY;
    const live = await offer(founded, "Live", opens);
    await networkHelpers.time.increaseTo(opens);
    return { ...founded, settled: live, failed: live, live, spent: money.profit / 10n };
  };
}

async function found(before: Awaited<ReturnType<typeof willowmere>>, money: Money) {
  const { deployment, contributions, shareOffering, profitSplitter, townTreasury, deployer, payer } = before;
  const deployed = await ethers.deployContract(money.contract, money.args ?? [], deployer);
  const hostile = currencyAt(await deployed.getAddress(), deployer);
  const people = await openHillside(before, await deployed.getAddress());
  const { hillside, petra, quinn, rosa, sam } = people;
  const neighbours = await inviteNeighbours(before, hillside, quinn);
  for (const person of [petra, quinn, rosa, sam, payer, ...neighbours]) {
    await hostile.mint(person.address, money.savings);
    for (const contract of [contributions, shareOffering, profitSplitter, townTreasury]) {
      await hostile.connect(person).approve(await contract.getAddress(), money.savings);
    }
  }
  await send(petra, grantRole(deployment, roleIds.projectManager(hillside), sam.address as Address));
  const tess = ethers.Wallet.createRandom().address as Address;
  const fifth = { wallet: tess, residentUntil: before.residentUntil, joins: true, personId: idOf("tess") };
  await attestInBatches(deployment, { registrar: quinn, town: hillside, attestations: [fifth] });
  return { ...before, ...people, neighbours, hostile, money };
}

/** Ten more residents of Hillside, because nobody alone may buy a fifth of a sale's goal. */
async function inviteNeighbours(
  { deployment, residentUntil }: Awaited<ReturnType<typeof willowmere>>,
  hillside: number,
  registrar: Signer,
): Promise<Wallet[]> {
  const names = Array.from({ length: 10 }, (_, i) => `neighbour ${i} of Hillside`);
  const neighbours = names.map((name) => new Wallet(ethers.id(name), ethers.provider));
  for (const { address } of neighbours) await networkHelpers.setBalance(address, 10n ** 18n);
  await attestInBatches(deployment, {
    registrar,
    town: hillside,
    attestations: neighbours.map(({ address }, i) => ({
      wallet: address as Address,
      residentUntil,
      joins: false,
      personId: idOf(names[i] as string),
    })),
  });
  return neighbours;
}

async function open(before: Awaited<ReturnType<typeof willowmere>>, money: Money) {
  const founded = await found(before, money);
  const { deployment, contributions, shareOffering, profitSplitter, payer } = founded;
  const { hillside, petra, otto, quinn, rosa } = founded;

  const firstOpens = (await networkHelpers.time.latest()) + OPENING_NOTICE + DAY;
  const settled = await offer(founded, "Settled", firstOpens);
  const failed = await offer(founded, "Failed", firstOpens);
  await networkHelpers.time.increaseTo(firstOpens);
  for (const one of founded.neighbours) await shareOffering.connect(one).buy(settled.offering, 11);
  await shareOffering.connect(quinn).buy(failed.offering, 15);
  await shareOffering.connect(rosa).buy(failed.offering, 10);
  await networkHelpers.time.increaseTo(firstOpens + LEAST_PHASE);
  await shareOffering.settle(settled.offering);
  for (const one of founded.neighbours) {
    await settled.token.connect(one).transfer(rosa.address, 5);
    await settled.token.connect(one).transfer(quinn.address, 6);
  }

  await profitSplitter.connect(payer).deposit(settled.business, money.profit, LEAST_WEEKS, "2026 Q1", ACCOUNTS);
  await before.currency.connect(payer).approve(await contributions.getAddress(), 500n * DOLLAR);
  await contributions.connect(payer).fund(before.town, 500n * DOLLAR, 2);
  const weekIndex = weekIndexOf(await networkHelpers.time.latest());
  const hours = { deployment, contributions, coordinator: rosa, town: hillside };
  await finaliseWeek(hours, weekIndex, [SHIFT, SHIFT, 0, 2 * SHIFT, SHIFT]);
  await networkHelpers.time.increaseTo(decisiveFrom(weekIndex));
  await send(petra, requestRelease(deployment, settled.offering, EVIDENCE));
  await send(
    otto,
    approveRelease(deployment, { ...FIRST_TRANCHE, offering: settled.offering, business: settled.business }),
  );
  const spent = await spendings(founded, settled.business);

  const secondOpens = (await networkHelpers.time.latest()) + OPENING_NOTICE + DAY;
  const live = await offer(founded, "Live", secondOpens);
  await networkHelpers.time.increaseTo(secondOpens);
  await shareOffering.connect(quinn).buy(live.offering, 10);
  await networkHelpers.time.increaseTo(secondOpens + 6 * DAY + 3_600);
  return { ...founded, settled, failed, live, spent };
}

/** What a business of the town paid for the country's office; a spending of each fund is approved. */
async function spendings(founded: Awaited<ReturnType<typeof found>>, business: bigint): Promise<bigint> {
  const { townTreasury, profitSplitter, hostile, money, headOffice, petra, otto, payout, hillside } = founded;
  const amount = money.profit / 10n;
  const splitter = await impersonate(profitSplitter);
  await hostile.mint(splitter.address, 2n * amount);
  await hostile.connect(splitter).approve(await townTreasury.getAddress(), 2n * amount);
  await townTreasury.connect(splitter).deposit(hillside, 0, 2n * amount);
  const content = { project: business, payee: payout.address, amount, document: EVIDENCE.hash };
  await townTreasury.connect(petra).propose(business, amount, payout.address, EVIDENCE);
  await townTreasury.connect(otto).approve(1, { ...content, fromOffice: false });
  await townTreasury.connect(otto).proposeFromOffice(business, amount, payout.address, EVIDENCE);
  await townTreasury.connect(headOffice).approve(2, { ...content, fromOffice: true });
  return amount;
}

async function offer(founded: Awaited<ReturnType<typeof found>>, name: string, opens: number) {
  const { deployment, deployer, money, hillside, petra, otto, sam, payout } = founded;
  const plan = documentOf(`Plan of ${name}`, "ipfs://plan");
  const pack = documentOf(`Pack of ${name}`, "ipfs://pack");
  const ambassadors = { townAmbassador: petra, countryAmbassador: otto };
  const business = await startBusiness(deployment, {
    town: hillside,
    kind: "community",
    metadata: plan,
    plan,
    pack,
    member: petra,
    ...ambassadors,
    manager: sam.address as Address,
    payout: payout.address as Address,
  });
  const terms = {
    business,
    price: money.price,
    goal: 100,
    cap: 150,
    limitLocal: 19,
    limitLater: 19,
    opens,
    localEnds: opens + LEAST_PHASE,
    countryEnds: 0,
    worldEnds: 0,
    tranches: [2_500, 7_500],
    plan: plan.hash,
    pack: pack.hash,
    name,
    symbol: name.toUpperCase(),
    deed: deedPresets.thirds,
  };
  const { offering, token } = await openOffering(deployment, { terms, ...ambassadors });
  return { business, terms, offering, token: tokenAt(token, deployer) };
}
