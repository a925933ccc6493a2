import type { Books } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { fundsOf } from "../replay/fundsOf.ts";
import { rowOf } from "../rows/rows.ts";

/** 16: what came into each town's fund and each country office's was spent, surrendered, or is there by the contract. */
export function checkFunds({ treasury, towns, funds }: Books): Row[] | null {
  if (treasury === null || towns === null || funds === null) return null;
  return fundsOf(treasury, towns).map(({ key, name, town, country, currency, came, spent, surrendered, wasShort }) =>
    rowOf({
      name: name ?? String(country).padStart(3, "0"),
      town,
      unit: currency,
      figures: [came, spent, surrendered, funds.get(key) ?? null],
      holds: (all, paid, given, left) => all === paid + given + left && !wasShort,
    }),
  );
}
