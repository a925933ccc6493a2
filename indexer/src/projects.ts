import { ponder } from "ponder:registry";
import { project } from "ponder:schema";

ponder.on("ProjectRegistry:ProjectProposed", async ({ event, context }) => {
  const { project: id, town, kind } = event.args;
  await context.db.insert(project).values({ id, town, kind, proposedAt: event.block.timestamp });
});
