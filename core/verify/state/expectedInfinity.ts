import { isBefore, type Position } from "../../position.ts";
import { sumTransfers } from "../../shares/holdings.ts";
import type { InfinityEvent, TokenEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { salesOf } from "../replay/sales.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/**
 * What every wallet that ever had INFINITY has of it, which authorisations are used up, and what one may take from another
 * of INFINITY and of shares.
 */
export function expectedInfinity({ infinity, sales, towns, tokenEvents }: Known): Expectation[] {
  const say = expectedOf("InfinityToken");
  const moves = eventsNamed(infinity, "Transfer").map(({ args }) => args);
  const balances = sumTransfers(moves);
  const wallets = new Set<Address>(moves.flatMap(({ from, to }) => [from, to]));
  wallets.delete(zeroAddress);
  const used = [...eventsNamed(infinity, "AuthorizationUsed"), ...eventsNamed(infinity, "AuthorizationCanceled")];
  return [
    ...[...wallets].map((wallet) => say("balanceOf", [wallet], balances.get(wallet) ?? 0n)),
    ...used.map(({ args: { authorizer, nonce } }) => say("authorizationState", [authorizer, nonce], true)),
    ...allowances(infinity).map(([args, value]) => say("allowance", args, value)),
    ...salesOf(sales, towns).flatMap(({ token, town }) =>
      allowances(tokenEvents.get(token) ?? []).map(([args, value]) =>
        Object.assign(expectedOf("InvestorToken")("allowance", args, value, town), { at: token }),
      ),
    ),
  ];
}

type Allowance = [args: [owner: Address, spender: Address], value: bigint];

/** What was allowed last, of owners who have sent nothing since: that somebody took of it, nothing tells. */
function allowances(events: readonly (InfinityEvent | TokenEvent)[]): Allowance[] {
  const [approvals, transfers] = [eventsNamed(events, "Approval"), eventsNamed(events, "Transfer")];
  const sentAt = new Map<Address, Position>(transfers.map((event) => [event.args.from, event]));
  const latest = new Map(approvals.map((event) => [`${event.args.owner} ${event.args.spender}`, event]));
  return [...latest.values()].flatMap((event): Allowance[] => {
    const { owner, spender, value } = event.args;
    const sent = sentAt.get(owner);
    return sent !== undefined && isBefore(event, sent) ? [] : [[[owner, spender], value]];
  });
}
