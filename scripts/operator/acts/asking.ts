import { shortAddress } from "@one-small-town/core/text.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { daysOfWeek, weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { DEED_WAITS } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { MANAGEMENT_WAITS } from "@one-small-town/core/rules/ProjectRegistry.ts";
import { spendingStates } from "@one-small-town/core/rules/enumerations.ts";
import { roleOfKey } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import { ZeroAddress, ZeroHash } from "ethers";
import type { Address, Hex } from "viem";
import { commandLine } from "../command/carryOut.ts";
import { roleInWords } from "../command/describe.ts";
import { type Act, type Options, type Told, tells } from "./Act.ts";
import { optional, town, wallet, writtenProject, writtenTime } from "./arguments.ts";
import type { Context } from "./Context.ts";
import { currencyOfTown, written } from "./money.ts";
import { countryOf } from "./offices.ts";
import { sayDeed, deedOf } from "./shares.ts";

/** What waits for somebody's word, and how it is given. */
type Waiting = { what: string; verb: string; options: Options; until: number };

function told({ what, verb, options, until }: Waiting, network: string): Told {
  const ends = until === 0 ? "" : `, until ${writtenTime(until)}`;
  return { line: `${what}${ends}\n    ${commandLine(verb, options, network)}`, facts: { what, verb, options, until } };
}

/** Which offices a wallet holds or waits for in all towns, and what it is a person's. */
async function officesOf({ contracts }: Context, of: Address): Promise<Told[]> {
  const { authority, townRegistry, memberRegistry } = contracts;
  const [key, next, person, count] = await Promise.all([
    authority.keyOf(of),
    authority.pendingDefaultAdmin(),
    memberRegistry.personOf(of),
    townRegistry.townCount(),
  ]);
  const lines: Told[] = [];
  const holds = (role: string, says: string) => lines.push({ line: says, facts: { role } });
  const role = roleOfKey(key as Hex);
  if (role !== null) holds(role, `It holds a key: ${roleInWords(role) ?? role}.`);
  if (next.newAdmin === of) holds(ZeroHash, `It may take head office over from ${writtenTime(Number(next.schedule))}.`);
  for (let one = 1; one <= Number(count); one++) {
    for (const kind of ["steward", "projectManager"] as const) {
      const id = roleIds[kind](one);
      if (await authority.hasRole(id, of)) holds(id, `It is ${roleInWords(id) ?? id}.`);
    }
    for (const naming of await authority.namingsOf(one))
      if (naming.wallet === of)
        holds(naming.role, `It is named, and not confirmed, for ${roleInWords(naming.role as Hex) ?? naming.role}.`);
  }
  const { town: home, country, residentUntil, number, left, suspended } = person;
  if (country > 0n) {
    const place = home > 0n ? `of town ${home}, until ${writtenTime(Number(residentUntil))}` : `of country ${country}`;
    const member = number === 0n ? "no member" : `${left ? "once member" : "member"} ${number}`;
    const facts = { home: Number(home), country: Number(country), member: Number(number), left, suspended };
    lines.push({ line: `It is a person's ${place}; ${member}${suspended ? "; suspended" : ""}.`, facts });
  }
  return lines.length > 0 ? lines : [{ line: "It holds no office, and nobody has attested it.", facts: {} }];
}

