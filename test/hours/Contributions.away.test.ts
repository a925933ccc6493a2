import { expect } from "chai";
import { AbiCoder, id, keccak256, toBeHex } from "ethers";
import type { Address } from "viem";
import { attestInBatches } from "../../scripts/operator/batches.ts";
import { raiseAttestationLimit } from "../../scripts/operator/keys.ts";
import { documentOf } from "../../scripts/operator/documents.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { idOf } from "../fixture/people.ts";
import { weekWorked } from "../fixture/weeks.ts";
import { COUNTRY, ELSEWHERE } from "../fixture/willowmere.ts";

const evidence = documentOf("The lists of the week", "ipfs://lists");

/** The `left` week is running; ben, the last member, number 5, leaves in it. Carla, no member, is a coordinator too. */
async function benLeft() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { townRegistry, authority, contributions, memberRegistry, registrar, ben, carla, town } = before;
  await giveKey({ authority, townRegistry }, roleIds.coordinator(town), carla);
  await memberRegistry.connect(ben).resign();
  const returns = () =>
    memberRegistry
      .connect(registrar)
      .attest(town, [{ wallet: ben.address, residentUntil: before.residentUntil, joins: true, personId: idOf("ben") }]);
  return {
    ...before,
    left: before.weekIndex + 1,
    returns,
    submitting: contributions.connect(before.coordinator),
    amending: contributions.connect(carla),
  };
}

/** The week after is over too: ben was away all the week. */
async function weekAway() {
  const before = await networkHelpers.loadFixture(benLeft);
  await networkHelpers.time.increaseTo(weekEnd(before.left + 1));
  return { ...before, away: before.left + 1 };
}

/** Number 260 is the last of 260 members; numbers 255 to 257 have left. Their hours of the next week can be submitted. */
async function manyMembers() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { deployment, contributions, coordinator, memberRegistry, registrar, residentUntil, town, weekIndex } = before;
  const walletOf = (number: number): Address => `0x${(0xabc000 + number).toString(16).padStart(40, "0")}`;
  const attestations = Array.from({ length: 255 }, (_, i) => ({
    wallet: walletOf(i + 6),
    residentUntil,
    joins: true,
    personId: idOf(`member ${i + 6}`),
  }));
  await raiseAttestationLimit(deployment, { ...before, aWeek: 300 });
  await attestInBatches(deployment, { registrar, town, attestations });
  for (const number of [255, 256, 257]) {
    await networkHelpers.impersonateAccount(walletOf(number));
    await networkHelpers.setBalance(walletOf(number), 10n ** 18n);
    await memberRegistry.connect(await ethers.getSigner(walletOf(number))).resign();
  }
  const away = weekIndex + 2;
  await networkHelpers.time.increaseTo(weekEnd(away));
  return { ...before, away, submitting: contributions.connect(coordinator) };
}

/** Hours of three for some numbers, up to the highest. */
function sheetOf(...numbers: number[]): string {
  const sheet = new Uint8Array(Math.max(...numbers));
  for (const number of numbers) sheet[number - 1] = 12;
  return ethers.hexlify(sheet);
}

/** Pretends that a wallet holds a role which `holder` holds, though it could not be granted. */
async function pretendRole(authority: { getAddress: () => Promise<string> }, role: string, holder: string, to: string) {
  const address = await authority.getAddress();
  const slotOf = (type: string, key: string, slot: string) =>
    keccak256(AbiCoder.defaultAbiCoder().encode([type, "bytes32"], [key, slot]));
  for (let slot = 0; slot < 20; slot++) {
    const holders = slotOf("bytes32", role, toBeHex(slot, 32));
    if (BigInt(await ethers.provider.getStorage(address, slotOf("address", holder, holders))) !== 1n) continue;
    await networkHelpers.setStorageAt(address, slotOf("address", to, holders), toBeHex(1, 32));
    return;
  }
  throw new Error("Authority keeps its roles in another way than this helper knows");
}

