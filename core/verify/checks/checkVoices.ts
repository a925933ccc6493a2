import { zeroAddress } from "viem";
import { ASK_AGAIN_AFTER } from "../../rules/Releases.ts";
import type { Books, ReleaseEvent, TokenEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type ApprovedSale, salesOf, soldIn } from "../replay/sales.ts";
import { Holders, reachedBy, Voices } from "../replay/Voices.ts";
import { knownOf, replay, type World } from "../replay/World.ts";
import { type JudgedStep, stepRows } from "../rows/rows.ts";

/** 25: what holders say of a tranche counts each of their shares once, stands for it, and keeps the shares where they are. */
export function checkVoices(books: Books): Row[] | null {
  const { sales, towns, releases, tokenEvents } = books;
  const known = knownOf(books);
  if (sales === null || towns === null || releases === null || tokenEvents === null || known === null) return null;
  const byId = new Map(
    salesOf(sales, towns).map((sale) => {
      const own = tokenEvents.get(sale.token) ?? [];
      const steps: JudgedStep[] = [];
      return [sale.id, { name: sale.name, town: sale.town, sent: sentIn(own), steps, judge: judgeVoices(sale, own) }];
    }),
  );
  const all = [...byId.values()];
  const saleOfSent = new Map(all.flatMap((sale) => sale.sent.map((event) => [event as TokenEvent, sale] as const)));
  replay<ReleaseEvent | TokenEvent>(known, [...releases, ...saleOfSent.keys()], (event, world) => {
    const sale = "offering" in event.args ? byId.get(event.args.offering) : saleOfSent.get(event as TokenEvent);
    const isRight = sale?.judge(event, world);
    if (isRight !== undefined) sale?.steps.push({ block: event.blockNumber, isRight });
  });
  return all.flatMap(({ name, town, steps }) => stepRows({ name, town }, steps));
}

/** Shares sent from one wallet to another. */
function sentIn(events: readonly TokenEvent[]) {
  return eventsNamed(events, "Transfer").filter(({ args }) => args.from !== zeroAddress && args.to !== zeroAddress);
}

/** Whether each step of one sale fits what was said before; undefined for what is no such step. */
function judgeVoices(sale: ApprovedSale, own: readonly TokenEvent[]) {
  const [voices, holders, sold] = [new Voices(), new Holders(own), soldIn(sale.events)];
  let askableFrom = 0;
  return (event: ReleaseEvent | TokenEvent, world: World): boolean | undefined => {
    const { eventName, args } = event;
    if (eventName === "Transfer") return !voices.isHeld(args.from, sale.terms.tranches.length);
    if (eventName === "ReleaseRequested") return world.now >= askableFrom;
    const { isBlocking } = reachedBy({ event, world, sale, sold, holders, voices });
    voices.apply(event as ReleaseEvent);
    const { objecting, windingUp } = voices.standing;
    switch (eventName) {
      case "TrancheReleased":
        askableFrom = 0;
        return !isBlocking;
      case "ReleaseBlocked":
        askableFrom = args.askableFrom;
        return isBlocking && askableFrom === world.now + ASK_AGAIN_AFTER;
      case "ReleaseObjected": {
        const isForNext = args.tranche === BigInt(voices.next);
        return isForNext && args.objecting === objecting && args.shares === holders.before(event, args.holder);
      }
      case "WindUpVoted":
        return args.windingUp === windingUp && args.shares === holders.before(event, args.holder);
      case "VotesWithdrawn":
        return args.objecting === objecting && args.windingUp === windingUp;
      default:
        return undefined;
    }
  };
}
