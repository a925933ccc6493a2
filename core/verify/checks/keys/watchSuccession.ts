import type { Address, Hex } from "viem";
import { transactionOf } from "../../../position.ts";
import { roleIds } from "../../../roles/roleIds.ts";
import { LAPSES_AFTER, OBJECTION_TIME, PUBLIC_TIME, SECOND_WITHIN } from "../../../rules/Succession.ts";
import type { World } from "../../replay/World.ts";
import type { MemberEvent, SuccessionEvent } from "../../Books.ts";
import type { Watch } from "./Watch.ts";

type Proposal = Extract<SuccessionEvent, { eventName: "SuccessionProposed" }>["args"]["proposal"];

/** A proposal that has not ended: `begunAt` is null for a second that head office has not let begin. */
type Open = { proposal: Proposal; confirmed: Set<Address>; begunAt: number | null };

/**
 * Each new wallet of a person was proposed, waited its time, was not objected to, and confirmed by both keys, or by head
 * office as well; what others claim for that person waited meanwhile; and nobody was suspended by one alone.
 */
export function watchSuccession(members: readonly MemberEvent[]): Watch<SuccessionEvent | MemberEvent> {
  const begun = new Set(members.flatMap(beginningOf));
  const proposals = new Map<Hex, Open>();
  const objections = new Map<Address, number>();
  const suspensions = new Map<Address, { reason: Hex; by: Address }>();
  const completed = new Map<string, { wallet: Address; successor: Address }>();
  return (event, world) => {
    const { eventName, args } = event;
    if (eventName === "SuccessionProposed") {
      const objectedAt = objections.get(args.wallet);
      const isSecond = objectedAt !== undefined && world.now < objectedAt + SECOND_WITHIN;
      const begunAt = args.proposal.isSecond ? null : world.now;
      if (args.proposal.isSecond === isSecond) {
        proposals.set(args.id, { proposal: args.proposal, confirmed: new Set(), begunAt });
      }
      // What others claim for that person waits from here on.
      if (!begun.has(`${transactionOf(event)}/${args.wallet}`)) return { town: args.proposal.town, isRight: false };
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
    if (eventName === "SuspensionProposed") suspensions.set(args.wallet, args);
    if (eventName === "SuspensionTakenBack") suspensions.delete(args.wallet);
    if (eventName !== "PersonSuspended") return undefined;
    const { town, wallet, reason, proposer, by } = args;
    const proposed = suspensions.get(wallet);
    const isProposed = proposed?.reason === reason && proposed.by === proposer && proposer !== by;
    const isByKeys = by === world.townKey(town) && world.roles.acts(roleIds.registrar(town), proposer, world.now);
    return { town, isRight: isProposed && isByKeys };
  };
}

function beginningOf({ eventName, args, ...at }: MemberEvent): string[] {
  return eventName === "SuccessionBegun" ? [`${transactionOf(at)}/${args.wallet}`] : [];
}

/** Head office's first confirmation of a second lets its days begin. */
function confirm(open: Open | undefined, by: Address, world: World): void {
  if (open === undefined) return;
  if (open.begunAt !== null) open.confirmed.add(by);
  else if (by === world.roles.headOffice) open.begunAt = world.now;
}

/** Whether all keys had confirmed in time, none of them in their own case, and who proposed it was still in office. */
function isConfirmed({ proposal, confirmed, begunAt }: Open, world: World): boolean {
  const { town, country, wallet, successor, proposer, isSecond, passesOver } = proposal;
  if (begunAt === null) return false;
  const third = town === 0 || (passesOver && !isSecond) ? [world.roles.headOffice] : [];
  const keys = [...third, ...(town === 0 ? [] : [world.townKey(town), world.countryKey(town)])];
  const isByKeys = keys.every((key) => key !== null && confirmed.has(key) && key !== wallet && key !== successor);
  const isLonger = passesOver || (isSecond && town === 0);
  const from = begunAt + (isLonger ? PUBLIC_TIME : OBJECTION_TIME);
  const until = begunAt + LAPSES_AFTER + (isLonger ? PUBLIC_TIME : 0);
  const office = town === 0 ? roleIds.countryAmbassador(country) : roleIds.registrar(town);
  return isByKeys && world.now >= from && world.now < until && world.roles.acts(office, proposer, world.now);
}