describe("Contributions", () => {
  describe("submit and amend", () => {
    describe("given a member who left in the course of a week", () => {
      describe("when it is the hours of that week or before", () => {
        it("takes them", async () => {
          const { contributions, submitting, town, left, weekIndex, townAmbassador } =
            await networkHelpers.loadFixture(benLeft);
          await submitting.submit(town, weekIndex, sheetOf(1, 5), evidence);
          await contributions.connect(townAmbassador).reject(town, id("again"));
          await networkHelpers.time.increaseTo(weekEnd(left));

          await submitting.submit(town, left, sheetOf(1, 5), evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(left);
        });
      });

      describe("when it is the hours of the week after", () => {
        it("reverts with ContributionsAway, however few", async () => {
          const { contributions, submitting, town, away } = await networkHelpers.loadFixture(weekAway);

          for (const quarters of [sheetOf(5), sheetOf(1, 4, 5), "0x0000000001", "0x0c00000cff0000"]) {
            await expect(submitting.submit(town, away, quarters, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsAway")
              .withArgs(town, 5, away);
          }
        });

        it("takes the others' hours, with no time for the one who left or without their byte", async () => {
          const { contributions, submitting, townAmbassador, town, away } = await networkHelpers.loadFixture(weekAway);

          for (const quarters of [sheetOf(1, 3, 4), "0x0c000c0c00", "0x0c"]) {
            await submitting.submit(town, away, quarters, evidence);
            expect((await contributions.pendingOf(town)).weekIndex).to.equal(away);
            await contributions.connect(townAmbassador).reject(town, id("again"));
          }
        });

        it("takes them in another town, whose number 4 never left", async () => {
          const { contributions, memberRegistry, amina, rosa, hillside, left } =
            await networkHelpers.loadFixture(benLeft);
          await memberRegistry.connect(amina).resign();
          await networkHelpers.time.increaseTo(weekEnd(left + 1));

          await contributions.connect(rosa).submit(hillside, left + 1, sheetOf(4), evidence);

          expect((await contributions.pendingOf(hillside)).weekIndex).to.equal(left + 1);
        });
      });

      describe("when they come back in the course of a later week", () => {
        it("takes hours of that week, and still none of the week away", async () => {
          const { contributions, submitting, returns, town, away } = await networkHelpers.loadFixture(weekAway);
          await returns();
          await networkHelpers.time.increaseTo(weekEnd(away + 1));

          await expect(submitting.submit(town, away, sheetOf(5), evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsAway")
            .withArgs(town, 5, away);
          await submitting.submit(town, away + 1, sheetOf(5), evidence);

          expect((await contributions.pendingOf(town)).weekIndex).to.equal(away + 1);
        });
      });

      describe("when an amendment gives them time", () => {
        it("reverts with ContributionsAway, and takes their zero", async () => {
          const { contributions, submitting, amending, town, away } = await networkHelpers.loadFixture(weekAway);
          await submitting.submit(town, away, sheetOf(1), evidence);

          await expect(amending.amend(town, [1, 5], "0x0c0c"))
            .to.be.revertedWithCustomError(contributions, "ContributionsAway")
            .withArgs(town, 5, away);
          await amending.amend(town, [4, 5], "0x0c00");

          const { pointer } = await contributions.pendingOf(town);
          expect(await ethers.provider.getCode(pointer)).to.equal("0x000c00000c00");
        });
      });
    });

    describe("given a suspended member", () => {
      it("refuses hours of the weeks after with ContributionsAway; none of them once they are reinstated", async () => {
        const all = await networkHelpers.loadFixture(weekWorked);
        const { contributions, memberRegistry, coordinator, registrar, townAmbassador, countryAmbassador } = all;
        const { amina, town, weekIndex } = all;
        await memberRegistry.connect(registrar).proposeSuspension(amina.address, id("reason"));
        await memberRegistry.connect(townAmbassador).confirmSuspension(amina.address, id("reason"));
        await networkHelpers.time.increaseTo(weekEnd(weekIndex + 2));

        const submit = () => contributions.connect(coordinator).submit(town, weekIndex + 2, sheetOf(4), evidence);
        await expect(submit())
          .to.be.revertedWithCustomError(contributions, "ContributionsAway")
          .withArgs(town, 4, weekIndex + 2);
        await memberRegistry.connect(countryAmbassador).reinstate(amina.address);
        await submit();

        expect((await contributions.pendingOf(town)).weekIndex).to.equal(weekIndex + 2);
      });
    });

    describe("given members away on both sides of a word of 256", () => {
      for (const number of [255, 256, 257]) {
        it(`reverts with ContributionsAway for ${number}, last or not`, async () => {
          const { contributions, submitting, town, away } = await networkHelpers.loadFixture(manyMembers);

          for (const sheet of [sheetOf(number), sheetOf(1, number, 260)]) {
            await expect(submitting.submit(town, away, sheet, evidence))
              .to.be.revertedWithCustomError(contributions, "ContributionsAway")
              .withArgs(town, number, away);
          }
        });
      }

      it("takes everybody else's hours", async () => {
        const { contributions, submitting, town, away } = await networkHelpers.loadFixture(manyMembers);
        const others = Array.from({ length: 260 }, (_, i) => i + 1).filter((n) => n !== 2 && (n < 255 || n > 257));

        await submitting.submit(town, away, sheetOf(...others), evidence);

        expect((await contributions.pendingOf(town)).weekIndex).to.equal(away);
      });
    });

    describe("given a coordinator who has been away", () => {
      describe("when they have left, and write their own hours of the week before", () => {
        it("reverts with ContributionsOwnHours: the number stays theirs", async () => {
          const { contributions, memberRegistry, coordinator, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await memberRegistry.connect(coordinator).resign();

          await expect(contributions.connect(coordinator).submit(town, weekIndex, sheetOf(2), evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsOwnHours")
            .withArgs(town, 2);
        });
      });

      describe("when they moved to another town and back, and write their own hours of the week before", () => {
        it("reverts with ContributionsOwnHours: the number is theirs again", async () => {
          const all = await networkHelpers.loadFixture(weekWorked);
          const { authority, townRegistry, contributions, memberRegistry, registrar, quinn, amina } = all;
          const { town, hillside, residentUntil, weekIndex } = all;
          const attestation = { wallet: amina.address, residentUntil, joins: false, personId: idOf("amina") };
          await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
          await memberRegistry.connect(quinn).attest(hillside, [attestation]);
          await networkHelpers.time.increaseTo(weekStart(weekIndex + 9)); // eight weeks after they moved
          await memberRegistry.connect(amina).moveHouse(town, COUNTRY);
          await memberRegistry.connect(registrar).attest(town, [attestation]);
          await giveKey({ authority, townRegistry }, roleIds.coordinator(town), amina);

          await expect(contributions.connect(amina).submit(town, weekIndex + 1, sheetOf(4), evidence))
            .to.be.revertedWithCustomError(contributions, "ContributionsOwnHours")
            .withArgs(town, 4);
        });
      });

      describe("when they moved here from another town, where they had a number", () => {
        it("takes the hours of whoever has that number here", async () => {
          const all = await networkHelpers.loadFixture(weekWorked);
          const { authority, townRegistry, contributions, memberRegistry, registrar, sam } = all;
          const { town, residentUntil, weekIndex } = all;
          await memberRegistry.connect(sam).moveHouse(town, COUNTRY);
          const attestation = { wallet: sam.address, residentUntil, joins: false, personId: idOf("sam") };
          await memberRegistry.connect(registrar).attest(town, [attestation]);
          await giveKey({ authority, townRegistry }, roleIds.coordinator(town), sam);

          await contributions.connect(sam).submit(town, weekIndex, sheetOf(4), evidence);

          expect((await contributions.pendingOf(town)).by).to.equal(sam.address);
        });
      });

      describe("when their home were another town all the same", () => {
        it("does not take the number there for one here", async () => {
          const { authority, contributions, coordinator, sam, town, weekIndex } =
            await networkHelpers.loadFixture(weekWorked);
          await pretendRole(authority, roleIds.coordinator(town), coordinator.address, sam.address);

          await contributions.connect(sam).submit(town, weekIndex, sheetOf(4), evidence);

          expect((await contributions.pendingOf(town)).by).to.equal(sam.address);
        });
      });
    });
  });
});
