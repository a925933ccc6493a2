import { shortAddress } from "@one-small-town/core/text.ts";
import { count, infinity, money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { findingWords } from "../../content/words/findings.ts";
import type { Currency } from "../../chain/members/Town.ts";
import type { Unit } from "@one-small-town/core/verify/Finding.ts";

/** Says a figure in full with its unit, or that it could not be read. */
export function useFigure(currencies: readonly Currency[]): (figure: bigint | null, unit: Unit) => string {
  const say = useSay();
  return (figure, unit) => {
    if (figure === null) return say(findingWords.unavailable);
    if (unit === "infinity") return say(findingWords.infinity(infinity(figure)));
    if (unit === "count") return count(figure);
    if (unit === "wallet") return shortAddress(`0x${figure.toString(16).padStart(40, "0")}`);
    if (unit === "shares") return say(findingWords.shares(figure, count(figure)));
    const currency = currencies.find(({ address }) => address === unit);
    return currency === undefined
      ? say(findingWords.units(count(figure), shortAddress(unit)))
      : money(figure, currency);
  };
}
