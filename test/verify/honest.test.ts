import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { OBJECTION_TIME } from "@one-small-town/core/rules/Succession.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { APPROVAL_PERIOD, OBJECTION_PERIOD } from "@one-small-town/core/rules/TownTreasury.ts";
import { expect } from "chai";
import { id, type Signer } from "ethers";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { startBusiness } from "../../scripts/operator/businesses.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInCountry, bakerySettledInWorld } from "../fixture/bakerySettled.ts";
import { busyTown } from "../fixture/busyTown.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { deserted, divided, lost } from "../fixture/deserted.ts";
import { batch, callOf, delegate, forceEther } from "../fixture/inBatches.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { readChainBooks } from "../fixture/readChainBooks.ts";
import { movingAmina, proposeMove, proposalOf } from "../fixture/succeeding.ts";
import { suspended } from "../fixture/suspension.ts";
import { townOfSafes } from "../fixture/townOfSafes.ts";
import { turnInto } from "../fixture/turnInto.ts";
import { openHillside, twoTowns } from "../fixture/twoTowns.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { DAY } from "../fixture/willowmere.ts";
import { auditedTown } from "../audit/support/auditedTown.ts";
import { alarmsOf } from "./support/alarmsOf.ts";

const { time } = networkHelpers;
const ACCOUNTS = documentOf("What came in and what went out", "ipfs://accounts");

type Town = Awaited<ReturnType<typeof bakerySettled>>;
type Busy = Awaited<ReturnType<typeof busyTown>>;

/** Something honest: where it begins, and what happens then. */
type Case<town> = { from: () => Promise<town>; act?: (town: town) => Promise<unknown> };

function honest<town extends Pick<Town, "deployment">>(one: Case<town>) {
  return async () => {
    const town = await networkHelpers.loadFixture(one.from);
    await one.act?.(town);
    return town.deployment;
  };
}

/** As many profits of businesses in one transaction, each with its amount, paid by somebody's contract. */
async function depositTogether(town: Town, payer: Signer, profits: readonly (readonly [bigint, bigint])[]) {
  const { currency, profitSplitter } = town;
  const wallet = await batch(payer);
  const sum = profits.reduce((all, [, amount]) => all + amount, 0n);
  await currency.connect(payer).transfer(await wallet.getAddress(), sum);
  const deposits = profits.map(([business, amount]) =>
    callOf(profitSplitter, "deposit", [business, amount, 4, "2026 Q1", ACCOUNTS]),
  );
  const allow = await callOf(currency, "approve", [await profitSplitter.getAddress(), sum]);
  await wallet.run([allow, ...(await Promise.all(deposits))]);
}

/** The town has another business, the dairy. */
async function startDairy({ deployment, town, amina, townAmbassador, countryAmbassador, manager, payout }: Town) {
  return startBusiness(deployment, {
    town,
    kind: "community",
    metadata: documentOf('{"title":"Dairy"}', "ipfs://dairy"),
    plan: ACCOUNTS,
    pack: ACCOUNTS,
    member: amina,
    townAmbassador,
    countryAmbassador,
    manager: manager.address as Address,
    payout: payout.address as Address,
  });
}

/** Somebody of the town moves here, as a member. */
async function attest({ deployment, registrar, town, residentUntil }: Town, wallet: string, name: string) {
  const attestation = { wallet: wallet as Address, residentUntil, personId: idOf(name), joins: true };
  await attestInBatches(deployment, { registrar, town, attestations: [attestation] });
}

/** The second of two towns, whose currency is its own. */
async function withHillside() {
  const before = await networkHelpers.loadFixture(auditedTown);
  const other = await ethers.deployContract("TestDollar", before.payer);
  return { ...before, ...(await openHillside(before, await other.getAddress())) };
}

