import type { Address, Hex } from "viem";
import { transactionOf } from "../../position.ts";
import type { Books, MemberEvent, SuccessionEvent } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { isOpen, openedAt, type OpenSuccession } from "../replay/successions.ts";
import { knownOf, replay, type World } from "../replay/World.ts";
import { type StepInTown, stepsByTown } from "../rows/stepsByTown.ts";

/**
 * 23: from each proposal on somebody waits, and no longer when it has ended: as the record of persons says with it, and as
 * it says now.
 */
export function checkWaiting(books: Books): Row[] | null {
  const { towns, successions, personStates, block } = books;
  const known = knownOf(books);
  if (towns === null || successions === null || personStates === null || known === null) return null;
  const waiting = new Map<Address, OpenSuccession>();
  const judge = judgeSteps(known.members, successions, waiting);
  const steps: StepInTown[] = [];
  const { roles } = replay<SuccessionEvent | MemberEvent>(known, [...successions, ...known.members], (event, world) => {
    const judged = judge(event, world);
    if (judged !== undefined) steps.push({ ...judged, block: event.blockNumber });
  });
  for (const [wallet, state] of personStates) {
    const open = waiting.get(wallet);
    const waits = open !== undefined && isOpen(open, roles, block.timestamp);
    if (waits || state.waiting) steps.push({ town: state.town, block: block.number, isRight: waits === state.waiting });
  }
  return stepsByTown(towns, steps);
}

/** Whether what begins or ends a succession is said by both contracts; keeps `waiting` as it is after each event. */
function judgeSteps(
  members: readonly MemberEvent[],
  successions: readonly SuccessionEvent[],
  waiting: Map<Address, OpenSuccession>,
) {
  const said = new Set([...members, ...successions].flatMap(saidBy));
  const wallets = new Map<Hex, Address>();
  const says = (name: string, at: Parameters<typeof transactionOf>[0], wallet: Address) =>
    said.has(`${name}/${transactionOf(at)}/${wallet}`);
  return (event: SuccessionEvent | MemberEvent, world: World): { town: number; isRight: boolean } | undefined => {
    const { eventName, args } = event;
    if (eventName === "SuccessionConfirmed") {
      const open = waiting.get(wallets.get(args.id) ?? "0x");
      if (open?.begunAt === null && args.by === world.roles.headOffice) open.begunAt = world.now;
    }
    if (!("wallet" in args)) return undefined;
    const { wallet } = args;
    const open = waiting.get(wallet);
    const town = open?.proposal.town ?? 0;
    switch (eventName) {
      case "SuccessionProposed":
        waiting.set(wallet, openedAt(args.proposal, world.now));
        wallets.set(args.id, wallet);
        return { town: args.proposal.town, isRight: open === undefined && says("SuccessionBegun", event, wallet) };
      case "SuccessionBegun":
        return says("SuccessionProposed", event, wallet) ? undefined : { town, isRight: false };
      case "SuccessionObjected":
      case "SuccessionRefused":
        return says("SuccessionEnded", event, wallet) ? undefined : { town, isRight: false };
      case "SuccessionEnded": {
        waiting.delete(wallet);
        const isSaid = says("SuccessionObjected", event, wallet) || says("SuccessionRefused", event, wallet);
        return { town, isRight: open !== undefined && (isSaid || !isOpen(open, world.roles, world.now)) };
      }
      case "SuccessionCompleted": {
        waiting.delete(wallet);
        return { town, isRight: says("WalletMoved", event, wallet) || says("RecordClosed", event, wallet) };
      }
      default:
        return undefined;
    }
  };
}

function saidBy({ eventName, args, ...at }: SuccessionEvent | MemberEvent): string[] {
  return "wallet" in args ? [`${eventName}/${transactionOf(at)}/${args.wallet}`] : [];
}
