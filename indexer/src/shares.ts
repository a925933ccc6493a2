import { type Context, ponder } from "ponder:registry";
import { holding, offering, purchase } from "ponder:schema";
import { type Address, type Hash, zeroAddress } from "viem";
import { addToMonth } from "./addToMonth.ts";
import { moveSupply } from "./moveSupply.ts";
import { townOfProject } from "../../core/projects/projects.ts";

ponder.on("ShareOffering:OfferingApproved", async ({ event, context }) => {
  const { offering: id, business, token } = event.args;
  await context.db.insert(offering).values({ id, business, token, approvedAt: event.block.timestamp });
});

ponder.on("ShareOffering:SharesBought", async ({ event, context }) => {
  const { offering: id, buyer, shares } = event.args;
  await addPurchase(context, event, { offering: id, wallet: buyer, shares });
});

ponder.on("ShareOffering:PurchaseCancelled", async ({ event, context }) => {
  const { offering: id, buyer, shares } = event.args;
  await addPurchase(context, event, { offering: id, wallet: buyer, shares: -shares });
});

ponder.on("ShareOffering:Refunded", async ({ event, context }) => {
  const { offering: id, holder, shares } = event.args;
  await addPurchase(context, event, { offering: id, wallet: holder, shares: -shares });
});

ponder.on("InvestorToken:Transfer", async ({ event, context }) => {
  const token = event.log.address;
  const { from, to, value } = event.args;
  await moveSupply(context, token, event.args);
  await moveHolding(context, { token, wallet: from, change: -value });
  await moveHolding(context, { token, wallet: to, change: value });
});

type Event = { id: string; block: { timestamp: bigint }; transaction: { hash: Hash } };
type Purchase = Pick<typeof purchase.$inferInsert, "offering" | "wallet" | "shares">;

async function addPurchase(context: Context, { id, block, transaction }: Event, bought: Purchase): Promise<void> {
  const sale = await context.db.find(offering, { id: bought.offering });
  if (sale === null) throw new Error(`Offering ${bought.offering} was never approved`);
  const town = townOfProject(sale.business);
  const source = { id, at: block.timestamp, transaction: transaction.hash };
  await context.db.insert(purchase).values({ ...source, ...bought, town });
  await addToMonth(context, town, block.timestamp, { shares: bought.shares });
}

type Change = { token: Address; wallet: Address; change: bigint };

async function moveHolding({ db }: Context, { token, wallet, change }: Change): Promise<void> {
  if (wallet === zeroAddress) return;
  await db
    .insert(holding)
    .values({ token, wallet, shares: change })
    .onConflictDoUpdate((row) => ({ shares: row.shares + change }));
}
