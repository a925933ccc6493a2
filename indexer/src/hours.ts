import { ponder } from "ponder:registry";
import { town, week } from "ponder:schema";
import { addToMonth } from "./addToMonth.ts";
import { moveSupply } from "./moveSupply.ts";

ponder.on("Contributions:TimesheetFinalised", async ({ event, context }) => {
  const { town: id, weekIndex, active, shifts, cashPerActive } = event.args;
  const when = { finalisedAt: event.block.timestamp, transaction: event.transaction.hash };
  await context.db.insert(week).values({ town: id, weekIndex, active, shifts, cashPerActive, ...when });
  await context.db.update(town, { id }).set((row) => ({ timesheets: row.timesheets + 1 }));
  await addToMonth(context, id, event.block.timestamp, { shifts });
});

ponder.on("Contributions:ContributionsClaimed", async ({ event, context }) => {
  const { town: id, cash } = event.args;
  await addToMonth(context, id, event.block.timestamp, { paid: cash });
});

ponder.on("InfinityToken:Transfer", async ({ event, context }) => {
  await moveSupply(context, event.log.address, event.args);
});
