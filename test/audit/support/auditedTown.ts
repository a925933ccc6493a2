import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { depositWithAllowance } from "../../../scripts/operator/withAllowance.ts";
import { documentOf } from "../../../scripts/operator/documents.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { networkHelpers } from "../../fixture/connection.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";

/** The bakery settled, a profit of it deposited, a week of hours finalised, and amina has claimed what is hers. */
export async function auditedTown() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { deployment, contributions, token, manager, amina, town, business } = before;
  const accounts = documentOf("What came in and what went out", "ipfs://accounts");
  await depositWithAllowance(deployment, manager, { business, amount: 10_000n, weeks: 4, period: "2026 Q1", accounts });
  await finaliseWeek(before, weekIndexOf(await networkHelpers.time.latest()) - 1, [
    SHIFT,
    0,
    SHIFT,
    2 * SHIFT + 1,
    SHIFT - 1,
  ]);
  await contributions.claim(town, [4], 1);
  await token.claim(amina.address);
  return before;
}
