import { allow } from "@one-small-town/core/money/steps.ts";
import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import {
  buyShares,
  claimDividends,
  refundHolders,
  settleOffering,
  transferShares,
} from "@one-small-town/core/shares/holderSteps.ts";
import { approveOffering, proposeOffering } from "@one-small-town/core/shares/steps.ts";
import type { Signer } from "ethers";
import type { Address } from "viem";
import { LEAST_PHASE, OPENING_NOTICE } from "@one-small-town/core/rules/SaleTerms.ts";
import { depositWithAllowance } from "../operator/withAllowance.ts";
import { documentOf } from "../operator/documents.ts";
import { send } from "../operator/send.ts";
import { startBusiness } from "../operator/businesses.ts";
import { DAY, type GasTown, signer } from "./openGasTown.ts";

type Shares = Record<
  | "deploy"
  | "buyCold"
  | "buyRepeat"
  | "transferCold"
  | "transferRepeat"
  | "dividendCold"
  | "dividendRepeat"
  | "dividendForOther"
  | "refund",
  bigint
>;

const PRICE = 1_000_000n;
const GOAL = 100;

/** As many as one person may buy: less than a fifth of the goal. */
const MOST = 19;

export async function measureShares(town: GasTown): Promise<Shares> {
  const { chain, deployment, currency } = town;
  const { payer } = chain.officials;
  for (const { address } of [...chain.people, payer]) await currency.mint(address, 10n ** 15n);
  const sale = await openSale(town, "One");
  const [early, buyer, late, receiver] = [10, 11, 12, 13].map((id) => signer(chain.people, id)) as [
    Person,
    Person,
    Person,
    Person,
  ];
  for (const id of [10, 14, 15, 16, 17]) await buy(town, signer(chain.people, id), sale.offering, MOST);
  const buyCold = await buy(town, buyer, sale.offering, 5);
  const buyRepeat = await buy(town, buyer, sale.offering, 5);
  await buy(town, late, sale.offering, MOST);
  await chain.goTo(sale.localEnds);
  await send(payer, settleOffering(deployment, sale.offering));

  const transfer = async () => (await send(buyer, transferShares(sale.token, receiver.address as Address, 1n))).gasUsed;
  const deposit = () =>
    depositWithAllowance(deployment, payer, {
      business: sale.business,
      amount: 9_000_000n,
      weeks: 4,
      period: "a month",
      accounts: documentOf("accounts", "ipfs://accounts"),
    });
  const claim = async (holder: Person, sender: Person = holder) =>
    (await send(sender, claimDividends(sale.token, holder.address as Address))).gasUsed;
  await deposit();
  const transferCold = await transfer();
  const transferRepeat = await transfer();
  await currency.connect(late).transfer(payer.address, await currency.balanceOf(late.address));
  const dividendCold = await claim(late);
  await deposit();
  const dividendRepeat = await claim(late);
  await deposit();
  const dividendForOther = await claim(late, payer);

  const failed = await openSale(town, "Two");
  await buy(town, early, failed.offering, 5);
  await buy(town, buyer, failed.offering, 5);
  await chain.goTo(failed.localEnds);
  await send(payer, refundHolders(deployment, failed.offering, [early.address as Address]));
  const refund = (await send(payer, refundHolders(deployment, failed.offering, [buyer.address as Address]))).gasUsed;
  return {
    deploy: sale.deploy,
    buyCold,
    buyRepeat,
    transferCold,
    transferRepeat,
    dividendCold,
    dividendRepeat,
    dividendForOther,
    refund,
  };
}

type Person = GasTown["chain"]["people"][number];

/** The allowance is exactly the price, as the dApp asks for it, so buying uses it up. */
async function buy(
  { deployment, currency }: GasTown,
  buyer: Person,
  offering: bigint,
  shares: number,
): Promise<bigint> {
  const money = (await currency.getAddress()) as Address;
  await send(buyer, allow(money, deployment.addresses.ShareOffering, PRICE * BigInt(shares)));
  return (await send(buyer, buyShares(deployment, offering, shares))).gasUsed;
}

/** A business whose sale has opened for the local phase, and what approving it cost: the share token, cloned. */
async function openSale({ chain, deployment, contracts, town }: GasTown, name: string) {
  const { countryAmbassador, manager, payout } = chain.officials;
  const townAmbassador: Signer = signer(chain.people, 0);
  const plan = documentOf(`plan ${name}`, "ipfs://plan");
  const pack = documentOf(`pack ${name}`, "ipfs://pack");
  const business = await startBusiness(deployment, {
    town,
    kind: "community" as const,
    plan,
    pack,
    townAmbassador,
    countryAmbassador,
    member: townAmbassador,
    metadata: documentOf(name, "ipfs://metadata"),
    manager: manager.address as Address,
    payout: payout.address as Address,
  });
  const opens = (await chain.connection.networkHelpers.time.latest()) + OPENING_NOTICE + DAY;
  const localEnds = opens + LEAST_PHASE;
  const terms = {
    business,
    price: PRICE,
    goal: GOAL,
    cap: 2 * GOAL,
    limitLocal: MOST,
    limitLater: MOST,
    opens,
    localEnds,
    countryEnds: 0,
    worldEnds: 0,
    tranches: [2_500, 7_500],
    plan: plan.hash,
    pack: pack.hash,
    deed: deedPresets.thirds,
    name: `Willowmere ${name}`,
    symbol: `WILLOW${name}`,
  };
  await send(townAmbassador, proposeOffering(deployment, terms));
  const { gasUsed: deploy } = await send(countryAmbassador, approveOffering(deployment, terms));
  const offering = await contracts.shareOffering.latestOf(business);
  const { token } = await contracts.shareOffering.assetOf(offering);
  await chain.goTo(opens);
  return { business, offering, token: token as Address, localEnds, deploy };
}
