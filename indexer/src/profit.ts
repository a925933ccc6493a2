import { type Context, ponder } from "ponder:registry";
import { deposit, spending, town } from "ponder:schema";
import { addToMonth } from "./addToMonth.ts";
import { townOfProject } from "../../core/projects/projects.ts";

ponder.on("ProfitSplitter:ProfitDeposited", async ({ event, context }) => {
  const { business, investors, members, fund, country, period } = event.args;
  const parts = { business, town: townOfProject(business), investors, members, fund, country, period };
  const source = { id: event.id, at: event.block.timestamp, transaction: event.transaction.hash };
  await context.db.insert(deposit).values({ ...source, ...parts });
  await addToMonth(context, parts.town, source.at, { profit: investors + members + fund + country });
});

ponder.on("TownTreasury:TreasuryFunded", async ({ event, context }) => {
  await addToFund(context, event.args.town, event.args.toFund);
});

ponder.on("TownTreasury:FundDonated", async ({ event, context }) => {
  await addToFund(context, event.args.town, event.args.amount);
});

ponder.on("TownTreasury:FundSurrendered", async ({ event, context }) => {
  await addToFund(context, event.args.town, -event.args.amount);
});

ponder.on("TownTreasury:SpendingProposed", async ({ event, context }) => {
  const { spending: id, project, fromOffice } = event.args;
  await context.db.insert(spending).values({ id, project, fromOffice });
});

ponder.on("TownTreasury:SpendingExecuted", async ({ event, context }) => {
  const { spending: id, project, amount } = event.args;
  const proposed = await context.db.find(spending, { id });
  if (proposed?.fromOffice === false) await addToFund(context, townOfProject(project), -amount);
});

async function addToFund({ db }: Context, id: number, amount: bigint): Promise<void> {
  await db.update(town, { id }).set((row) => ({ fund: row.fund + amount }));
}
