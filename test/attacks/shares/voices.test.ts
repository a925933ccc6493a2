import { RELEASE_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { expect } from "chai";
import { type Signer, Wallet } from "ethers";
import type { Address } from "viem";
import { attestInBatches } from "../../../scripts/operator/batches.ts";
import { moveWallet } from "../../fixture/asSuccession.ts";
import { BAKERY } from "../../fixture/bakery.ts";
import { bakeryOnSale } from "../../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../../fixture/bakerySettled.ts";
import { signCancellation } from "../../fixture/cancellationOf.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { idOf } from "../../fixture/people.ts";
import { shareVoteOf } from "../../fixture/shareVoteOf.ts";
import { DAY } from "../../fixture/willowmere.ts";

const EVIDENCE = ethers.id("invoices of the oven");
const CALLS = 250;

/** Numbers from 0 to below 1 that are the same every time. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function walletOf(name: string): Wallet {
  return new Wallet(ethers.id(name), ethers.provider);
}

/** The settled bakery with three more residents, who each have a wallet to move to. */
async function withMovers() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { deployment, registrar, town, residentUntil } = before;
  const names = ["una", "vera", "will"];
  const movers = names.map((name) => ({ name, old: walletOf(name), fresh: walletOf(`${name} anew`) }));
  for (const { address } of movers.flatMap(({ old, fresh }) => [old, fresh])) {
    await networkHelpers.setBalance(address, 10n ** 18n);
  }
  await attestInBatches(deployment, {
    registrar,
    town,
    attestations: movers.map(({ name, old }) => ({
      wallet: old.address as Address,
      residentUntil,
      joins: false,
      personId: idOf(name),
    })),
  });
  return { ...before, movers };
}

type Before = Awaited<ReturnType<typeof withMovers>>;

/** What the contract counts is what its records of each holder add up to, and nobody votes with shares they lack. */
async function expectSums(
  { releases, token, amina, offering, business }: Before,
  holders: readonly { address: string }[],
) {
  const progress = await releases.progressOf(offering);
  const over = progress.windUpFrom !== 0n;
  let objecting = 0n;
  let windingUp = 0n;
  for (const { address } of holders) {
    const vote = await releases.voteOf(offering, address);
    const shares = await token.balanceOf(address);
    const stands = !over && vote.tranche === progress.next && vote.objecting > 0n;
    if (stands) objecting += vote.objecting;
    windingUp += vote.windingUp;
    const isHeld = stands || (!over && vote.windingUp > 0n);
    expect(await releases.isHeld(business, address)).to.equal(isHeld);
    if (isHeld) {
      expect(vote.windingUp <= shares && (!stands || vote.objecting <= shares)).to.equal(true);
      expect(await token.detectTransferRestriction(address, amina.address, 0)).to.equal(6);
    }
  }
  expect([progress.objecting, progress.windingUp]).to.deep.equal([objecting, windingUp]);
}

