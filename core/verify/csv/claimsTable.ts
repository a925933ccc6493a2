import { INFINITY_DECIMALS } from "../../hours/timesheet.ts";
import type { HoursEvent } from "../Books.ts";
import { townsOf } from "../replay/towns.ts";
import { currencyColumns, decimalOf, moneyCells, type Source, type Table } from "./cells.ts";

const columns = ["block", "transaction", "what", "member", "wallet", "infinity", "cash", ...currencyColumns];

/** Each claim of what hours earned; and cash that the currency refused, when it was kept and when it was paid. */
export function claimsTable({ books: { hours, towns }, currencies, town, hashOf }: Source): Table | null {
  if (hours === null || towns === null) return null;
  const money = moneyCells(townsOf(towns).get(town).currency, currencies);
  const rows = hours
    .filter(({ args }) => args.town === town)
    .flatMap((event) => {
      const told = tell(event);
      if (told === null) return [];
      const { what, number, wallet, infinity, cash } = told;
      const paid = [decimalOf(infinity, INFINITY_DECIMALS), money.amount(cash), ...money.currency];
      return [[event.blockNumber, hashOf(event), what, number, wallet, ...paid]];
    });
  return { columns, rows };
}

function tell({ eventName, args }: HoursEvent) {
  if (eventName === "ContributionsClaimed") return { what: "claimed", ...args };
  if (eventName === "CashKept") return { what: "kept", ...args, infinity: 0n, cash: args.amount };
  return eventName === "KeptCashPaid" ? { what: "kept cash paid", ...args, infinity: 0n, cash: args.amount } : null;
}