const CASES: Record<string, () => Promise<Town["deployment"]>> = {
  "a deployment whose file has addresses in small letters": async () => {
    const { deployment } = await networkHelpers.loadFixture(busyTown);
    const addresses = Object.entries(deployment.addresses).map(([name, address]) => [name, address.toLowerCase()]);
    const deployer = deployment.parameters.deployer.toLowerCase() as Address;
    const parameters = { ...deployment.parameters, deployer };
    return { ...deployment, addresses: Object.fromEntries(addresses) as typeof deployment.addresses, parameters };
  },
  "two profits of one business in one transaction": honest({
    from: bakerySettled,
    act: (town) =>
      depositTogether(town, town.payer, [
        [town.business, 1_000n],
        [town.business, 2_000n],
      ]),
  }),
  "profits of two businesses in one transaction": honest({
    from: bakerySettled,
    act: async (town) => {
      const dairy = await startDairy(town);
      await depositTogether(town, town.payer, [
        [town.business, 1_000n],
        [dairy, 2_000n],
        [town.business, 3_000n],
      ]);
    },
  }),
  "two profits of one unit by a stranger": honest({
    from: bakerySettled,
    act: (town) =>
      depositTogether(town, town.stranger, [
        [town.business, 1n],
        [town.business, 1n],
      ]),
  }),
  "parts that were kept, two profits later passed on with a third in one transaction": honest({
    from: bakerySettled,
    act: async (town) => {
      const { currency, profitSplitter, token, contributions, payer, business } = town;
      const refusing = await turnInto(currency, "RefusingDollar");
      for (const one of [token, contributions]) await refusing.refuse(await one.getAddress(), true);
      await depositTogether(town, payer, [
        [business, 1_000n],
        [business, 2_000n],
      ]);
      for (const one of [token, contributions]) await refusing.refuse(await one.getAddress(), false);
      const wallet = await batch(payer);
      await currency.connect(payer).transfer(await wallet.getAddress(), 3_000n);
      await wallet.run([
        await callOf(profitSplitter, "passOn", [1]),
        await callOf(currency, "approve", [await profitSplitter.getAddress(), 3_000n]),
        await callOf(profitSplitter, "passOn", [2]),
        await callOf(profitSplitter, "deposit", [business, 3_000n, 4, "Q2", ACCOUNTS]),
        await callOf(profitSplitter, "passOn", [4]),
      ]);
    },
  }),
  "the deployer lives in the town and was made a steward": honest({
    from: bakerySettled,
    act: async (town) => {
      await attest(town, town.deployer.address, "deployer");
      await town.authority.connect(town.townAmbassador).grantRole(roleIds.steward(town.town), town.deployer.address);
    },
  }),
  "the deployer was a steward of another town for a moment": honest({
    from: withHillside,
    act: async ({ deployment, quinn, petra, hillside, residentUntil, deployer, authority }) => {
      const wallet = deployer.address as Address;
      const attestations = [{ wallet, residentUntil, personId: idOf("deployer"), joins: false }];
      await attestInBatches(deployment, { registrar: quinn, town: hillside, attestations });
      await authority.connect(petra).grantRole(roleIds.steward(hillside), wallet);
      await authority.connect(petra).revokeRole(roleIds.steward(hillside), wallet);
    },
  }),
  "currency sent to every contract by mistake": honest({
    from: bakerySettled,
    act: async ({ deployment, token, currency, payer }) => {
      const contracts = [...Object.values(deployment.addresses), await token.getAddress()];
      for (const contract of contracts) await currency.connect(payer).transfer(contract, 7n);
    },
  }),
  "ether forced into every contract": honest({
    from: bakerySettled,
    act: async ({ deployment, token, payer }) => {
      for (const contract of Object.values(deployment.addresses)) await forceEther(payer, contract);
      await forceEther(payer, await token.getAddress());
    },
  }),
  "INFINITY sent to every contract, and burnt": honest({
    from: auditedTown,
    act: async ({ deployment, infinityToken, amina }) => {
      for (const contract of Object.values(deployment.addresses)) {
        if (contract !== deployment.addresses.InfinityToken) await infinityToken.connect(amina).transfer(contract, 1n);
      }
      await infinityToken.connect(amina).burn(5n);
    },
  }),
  "a currency that refuses everybody": honest({
    from: auditedTown,
    act: async ({ currency, amina, ben, payout, contributions, town, token }) => {
      const refusing = await turnInto(currency, "RefusingDollar");
      for (const person of [amina, ben, payout]) await refusing.refuse(person.address, true);
      await contributions.claim(town, [1, 2, 3, 4, 5], 1);
      await expect(token.claim(ben.address)).to.revert(ethers);
    },
  }),
  "transfers of no shares by a stranger": honest({
    from: bakerySettled,
    act: async ({ token, stranger, carla, amina }) => {
      await token.connect(stranger).transfer(carla.address, 0);
      await token.connect(stranger).transferFrom(amina.address, carla.address, 0);
    },
  }),
  "shares sent to oneself": honest({
    from: bakerySettled,
    act: ({ token, amina }) => token.connect(amina).transfer(amina.address, 5),
  }),
  "head office is being passed on": honest({
    from: bakerySettled,
    act: ({ authority, headOffice, stranger }) =>
      authority.connect(headOffice).beginDefaultAdminTransfer(stranger.address),
  }),
  "head office was passed on": honest({
    from: bakerySettled,
    act: async ({ authority, headOffice, stranger }) => {
      await authority.connect(headOffice).beginDefaultAdminTransfer(stranger.address);
      await time.increase(8 * DAY);
      await authority.connect(stranger).acceptDefaultAdminTransfer();
    },
  }),
  "head office changed its delay": honest({
    from: bakerySettled,
    act: ({ authority, headOffice }) => authority.connect(headOffice).changeDefaultAdminDelay(3 * DAY),
  }),
  "a registrar gave the key back": honest({
    from: bakerySettled,
    act: ({ authority, registrar, town }) =>
      authority.connect(registrar).renounceRole(roleIds.registrar(town), registrar.address),
  }),
  "the town ambassador gave the office back": honest({
    from: bakerySettled,
    act: ({ authority, townAmbassador, town }) =>
      authority.connect(townAmbassador).renounceRole(roleIds.townAmbassador(town), townAmbassador.address),
  }),
  "an ambassador was removed and appointed again in one transaction": honest({
    from: bakerySettled,
    act: async ({ authority, townRegistry, headOffice, townAmbassador, town, carla }) => {
      const wallet = await delegate(headOffice, await batch(headOffice));
      await appointAmbassador({ authority, townRegistry, headOffice }, { town }, carla);
      await wallet.run([
        await callOf(townRegistry, "takeBackAppointment", [roleIds.townAmbassador(town)]),
        await callOf(townRegistry, "removeTownAmbassador", [town]),
      ]);
      await appointAmbassador({ authority, townRegistry, headOffice }, { town }, townAmbassador);
    },
  }),
  "a succession that waits": honest({ from: movingAmina }),
  "a succession to which was objected": honest({
    from: movingAmina,
    act: ({ succession, amina, id: proposal }) => succession.connect(amina).object(proposal),
  }),
  "two successions completed in one transaction": honest({
    from: bakerySettled,
    act: async (town) => {
      const { succession, registrar, townAmbassador, countryAmbassador, amina, ben, token, infinityToken } = town;
      const signers = await ethers.getSigners();
      const moves = [];
      for (const [i, person] of [amina, ben].entries()) {
        moves.push(await proposeMove(succession, registrar, person.address, signers[17 + i] as Signer));
      }
      await time.increase(OBJECTION_TIME);
      for (const move of moves) await succession.connect(townAmbassador).confirm(move.wallet, move.id, []);
      const tokens = await Promise.all([token, infinityToken].map((one) => one.getAddress()));
      const wallet = await delegate(countryAmbassador, await batch(countryAmbassador));
      const confirms = moves.map((move) => callOf(succession, "confirm", [move.wallet, move.id, tokens]));
      await wallet.run(await Promise.all(confirms));
    },
  }),
  "an heir who lives outside the scope of the shares": honest({
    from: bakerySettled,
    act: async ({ succession, registrar, amina, emil, townAmbassador, countryAmbassador, token }) => {
      const sent = succession.connect(registrar).proposeClosing(amina.address, emil.address, id("death"));
      const closing = await proposalOf(succession, sent);
      await time.increase(OBJECTION_TIME);
      for (const key of [townAmbassador, countryAmbassador]) {
        await succession.connect(key).confirm(amina.address, closing.id, [await token.getAddress()]);
      }
    },
  }),
  "a member who left and came back within a week, again and again": honest({
    from: bakerySettled,
    act: async (town) => {
      const { memberRegistry, ben } = town;
      for (let i = 0; i < 3; i++) {
        await memberRegistry.connect(ben).resign();
        await attest(town, ben.address, "ben");
      }
      await memberRegistry.connect(ben).resign();
      await time.increase(40 * DAY);
      await attest(town, ben.address, "ben");
      await memberRegistry.connect(ben).resign();
    },
  }),
  "a suspended member, reinstated": honest({
    from: suspended,
    act: ({ asCountry, amina }) => asCountry.reinstate(amina.address),
  }),
  "a suspended member": honest({ from: suspended }),
  "a dormant town": honest({ from: deserted }),
  "a town long lost": honest({ from: lost }),
  "a lost town that was divided": honest({ from: divided }),
  "a lost town divided and claimed in one transaction": honest({
    from: lost,
    act: async ({ finalDivision, stranger, town }) => {
      const wallet = await batch(stranger);
      await wallet.run([
        await callOf(finalDivision, "divide", [town]),
        await callOf(finalDivision, "claim", [1, [1, 3, 4]]),
        await callOf(finalDivision, "claim", [1, [4, 5]]),
      ]);
    },
  }),
  "a sale that runs": honest({ from: bakeryOnSale }),
  "a sale that failed, which nobody wrote down": honest({ from: bakeryFailed }),
  "a sale that succeeded in its second phase": honest({ from: bakerySettledInCountry }),
  "a sale that succeeded in its third phase": honest({ from: bakerySettledInWorld }),
  "a refund that was kept, and paid later": honest({
    from: bakeryFailed,
    act: async ({ currency, amina, shareOffering, offering }) => {
      const refusing = await turnInto(currency, "RefusingDollar");
      await refusing.refuse(amina.address, true);
      await shareOffering.refund(offering, [amina.address, amina.address]);
      await refusing.refuse(amina.address, false);
      await shareOffering.claimKept(offering, amina.address);
    },
  }),
  "a sale that other ambassadors called off than first said so": honest({
    from: bakeryOnSale,
    act: async (town) => {
      const { shareOffering, offering, amina, carla, townAmbassador, countryAmbassador, headOffice } = town;
      await shareOffering.connect(amina).buy(offering, 10);
      await shareOffering.connect(townAmbassador).callOff(offering);
      await town.townRegistry.connect(headOffice).removeTownAmbassador(town.town);
      await appointAmbassador(town, { town: town.town }, carla);
      await time.increase(7 * DAY);
      await shareOffering.connect(countryAmbassador).callOff(offering);
      await shareOffering.connect(carla).callOff(offering);
      await shareOffering.refund(offering, [amina.address]);
    },
  }),
  "weeks of two towns finalised in one transaction": honest({
    from: weekWorked,
    act: async ({ contributions, coordinator, rosa, town, hillside, weekIndex, stranger }) => {
      const { hash, uri } = documentOf("lists", "ipfs://lists");
      const submit = (by: Signer, of: number, quarters: string) =>
        contributions.connect(by).submit(of, weekIndex, quarters, { hash, uri });
      await submit(coordinator, town, "0x0c000c18");
      await submit(rosa, hillside, "0x180c");
      await time.increase(8 * DAY);
      const finalise = [hillside, town].map((of) => callOf(contributions, "finalise", [of]));
      await (await batch(stranger)).run(await Promise.all(finalise));
    },
  }),
  "money for members over many weeks, one of them of nobody": honest({
    from: bakerySettled,
    act: async (town) => {
      const { currency, contributions, payer } = town;
      await currency.connect(payer).approve(await contributions.getAddress(), 1_000n);
      await contributions.connect(payer).fund(town.town, 101n, 52);
      for (let i = 0; i < 3; i++) {
        const quarters = i === 1 ? [SHIFT, 0, SHIFT] : [];
        await finaliseWeek(town, weekIndexOf(await time.latest()), quarters);
      }
    },
  }),
  "an ambassador whose wallet delegates to a contract": honest({
    from: bakerySettled,
    act: async ({ townAmbassador, stranger }) => delegate(townAmbassador, await batch(stranger)),
  }),
  "a town of Safes": async () => (await networkHelpers.loadFixture(townOfSafes)).deployment,
  "all that moves money": honest({ from: busyTown }),
  "two towns of one currency": honest({ from: twoTowns }),
  "two towns of two currencies": honest({ from: withHillside }),
  "a spending of the country office": honest({
    from: busyTown,
    act: async (town) => {
      const { townTreasury, countryAmbassador, business, payout } = town;
      await townTreasury.connect(countryAmbassador).proposeFromOffice(business, 100n, payout.address, ACCOUNTS);
      await time.increase(OBJECTION_PERIOD);
    },
  }),
  "spendings that were cancelled and that lapsed": honest({
    from: busyTown,
    act: async (town: Busy) => {
      const { townTreasury, townAmbassador, countryAmbassador, business, payout } = town;
      const content = { project: business, fromOffice: false, payee: payout.address, amount: 10n };
      for (let i = 0; i < 3; i++) {
        await townTreasury.connect(townAmbassador).propose(business, 10n, payout.address, ACCOUNTS);
      }
      for (const spending of [2, 3]) {
        await townTreasury.connect(countryAmbassador).approve(spending, { ...content, document: ACCOUNTS.hash });
      }
      await townTreasury.connect(townAmbassador).cancel(2);
      await time.increase(APPROVAL_PERIOD + 10 * DAY);
    },
  }),
};

describe("an honest town raises no alarm", () => {
  for (const [name, happens] of Object.entries(CASES)) {
    it(name, async () => {
      const deployment = await happens();

      expect(alarmsOf(await readChainBooks(deployment))).to.deep.equal([]);
    });
  }
});
