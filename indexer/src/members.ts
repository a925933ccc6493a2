import { ponder } from "ponder:registry";
import { town } from "ponder:schema";
import { addToMonth } from "./addToMonth.ts";

ponder.on("TownRegistry:TownFounded", async ({ event, context }) => {
  const { town: id, country, name, currency } = event.args;
  const none = { members: 0, timesheets: 0, fund: 0n };
  await context.db.insert(town).values({ id, country, name, currency, foundedAt: event.block.timestamp, ...none });
});

ponder.on("MemberRegistry:MemberAdmitted", async ({ event, context }) => {
  const { town: id } = event.args;
  await context.db.update(town, { id }).set((row) => ({ members: row.members + 1 }));
  await addToMonth(context, id, event.block.timestamp, { joined: 1 });
});
