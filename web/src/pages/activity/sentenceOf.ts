import type { MessageDescriptor } from "@lingui/core";
import type { Happening } from "@one-small-town/core/activity/Activity.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { isAddressEqual, zeroAddress } from "viem";
import type { Town } from "../../chain/members/Town.ts";
import type { ShareToken } from "../../chain/shares/shareTokensQuery.ts";
import { infinity, listOf, money } from "../../content/format.ts";
import { activityWords } from "../../content/words/activity.ts";

/** What the sentences name. */
export type Names = { tokens: readonly ShareToken[]; towns: readonly Town[] };

/** What happened, as a sentence. Null for what belongs to nothing that is known here. */
export function sentenceOf(happening: Happening, { tokens, towns }: Names): MessageDescriptor | null {
  if ("offering" in happening)
    return ofOffering(
      happening,
      tokens.find(({ offering }) => offering === happening.offering),
    );
  if ("token" in happening)
    return ofToken(
      happening,
      tokens.find(({ address }) => isAddressEqual(address, happening.token)),
    );
  if ("town" in happening)
    return ofTown(
      happening,
      towns.find(({ id }) => id === happening.town),
    );
  const amount = infinity(happening.amount);
  if (happening.kind === "infinityIn") return activityWords.infinityIn(amount, shortAddress(happening.other));
  if (isAddressEqual(happening.other, zeroAddress)) return activityWords.infinityBurnt(amount);
  return activityWords.infinityOut(amount, shortAddress(happening.other));
}

function ofOffering(happening: Extract<Happening, { offering: bigint }>, token: ShareToken | undefined) {
  if (token === undefined) return null;
  const { name, price, currency } = token;
  if (!("amount" in happening)) {
    return activityWords[happening.kind](happening.shares, name, money(happening.shares * price, currency));
  }
  const amount = money(happening.amount, currency);
  return happening.kind === "refunded"
    ? activityWords.refunded(happening.shares, name, amount)
    : activityWords[happening.kind](name, amount);
}

function ofToken(happening: Extract<Happening, { kind: "dividend" | "sharesIn" | "sharesOut" }>, token?: ShareToken) {
  if (token === undefined) return null;
  return happening.kind === "dividend"
    ? activityWords.dividend(token.name, money(happening.amount, token.currency))
    : activityWords[happening.kind](happening.shares, token.name, shortAddress(happening.other));
}

function ofTown(happening: Extract<Happening, { town: number }>, town: Town | undefined) {
  if (town === undefined) return null;
  if (happening.kind !== "claimed")
    return activityWords[happening.kind](town.name, money(happening.amount, town.currency));
  const parts = [
    ...(happening.infinity > 0n ? [`${infinity(happening.infinity)} INFINITY`] : []),
    ...(happening.cash > 0n ? [money(happening.cash, town.currency)] : []),
  ];
  return parts.length === 0 ? activityWords.claimedNothing(town.name) : activityWords.claimed(listOf(parts), town.name);
}