describe("votes are counted twice, or get lost, in some order of voting, sending, moving and asking", () => {
  for (let seed = 1; seed <= 6; seed++) {
    it(`adds up whatever ${CALLS} people do in turn (${seed})`, async () => {
      const before = await networkHelpers.loadFixture(withMovers);
      const { releases, token, manager, countryAmbassador, movers, offering } = before;
      const random = numbersFrom(seed);
      const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
      const living: (Signer & { address: string })[] = [
        before.amina,
        before.ben,
        before.carla,
        ...movers.map(({ old }) => old),
      ];
      const holders = [...living, ...movers.map(({ fresh }) => fresh)];
      const waiting = [...movers];
      let done = 0;
      const attempt = (sent: () => Promise<unknown>) =>
        sent().then(
          () => done++,
          () => undefined,
        );
      const actions = [
        () => attempt(() => releases.connect(pick(living)).object(offering)),
        () => attempt(() => releases.connect(pick(living)).object(offering)),
        () => attempt(() => releases.connect(pick(living)).voteWindUp(offering)),
        () => attempt(() => releases.connect(pick(living)).withdraw(offering)),
        () => attempt(() => releases.connect(pick(living)).withdraw(offering)),
        () => attempt(() => token.connect(pick(living)).transfer(pick(living).address, 1 + Math.floor(random() * 20))),
        () => attempt(() => token.connect(pick(living)).transfer(pick(living).address, 1 + Math.floor(random() * 20))),
        () => attempt(() => releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" })),
        async () => {
          const { next } = await releases.progressOf(offering);
          await attempt(() => releases.connect(countryAmbassador).approve(offering, BAKERY, next, EVIDENCE));
        },
        async () => {
          await networkHelpers.time.increase(60 + Math.floor(random() * 9) * DAY);
          await attempt(() => releases.release(offering));
        },
        () => attempt(() => releases.connect(pick([manager, countryAmbassador])).revoke(offering)),
        async () => {
          const mover = random() < 0.3 ? waiting.shift() : undefined;
          if (mover === undefined) return;
          await moveWallet(before, mover.name, mover.fresh);
          await token.moveToSuccessor(mover.old.address);
          living[living.indexOf(mover.old)] = mover.fresh;
        },
      ];

      for (let call = 0; call < CALLS; call++) {
        await pick(actions)();
        if (call % 5 === 0) await expectSums(before, holders);
      }
      expect(done).to.be.greaterThan(CALLS / 10);
    }).timeout(180_000);
  }
});

describe("a wallet that delegates to code by EIP-7702 loses its voice", () => {
  /** From now on the wallet runs code without ERC-1271, or code that takes all the gas there is. */
  async function delegate(wallet: { address: string }, kind: "silent" | "endless") {
    const code = kind === "silent" ? await ethers.deployContract("TestDollar") : undefined;
    const target = code ? await code.getAddress() : `0x${"e".repeat(40)}`;
    if (!code) await networkHelpers.setCode(target, "0x5b5f56"); // jumps to where it stands
    await networkHelpers.setCode(wallet.address, `0xef0100${target.slice(2)}`);
  }

  for (const kind of ["silent", "endless"] as const) {
    it(`objects, votes and gives back by signature all the same, though the code is ${kind}`, async () => {
      const before = await networkHelpers.loadFixture(bakerySettled);
      const { releases, manager, amina, stranger, offering } = before;
      await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
      const message = { offering, holder: amina.address };
      const objection = await shareVoteOf(releases, amina, { ...message, tranche: 0 });
      const windUp = await shareVoteOf(releases, amina, { ...message, nonce: 1 });
      await delegate(amina, kind);

      const sending = releases.connect(stranger);
      await expect(
        sending.objectWithSignature(offering, 0, amina.address, objection.deadline, objection.signature),
      ).to.emit(releases, "ReleaseBlocked");
      await expect(sending.voteWindUpWithSignature(offering, amina.address, windUp.deadline, windUp.signature)).to.emit(
        releases,
        "WindUpBegan",
      );

      const live = await networkHelpers.loadFixture(bakeryOnSale);
      const { shareOffering, business, terms } = live;
      await shareOffering.connect(amina).buy(offering, 5);
      const sale = { offering, business, price: terms.price, shares: 5 };
      const cancellation = { ...sale, holder: amina.address, nonce: 0n, deadline: 2n ** 40n };
      const signature = await signCancellation(shareOffering, amina, cancellation);
      await delegate(amina, kind);
      await shareOffering.connect(stranger).cancelWithSignature(cancellation, signature);
      expect(await live.token.balanceOf(amina.address)).to.equal(0);
    });

    it(`is refused in the same way when somebody else signed, and the code is ${kind}`, async () => {
      const before = await networkHelpers.loadFixture(bakerySettled);
      const { releases, manager, amina, ben, offering } = before;
      await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
      const vote = await shareVoteOf(releases, ben, { offering, tranche: 0, holder: amina.address });
      await delegate(amina, kind);

      await expect(releases.objectWithSignature(offering, 0, amina.address, vote.deadline, vote.signature))
        .to.be.revertedWithCustomError(releases, "ReleasesNotSigned")
        .withArgs(offering, amina.address, 0);
    });
  }
});

describe("what a holder said goes with a lost wallet", () => {
  it("is taken back when the shares move, and the new wallet says it anew", async () => {
    const before = await networkHelpers.loadFixture(bakerySettled);
    const { releases, token, manager, countryAmbassador, amina, carla, stranger, offering } = before;
    await token.connect(amina).transfer(carla.address, 20);
    await releases.connect(manager).request(offering, { hash: EVIDENCE, uri: "" });
    await releases.connect(carla).object(offering);
    const vote = { offering, tranche: 0, holder: carla.address, nonce: 0 };
    const unsent = await shareVoteOf(releases, carla, vote);
    await moveWallet(before, "carla", stranger);
    await token.moveToSuccessor(carla.address);

    expect((await releases.tallyOf(offering)).objecting).to.equal(0);
    await expect(
      releases.objectWithSignature(offering, 0, carla.address, unsent.deadline, unsent.signature),
    ).to.be.revertedWithCustomError(releases, "ReleasesNotSigned");
    await expect(releases.connect(carla).object(offering)).to.be.revertedWithCustomError(releases, "ReleasesNoShares");
    await releases.connect(stranger).object(offering);
    await releases.connect(countryAmbassador).approve(offering, BAKERY, 0, EVIDENCE);
    await networkHelpers.time.increase(RELEASE_DELAY);
    await releases.release(offering); // 20 of 110 are less than a fifth
  });
});
