import type { Address, Hex } from "viem";
import { roleIds } from "../../../roles/roleIds.ts";
import { OBJECTION_TIME } from "../../../rules/Succession.ts";
import type { MemberEvent, SuccessionEvent } from "../../Books.ts";
import type { Watch } from "./Watch.ts";

type Proposal = Extract<SuccessionEvent, { eventName: "SuccessionProposed" }>["args"]["proposal"];

/**
 * Each new wallet of a person was proposed, waited its time, was not objected to, and confirmed by both keys, or by head
 * office as well; and nobody was suspended by one alone.
 */
export function watchSuccession(): Watch<SuccessionEvent | MemberEvent> {
  const proposals = new Map<Hex, { proposal: Proposal; confirmed: Set<Address>; isObjected: boolean }>();
  const suspensions = new Map<Address, { reason: Hex; by: Address }>();
  const completed = new Map<string, { wallet: Address; successor: Address }>();
  return ({ eventName, args, transactionHash }, world) => {
    if (eventName === "SuccessionProposed") {
      proposals.set(args.id, { proposal: args.proposal, confirmed: new Set(), isObjected: false });
    }
    if (eventName === "SuccessionObjected") {
      for (const one of proposals.values()) if (one.proposal.wallet === args.wallet) one.isObjected = true;
    }
    if (eventName === "SuccessionConfirmed") proposals.get(args.id)?.confirmed.add(args.by);
    if (eventName === "SuccessionCompleted") {
      completed.set(transactionHash, args);
      const known = proposals.get(args.id);
      if (known === undefined) return { town: 0, isRight: false };
      const { proposal, confirmed, isObjected } = known;
      const { town, wallet, successor, proposedAt, afterObjection } = proposal;
      const third = town === 0 || afterObjection ? [world.roles.headOffice] : [];
      const keys = [...third, ...(town === 0 ? [] : [world.townKey(town), world.countryKey(town)])];
      const isConfirmed = keys.every(
        (key) => key !== null && confirmed.has(key) && key !== wallet && key !== successor,
      );
      const isStanding = world.now >= proposedAt + OBJECTION_TIME && (afterObjection || !isObjected);
      return { town, isRight: isConfirmed && isStanding && args.wallet === wallet && args.successor === successor };
    }
    if (eventName === "WalletMoved" || eventName === "RecordClosed") {
      const successor = eventName === "WalletMoved" ? args.newWallet : args.heir;
      const agreed = completed.get(transactionHash);
      return agreed?.wallet === args.wallet && agreed.successor === successor ? undefined : { town: 0, isRight: false };
    }
    if (eventName === "SuspensionProposed") suspensions.set(args.wallet, args);
    if (eventName !== "PersonSuspended") return undefined;
    const { town, wallet, reason, proposer, by } = args;
    const proposed = suspensions.get(wallet);
    const isProposed = proposed?.reason === reason && proposed.by === proposer && proposer !== by;
    const isByKeys = by === world.townKey(town) && world.roles.acts(roleIds.registrar(town), proposer, world.now);
    return { town, isRight: isProposed && isByKeys };
  };
}
