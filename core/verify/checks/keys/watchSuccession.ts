import type { Address, Hex } from "viem";
import { transactionOf } from "../../../position.ts";
import { roleIds } from "../../../roles/roleIds.ts";
import { PROPOSAL_LASTS } from "../../../rules/Departures.ts";
import { IN_OFFICE_FOR, SECOND_WITHIN } from "../../../rules/Succession.ts";
import { isOpen, openedAt, type OpenSuccession, timesOf } from "../../replay/successions.ts";
import { hasHeld } from "../../replay/Roles.ts";
import type { World } from "../../replay/World.ts";
import type { MemberEvent, SuccessionEvent } from "../../Books.ts";
import type { Watch } from "./Watch.ts";

/**
 * Each new wallet of a person was proposed, waited its time, was not objected to, and confirmed by both keys, or by head
 * office as well; a second by ambassadors who were long in office; and nobody was suspended by one alone, or long after
 * it was proposed.
 */
export function watchSuccession(): Watch<SuccessionEvent | MemberEvent> {
  const proposals = new Map<Hex, OpenSuccession>();
  const objections = new Map<Address, number>();
  const suspensions = new Map<Address, { reason: Hex; by: Address; at: number }>();
  const completed = new Map<string, { wallet: Address; successor: Address }>();
  return (event, world) => {
    const { eventName, args } = event;
    if (eventName === "SuccessionProposed") {
      const objectedAt = objections.get(args.wallet);
      const isSecond = objectedAt !== undefined && world.now < objectedAt + SECOND_WITHIN;
      if (args.proposal.isSecond === isSecond) proposals.set(args.id, openedAt(args.proposal, world.now));
    }
    if (eventName === "SuccessionObjected") objections.set(args.wallet, world.now);
    if (eventName === "SuccessionObjected" || eventName === "SuccessionRefused") proposals.delete(args.id);
    if (eventName === "SuccessionConfirmed") confirm(proposals.get(args.id), args.by, world);
    if (eventName === "SuccessionCompleted") {
      completed.set(transactionOf(event), args);
      const known = proposals.get(args.id);
      if (known === undefined) return { town: 0, isRight: false };
      proposals.delete(args.id);
      const { town, wallet, successor } = known.proposal;
      return { town, isRight: isConfirmed(known, world) && args.wallet === wallet && args.successor === successor };
    }
    if (eventName === "WalletMoved" || eventName === "RecordClosed") {
      const successor = eventName === "WalletMoved" ? args.newWallet : args.heir;
      const agreed = completed.get(transactionOf(event));
      return agreed?.wallet === args.wallet && agreed.successor === successor ? undefined : { town: 0, isRight: false };
    }
    if (eventName === "SuspensionProposed")
      suspensions.set(args.wallet, { reason: args.reason, by: args.by, at: world.now });
    if (eventName === "SuspensionTakenBack") suspensions.delete(args.wallet);
    if (eventName !== "PersonSuspended") return undefined;
    const { town, wallet, reason, proposer, by } = args;
    const proposed = suspensions.get(wallet);
    const isProposed = proposed?.reason === reason && proposed.by === proposer && proposer !== by;
    const isInTime = proposed !== undefined && world.now < proposed.at + PROPOSAL_LASTS;
    const since = world.roles.actsSince(roleIds.registrar(town), proposer, world.now);
    const isByKeys = by === world.townKey(town) && proposed !== undefined && hasHeld(since, proposed.at);
    suspensions.delete(wallet); // once
    return { town, isRight: isProposed && isInTime && isByKeys };
  };
}

/** Head office's first confirmation of a second lets its days begin; of a town, only who is long in office confirms it. */
function confirm(open: OpenSuccession | undefined, by: Address, world: World): void {
  if (open === undefined) return;
  if (open.begunAt !== null && (!open.proposal.isSecond || isLongInOffice(open, by, world))) open.confirmed.add(by);
  else if (open.begunAt === null && by === world.roles.headOffice) open.begunAt = world.now;
}

function isLongInOffice({ proposal: { town } }: OpenSuccession, by: Address, world: World): boolean {
  if (town === 0) return true;
  const isTowns = by === world.townKey(town);
  const office = isTowns ? roleIds.townAmbassador(town) : roleIds.countryAmbassador(world.countryOf(town));
  return world.now >= world.roles.officeOf(office, world.now).actsFrom + IN_OFFICE_FOR;
}

/** Whether all keys had confirmed in time, none of them in their own case, and who proposed it was still in office. */
function isConfirmed(open: OpenSuccession, world: World): boolean {
  const { town, wallet, successor, isSecond, passesOver } = open.proposal;
  const third = town === 0 || (passesOver && !isSecond) ? [world.roles.headOffice] : [];
  const keys = [...third, ...(town === 0 ? [] : [world.townKey(town), world.countryKey(town)])];
  const isByKeys = keys.every((key) => key !== null && open.confirmed.has(key) && key !== wallet && key !== successor);
  return isByKeys && world.now >= timesOf(open).from && isOpen(open, world.roles, world.now);
}