async function openKeys({ contracts, now }: Context, of: number): Promise<Waiting[]> {
  const { authority, townRegistry, memberRegistry, succession } = contracts;
  const office = roleIds.townAmbassador(of);
  const [namings, limit, suspended, moving] = await Promise.all([
    authority.namingsOf(of),
    townRegistry.attestationLimitOf(office),
    memberRegistry.suspensionsProposedIn(of),
    succession.proposedBy(roleIds.registrar(of)),
  ]);
  const waiting: Waiting[] = namings.map(({ role, wallet: named, namedAt }) => {
    const [kind = ""] = (roleInWords(role as Hex) ?? "").split(" ");
    const options = { town: String(of), role: kind, wallet: named };
    return {
      what: `${named} is named ${kind}, at ${writtenTime(Number(namedAt))}`,
      verb: "confirm-key",
      options,
      until: 0,
    };
  });
  if (limit.proposed > 0n && Number(limit.until) > now)
    waiting.push({
      what: `${limit.proposed} new persons a week, instead of ${limit.aWeek}`,
      verb: "confirm-limit",
      options: { town: String(of) },
      until: Number(limit.until),
    });
  for (const one of suspended)
    waiting.push({ what: `${one} is to be suspended`, verb: "confirm-suspension", options: { wallet: one }, until: 0 });
  for (const one of moving) {
    const standing = await succession.successionOf(one);
    if (!standing.isOpen) continue;
    const what = `${one} is to be followed by ${standing.proposal.successor}`;
    waiting.push({ what, verb: "confirm-succession", options: { wallet: one }, until: Number(standing.until) });
  }
  return waiting;
}

/** Of one project: its management, its deed, and its sale. */
async function openOfProject(context: Context, project: bigint): Promise<Waiting[]> {
  const { projectRegistry, profitSplitter, shareOffering } = context.contracts;
  const options = { project: writtenProject(project) };
  const [management, change, proposal, offering] = await Promise.all([
    projectRegistry.managementProposalOf(project),
    profitSplitter.changeOf(project),
    shareOffering.proposalOf(project),
    shareOffering.latestOf(project),
  ]);
  const waiting: Waiting[] = [];
  const add = (what: string, verb: string, until: bigint | number) => {
    if (Number(until) > context.now)
      waiting.push({ what: `${options.project}: ${what}`, verb, options, until: Number(until) });
  };
  if (management.proposer !== ZeroAddress)
    add(
      `${management.manager} is to run it, paid at ${management.payout}`,
      "approve-management",
      management.proposedAt + BigInt(MANAGEMENT_WAITS),
    );
  if (change.proposer !== ZeroAddress && change.inForceFrom === 0n)
    add(`profit as ${sayDeed(deedOf(change.deed))}`, "approve-deed", change.proposedAt + BigInt(DEED_WAITS));
  if (proposal.proposer !== ZeroAddress) add("a sale of shares", "approve-offering", proposal.until);
  return offering === 0n ? waiting : [...waiting, ...(await openOfSale(context, offering))];
}

async function openOfSale({ contracts, now }: Context, offering: bigint): Promise<Waiting[]> {
  const { shareOffering, releases } = contracts;
  const [request, agreement, callOff, { next }] = await Promise.all([
    releases.requestOf(offering),
    releases.agreementOf(offering),
    shareOffering.callOffOf(offering),
    releases.progressOf(offering),
  ]);
  const waiting: Waiting[] = [];
  const options = { offering: String(offering) };
  const add = (what: string, verb: string, until: number) => {
    if (until > now) waiting.push({ what: `Offering ${offering}: ${what}`, verb, options, until });
  };
  if (request.by !== ZeroAddress && request.payableFrom === 0n)
    add(`part ${next + 1n} of its money is asked for`, "approve-release", Number(request.until));
  if (agreement.by !== ZeroAddress) add(`${agreement.by} would wind it up`, "agree-wind-up", Number(agreement.until));
  if (callOff.by !== ZeroAddress) add(`${callOff.by} would call it off`, "call-off", Number(callOff.until));
  return waiting;
}

/** Spendings of a town's fund and of its country's office, which wait for a key, or for the end of the objections. */
async function openSpendings(context: Context, of: number): Promise<Waiting[]> {
  const { townTreasury } = context.contracts;
  const currency = await currencyOfTown(context, of);
  const country = await countryOf(context, of);
  const [ofTown, ofOffice] = await Promise.all([
    townTreasury.openOf(of),
    townTreasury.openOfOffice(country, currency.address),
  ]);
  return [...ofTown, ...ofOffice].map(({ id, spending }) => {
    const state = decode(spendingStates, spending.state);
    const what = `Spending ${id}, ${state}: ${written(currency, spending.amount)} to ${spending.payee} for ${writtenProject(spending.project)}`;
    const options = { spending: String(id) };
    if (state === "proposed") return { what, verb: "approve-spending", options, until: 0 };
    return {
      what: `${what}, payable from ${writtenTime(Number(spending.payableFrom))}`,
      verb: "execute-spending",
      options,
      until: 0,
    };
  });
}

