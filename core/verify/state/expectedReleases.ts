import { isBefore, type Position } from "../../position.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { PAYABLE_FOR, RELEASE_DELAY, REQUEST_LASTS } from "../../rules/Releases.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { hasHeld } from "../replay/Roles.ts";
import type { ApprovedSale } from "../replay/sales.ts";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const say = expectedOf("Releases");

/** How far the money of each sale has left escrow, what is asked for, and what each holder says to it. */
export function expectedReleases(known: Known, scene: Scene, sales: readonly ApprovedSale[]): Expectation[] {
  const byOffering = groupBy(known.releases, ({ args }) => ("offering" in args ? args.offering : 0n));
  return sales.flatMap((sale) => {
    const own = byOffering.get(sale.id) ?? [];
    const { id, town } = sale;
    const released = eventsNamed(own, "TrancheReleased");
    const last = released.at(-1);
    const must = {
      next: released.length,
      requests: eventsNamed(own, "ReleaseRequested").length,
      lastRelease: last === undefined ? 0 : timeOf(known, last),
      windUpFrom: eventsNamed(own, "WindUpBegan").at(-1)?.args.windUpFrom ?? 0,
      ...votesAfter(own),
    };
    return [
      say("progressOf", [id], must, town),
      say("agreementOf", [id], agreementAfter(own, "WindUpAgreed", "WindUpAgreementWithdrawn"), town),
      say("requestOf", [id], requestAfter(known, scene, sale, own), town),
      ...expectedVoices(sale, own),
    ];
  });
}

type Events = Known["releases"];

/** What is said of the next tranche and of winding up, and from when on the tranche can be asked for again. */
function votesAfter(releases: Events) {
  let [askableFrom, objecting, windingUp] = [0, 0n, 0n];
  for (const { eventName, args } of releases) {
    if (eventName === "ReleaseBlocked") askableFrom = args.askableFrom;
    if (eventName === "ReleaseObjected") objecting = args.objecting;
    if (eventName === "WindUpVoted") windingUp = args.windingUp;
    if (eventName === "VotesWithdrawn") [objecting, windingUp] = [args.objecting, args.windingUp];
    if (eventName === "WindUpBegan") objecting = 0n;
    if (eventName === "TrancheReleased") [askableFrom, objecting] = [0, 0n];
  }
  return { askableFrom, objecting, windingUp };
}

/** What each who ever spoke says. How often a signature of theirs was used nothing tells: most never signed. */
function expectedVoices({ id, town }: ApprovedSale, own: Events): Expectation[] {
  const silent = { objecting: 0n, windingUp: 0n, tranche: 0 };
  const voices = new Map<Address, typeof silent & { nonce: number }>();
  const of = (holder: Address) => voices.get(holder) ?? Object.assign({ nonce: 0 }, silent);
  for (const { eventName, args } of own) {
    if (eventName === "ReleaseObjected")
      voices.set(
        args.holder,
        Object.assign(of(args.holder), { objecting: args.shares, tranche: Number(args.tranche) }),
      );
    if (eventName === "WindUpVoted")
      voices.set(args.holder, Object.assign(of(args.holder), { windingUp: args.shares }));
    if (eventName === "VotesWithdrawn")
      voices.set(args.holder, Object.assign({ nonce: of(args.holder).nonce + 1 }, silent));
  }
  return [...voices].map(([holder, { nonce, objecting, windingUp, tranche }]) => {
    const must = { objecting, windingUp, tranche };
    return Object.assign(say("voteOf", [id, holder], must, town), { likely: Object.assign({ nonce }, must) });
  });
}

const NOTHING = {
  by: zeroAddress as Address,
  until: 0,
  id: 0,
  approver: zeroAddress as Address,
  payableFrom: 0,
  payout: zeroAddress as Address,
  evidence: { hash: zeroHash as Hex, uri: "" },
};

/** What ends what was asked for. */
const ENDS = ["ReleaseBlocked", "ReleaseRevoked", "TrancheReleased", "WindUpBegan"];

/** The tranche that is asked for, while that waits for its approval; and while this stands, with it. */
function requestAfter(known: Known, { world, now, isAwaited }: Scene, { business, town }: ApprovedSale, own: Events) {
  let kept = NOTHING;
  for (const event of own) {
    const { eventName, args } = event;
    if (ENDS.includes(eventName)) kept = NOTHING;
    if (eventName === "ReleaseRequested") {
      const { by, evidence: hash, uri } = args;
      const until = timeOf(known, event) + REQUEST_LASTS;
      kept = Object.assign({}, NOTHING, { by, until, id: Number(args.id), evidence: { hash, uri } });
    }
    if (eventName === "ReleaseApproved") {
      const payout = payoutBefore(known, business, event);
      kept = Object.assign({}, kept, { approver: args.by, payableFrom: args.payableFrom, payout });
    }
  }
  const { manager, payout, since: managedSince = 0 } = world.managers.get(business) ?? {};
  const inRole = world.roles.actsSince(roleIds.projectManager(town), kept.by, now);
  const askedAt = kept.until - REQUEST_LASTS;
  const isManager = manager === kept.by && hasHeld(inRole, askedAt) && managedSince <= askedAt;
  const waits = now < kept.until && (isManager || isAwaited(town, kept.by, askedAt));
  const since = world.actsSince(town, kept.approver);
  const isApproved =
    kept.payableFrom !== 0 &&
    now < kept.payableFrom + PAYABLE_FOR &&
    since !== null &&
    since <= kept.payableFrom - RELEASE_DELAY &&
    kept.payout === payout;
  if (isApproved) return kept;
  return waits ? Object.assign({}, kept, { approver: zeroAddress, payableFrom: 0, payout: zeroAddress }) : NOTHING;
}

/** To which wallet a business's money went when something happened. */
function payoutBefore({ projects }: Known, business: bigint, moment: Position): Address {
  const changes = eventsNamed(projects, "ManagementChanged");
  const last = changes.findLast((one) => one.args.project === business && isBefore(one, moment));
  return last?.args.payout ?? zeroAddress;
}

type Agreed = { eventName: string; args: { ambassador?: Address; until?: number } };

/** The ambassador's word that was given last, unless it was taken back. */
export function agreementAfter(events: readonly unknown[], given: string, takenBack: string) {
  const words = (events as readonly Agreed[]).filter(({ eventName }) => eventName === given || eventName === takenBack);
  const last = words.at(-1);
  if (last?.eventName !== given) return { by: zeroAddress, until: 0 };
  return { by: last.args.ambassador, until: last.args.until };
}
