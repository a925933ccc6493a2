import type { BaseContract, DeferredTopicFilter, EventLog } from "ethers";
import { tokenAt } from "../operator/contracts.ts";
import type { Person, Scenario } from "./Scenario.ts";
import { check, type Tally } from "./Tally.ts";
import type { Town } from "./Town.ts";

const PHASES = { succeeded: 6n, failed: 5n };
const SCOPES = { local: 1n, country: 2n, world: 3n };

/** Compares every number of the expected end with what the contracts say and what their events add up to. */
export async function checkEnd(town: Town, scenario: Scenario, tally: Tally): Promise<void> {
  await checkSale(town, scenario, tally);
  await checkShares(town, scenario, tally);
  await checkHours(town, scenario, tally);
  await checkTimesheets(town, scenario, tally);
  await checkFunds(town, scenario, tally);
}

async function checkSale({ contracts, currency, offering, token, chain }: Town, { expected }: Scenario, tally: Tally) {
  const { shareOffering } = contracts;
  check(tally, "outcome", PHASES[expected.outcome], await shareOffering.phaseOf(offering));
  const shares = tokenAt(token, chain.officials.deployer);
  const scope = (await shares.ledger()).scope;
  check(tally, "holder scope", expected.holderScope === null ? 0n : SCOPES[expected.holderScope], scope);

  const [settled] = await shareOffering.queryFilter(shareOffering.filters.OfferingSettled(offering));
  const ended = await shareOffering.queryFilter(shareOffering.filters.PhaseEnded(offering));
  check(tally, "sold", expected.sold, settled?.args.sold ?? ended.at(-1)?.args.sold);
  const refunds = await sumOfEvents(shareOffering, shareOffering.filters.Refunded(offering), "offering", "amount");
  const raised = settled?.args.raised ?? refunds.get(String(offering));
  check(tally, "raised", expected.raised, raised ?? 0n);
  const escrow = await currency.balanceOf(shareOffering.getAddress());
  check(tally, "escrow", expected.outcome === "succeeded" ? expected.raised : 0n, escrow);
}

async function checkShares(town: Town, { history, expected }: Scenario, tally: Tally) {
  const { contracts, currency, offering, token, wallets, chain } = town;
  const shares = tokenAt(token, chain.officials.deployer);
  const { shareOffering } = contracts;
  const dividends = await sumOfEvents(shares, shares.filters.DividendClaimed(), "holder", "amount");
  const refunds = await sumOfEvents(shareOffering, shareOffering.filters.Refunded(offering), "holder", "amount");
  for (const { id } of history.people) {
    const wallet = wallets[id] ?? "";
    check(tally, `shares of person ${id}`, expected.shares[id] ?? 0, await shares.balanceOf(wallet));
    check(tally, `dividends of person ${id}`, expected.dividends[id] ?? 0, dividends.get(wallet) ?? 0n);
    check(tally, `refund of person ${id}`, expected.refunded[id] ?? 0, refunds.get(wallet) ?? 0n);
  }
  check(tally, "dividend remainder", expected.dividendRemainder, (await shares.ledger()).remainder);
  check(tally, "unclaimed dividends", expected.dividendRemainder, await currency.balanceOf(token));
}

async function checkHours({ contracts, wallets, town }: Town, { history, expected }: Scenario, tally: Tally) {
  const { contributions, infinityToken } = contracts;
  const cash = await sumOfEvents(contributions, contributions.filters.ContributionsClaimed(town), "number", "cash");
  for (const { id, member } of history.people.filter(isMember)) {
    const infinity = await infinityToken.balanceOf(wallets[id] ?? "");
    check(tally, `INFINITY of member ${member}`, expected.infinity[member] ?? 0, infinity);
    check(tally, `cash of member ${member}`, expected.cash[member] ?? 0, cash.get(String(member)) ?? 0n);
  }
  check(tally, "INFINITY supply", expected.infinitySupply, await infinityToken.totalSupply());
}

async function checkTimesheets({ contracts, town, chain }: Town, { expected, quarters }: Scenario, tally: Tally) {
  const { contributions } = contracts;
  const events = await contributions.queryFilter(contributions.filters.TimesheetFinalised(town));
  check(tally, "timesheets", expected.timesheets.length, events.length);
  for (const { week, file, active, shifts, cashPerActive } of expected.timesheets) {
    const event = events.find(({ args }) => args.weekIndex === BigInt(week));
    check(tally, `active members of week ${week}`, active, event?.args.active);
    check(tally, `shifts of week ${week}`, shifts, event?.args.shifts);
    check(tally, `cash per active member of week ${week}`, cashPerActive, event?.args.cashPerActive);
    const { pointer } = await contributions.timesheetAt(town, event?.args.index ?? 0n);
    const code = await chain.connection.ethers.provider.getCode(pointer);
    const stored = [...Buffer.from(code.slice(4), "hex")]; // behind 0x and one zero byte
    const wanted = quarters[file] ?? [];
    check(tally, `stored hours of week ${week}`, wanted, [...stored, ...wanted.slice(stored.length).fill(0)]);
  }
}

async function checkFunds({ contracts, currency, town }: Town, { history, expected }: Scenario, tally: Tally) {
  const { contributions, profitSplitter, townTreasury } = contracts;
  const pool = await currency.balanceOf(contributions.getAddress());
  check(tally, "members' pool", expected.membersPoolLeft, pool);
  check(tally, "town fund", expected.townFund, await townTreasury.fundOf(town));
  const office = await townTreasury.officeOf(history.country, currency.getAddress());
  check(tally, "country office", expected.countryOffice, office);
  check(tally, "held by the splitter", 0n, await currency.balanceOf(profitSplitter.getAddress()));
  const deposits = await profitSplitter.queryFilter(profitSplitter.filters.ProfitDeposited());
  const parts = deposits.flatMap(({ args }) => [args.investors, args.members, args.fund, args.country]);
  check(
    tally,
    "deposited",
    expected.deposited,
    parts.reduce((sum, part) => sum + part, 0n),
  );
}

function isMember({ member }: Person): boolean {
  return member > 0;
}

/** Adds one number of an event up by another of its values, for instance the amounts claimed by holder. */
async function sumOfEvents(
  contract: BaseContract,
  filter: DeferredTopicFilter,
  key: string,
  amount: string,
): Promise<Map<string, bigint>> {
  const events = (await contract.queryFilter(filter)) as EventLog[];
  const sums = new Map<string, bigint>();
  for (const { args } of events) {
    const by = String(args[key]);
    sums.set(by, (sums.get(by) ?? 0n) + BigInt(args[amount]));
  }
  return sums;
}