/** A coordinator's view: which weeks can be handed in, which one is under review, and what is to be done with it. */
async function weekOf(context: Context, of: number, network: string): Promise<Told[]> {
  const { contributions, townRegistry } = context.contracts;
  const currency = await currencyOfTown(context, of);
  const [open, pending, pool, dormant, name] = await Promise.all([
    contributions.openWeeksOf(of),
    contributions.pendingOf(of),
    contributions.poolOf(of),
    townRegistry.dormantSince(of),
    townRegistry.nameOf(of),
  ]);
  const running = weekIndexOf(context.now);
  const days = (week: number) => `week ${week}, ${daysOfWeek(week)[0]} to ${daysOfWeek(week)[6]}`;
  const lines: Told[] = [
    {
      line: `${plainText(name)}, town ${of}. Running: ${days(running)}; it can be handed in from ${writtenTime(weekEnd(running))}.`,
      facts: { town: of, running },
    },
  ];
  if (dormant > 0n)
    lines.push({
      line: `An office is vacant since ${writtenTime(Number(dormant))}.`,
      facts: { dormantSince: Number(dormant) },
    });
  if (pending.weekIndex > 0n) {
    const ends = Number(pending.reviewEnds);
    const isOver = ends <= context.now;
    const verb = commandLine(
      isOver ? "finalise" : "reject",
      isOver ? { town: String(of) } : { town: String(of), reason: "FILE" },
      network,
    );
    lines.push({
      line: `Under review: ${days(Number(pending.weekIndex))}; ${pending.active} active, ${pending.shifts} shifts, handed in by ${shortAddress(pending.by as Address)}. The review ${isOver ? "ended" : "ends"} at ${writtenTime(ends)}.\n    ${verb}`,
      facts: {
        pending: Number(pending.weekIndex),
        active: Number(pending.active),
        shifts: Number(pending.shifts),
        reviewEnds: ends,
      },
    });
  }
  for (const week of open) {
    const line = commandLine("submit", { week: daysOfWeek(Number(week))[0] ?? "", town: String(of) }, network);
    if (week !== pending.weekIndex)
      lines.push({ line: `Open: ${days(Number(week))}.\n    ${line} FILE`, facts: { open: Number(week) } });
  }
  const { timesheets, carry, undivided } = pool;
  lines.push({
    line: `${timesheets} weeks are final. For members' weeks to come: ${written(currency, undivided)}, of it ${written(currency, carry)} carried.`,
    facts: { timesheets: Number(timesheets), undivided: String(undivided), carry: String(carry) },
  });
  return lines;
}

export const askingActs = {
  who: tells({
    does: "Says which offices a wallet holds or is named for, and what person's it is.",
    who: "anyone",
    takes: { wallet: optional(wallet("the wallet; your own when none is said")) },
    example: "who --wallet 0x…",
    tells: async (context, { wallet: of }) => officesOf(context, of ?? context.sender()),
  }),
  open: tells({
    does: "Lists what waits for a second key in a town, with the command that gives it.",
    who: "anyone",
    takes: { town: town() },
    example: "open --town 3",
    tells: async (context, { town: of }, network) => {
      const count = Number(await context.contracts.projectRegistry.projectCount(of));
      const keys = await openKeys(context, of);
      const all = [...keys, ...(await openSpendings(context, of))];
      for (let one = 1; one <= count; one++) all.push(...(await openOfProject(context, projectId(of, one))));
      return all.length > 0
        ? all.map((one) => told(one, network))
        : [{ line: "Nothing waits for anybody's word.", facts: {} }];
    },
  }),
  week: tells({
    does: "Shows a coordinator which weeks can be handed in, and how far the one under review is.",
    who: "anyone",
    takes: { town: town() },
    example: "week --town 3",
    tells: async (context, { town: of }, network) => weekOf(context, of, network),
  }),
} satisfies Record<string, Act>;
