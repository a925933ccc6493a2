import { weekIndexOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { Wallet, ZeroAddress, ZeroHash, zeroPadValue } from "ethers";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { giveKey } from "../fixture/keys.ts";
import { expectSkipped } from "../fixture/expectSkipped.ts";
import { everybodyBut, idOf, impersonate } from "../fixture/people.ts";
import { pretendMembers } from "../fixture/pretendMembers.ts";
import { twoTowns } from "../fixture/twoTowns.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../fixture/willowmere.ts";

const LONGEST = (3 * 365 + 1) * DAY;

/** Two towns on a Monday morning, when no registrar has attested anybody yet this week. */
async function monday() {
  const before = await networkHelpers.loadFixture(twoTowns);
  const weekIndex = weekIndexOf(await networkHelpers.time.latest()) + 1;
  await networkHelpers.time.increaseTo(weekStart(weekIndex));
  const statement = { wallet: before.stranger.address, residentUntil: before.residentUntil, joins: false };
  return { ...before, weekIndex, statement: { ...statement, personId: idOf("stranger") } };
}

type Statement = Awaited<ReturnType<typeof monday>>["statement"];

/** Statements about persons that nobody knows yet; the same number is the same person. */
function newcomers(like: Statement, numbers: readonly number[]): Statement[] {
  return numbers.map((number) => ({
    ...like,
    wallet: new Wallet(zeroPadValue(`0x${(number + 1).toString(16).padStart(4, "0")}`, 32)).address,
    personId: idOf(`newcomer ${number}`),
  }));
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe("MemberRegistry", () => {
  describe("attest", () => {
    describe("given a registrar of an active town", () => {
      describe("when a new resident does not join", () => {
        it("records the person, without a number", async () => {
          const { memberRegistry, registrar, stranger, statement, town } = await networkHelpers.loadFixture(monday);

          const attestation = memberRegistry.connect(registrar).attest(town, [statement]);
          await expect(attestation)
            .to.emit(memberRegistry, "ResidencyAttested")
            .withArgs(town, stranger.address, statement.personId, statement.residentUntil, registrar.address);
          await expect(attestation).to.not.emit(memberRegistry, "MemberAdmitted");

          const record = [town, COUNTRY, statement.residentUntil, 0, false, false];
          expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.walletOf(COUNTRY, statement.personId)).to.equal(stranger.address);
          expect(await memberRegistry.isResident(stranger.address, town)).to.equal(true);
          expect(await memberRegistry.memberCount(town)).to.equal(5);
        });
      });

      describe("when a new resident joins", () => {
        it("gives the next number and notes the week", async () => {
          const { memberRegistry, registrar, stranger, statement, town, weekIndex } =
            await networkHelpers.loadFixture(monday);

          await expect(memberRegistry.connect(registrar).attest(town, [{ ...statement, joins: true }]))
            .to.emit(memberRegistry, "MemberAdmitted")
            .withArgs(town, 6, stranger.address, weekIndex);

          const record = [town, COUNTRY, statement.residentUntil, 6, false, false];
          expect((await memberRegistry.personOf(stranger.address)).slice(0, 6)).to.deep.equal(record);
          expect(await memberRegistry.memberAt(town, 6)).to.deep.equal([stranger.address, weekIndex]);
          expect(await memberRegistry.memberCount(town)).to.equal(6);
        });
      });

      describe("when some of a batch join", () => {
        it("numbers them in the order of the batch, and in each town for itself", async () => {
          const { memberRegistry, registrar, quinn, statement, town, hillside } =
            await networkHelpers.loadFixture(monday);
          const batch = newcomers(statement, range(0, 4)).map((each, i) => ({ ...each, joins: i !== 1 }));

          await memberRegistry.connect(registrar).attest(town, batch);
          const [neighbour] = newcomers(statement, [9]);
          await memberRegistry.connect(quinn).attest(hillside, [{ ...neighbour!, joins: true }]);

          const people = await Promise.all(batch.map(({ wallet }) => memberRegistry.personOf(wallet)));
          expect(people.map(({ number }) => number)).to.deep.equal([6n, 0n, 7n, 8n]);
          expect((await memberRegistry.walletsAt(town, [6, 7, 8, 9])).wallets).to.deep.equal([
            batch[0]?.wallet,
            batch[2]?.wallet,
            batch[3]?.wallet,
            ZeroAddress,
          ]);
          expect(await memberRegistry.memberCount(town)).to.equal(8);
          expect((await memberRegistry.personOf(neighbour!.wallet)).number).to.equal(5);
        });
      });

      describe("when a batch is empty", () => {
        it("changes nothing", async () => {
          const { memberRegistry, registrar, town } = await networkHelpers.loadFixture(monday);

          await memberRegistry.connect(registrar).attest(town, []);

          expect(await memberRegistry.memberCount(town)).to.equal(5);
        });
      });

      describe("when a resident joins later", () => {
        it("gives the next number in the week of joining", async () => {
          const { memberRegistry, registrar, carla, residentUntil, town, weekIndex } =
            await networkHelpers.loadFixture(monday);
          const statement = { wallet: carla.address, residentUntil, joins: true, personId: idOf("carla") };

          await expect(memberRegistry.connect(registrar).attest(town, [statement]))
            .to.emit(memberRegistry, "MemberAdmitted")
            .withArgs(town, 6, carla.address, weekIndex);
        });
      });

      describe("when a member's residency is renewed", () => {
        for (const days of [1, 1_010]) {
          it(`sets the date anew, ${days} days ahead, and keeps number and week`, async () => {
            const { memberRegistry, registrar, amina, town } = await networkHelpers.loadFixture(monday);
            const before = await memberRegistry.memberAt(town, 4);
            const residentUntil = (await networkHelpers.time.latest()) + days * DAY;
            const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

            const renewal = memberRegistry.connect(registrar).attest(town, [statement]);
            await expect(renewal)
              .to.emit(memberRegistry, "ResidencyAttested")
              .withArgs(town, amina.address, statement.personId, residentUntil, registrar.address);
            await expect(renewal).to.not.emit(memberRegistry, "MemberAdmitted");

            expect((await memberRegistry.personOf(amina.address)).slice(0, 6)).to.deep.equal([
              town,
              COUNTRY,
              residentUntil,
              4,
              false,
              false,
            ]);
            expect(await memberRegistry.memberAt(town, 4)).to.deep.equal(before);
            expect(await memberRegistry.memberCount(town)).to.equal(5);
          });
        }

        it("keeps the membership when the registrar does not say that they join", async () => {
          const { memberRegistry, registrar, amina, residentUntil, town } = await networkHelpers.loadFixture(monday);
          const statement = { wallet: amina.address, residentUntil, joins: false, personId: idOf("amina") };

          await memberRegistry.connect(registrar).attest(town, [statement]);

          expect((await memberRegistry.personOf(amina.address)).number).to.equal(4);
        });

        it("gives the old number back to one whose residency had lapsed", async () => {
          const { memberRegistry, registrar, amina, residentUntil, town } = await networkHelpers.loadFixture(monday);
          await networkHelpers.time.increaseTo(residentUntil + 30 * DAY);
          expect(await memberRegistry.isResident(amina.address, town)).to.equal(false);
          expect(await memberRegistry.memberAt(town, 4)).to.deep.equal([
            amina.address,
            (await memberRegistry.memberAt(town, 4)).joinedIn,
          ]);
          const statement = { wallet: amina.address, joins: true, personId: idOf("amina") };

          await memberRegistry
            .connect(registrar)
            .attest(town, [{ ...statement, residentUntil: residentUntil + 60 * DAY }]);

          expect((await memberRegistry.personOf(amina.address)).number).to.equal(4);
          expect(await memberRegistry.isResident(amina.address, town)).to.equal(true);
        });
      });

      describe("when a person known as an outsider moves in, as they announced", () => {
        it("makes them a resident of the town and its country", async () => {
          const { memberRegistry, registrar, emil, residentUntil, town, weekIndex } =
            await networkHelpers.loadFixture(monday);
          const statement = { wallet: emil.address, residentUntil, joins: true, personId: idOf("emil") };
          expect(await memberRegistry.tierOf(emil.address, town)).to.equal(3);
          await memberRegistry.connect(emil).moveHouse(town, COUNTRY);

          await expect(memberRegistry.connect(registrar).attest(town, [statement]))
            .to.emit(memberRegistry, "HouseMoved")
            .withArgs(emil.address, 0, town, weekIndex);

          expect((await memberRegistry.personOf(emil.address)).slice(0, 6)).to.deep.equal([
            town,
            COUNTRY,
            residentUntil,
            6,
            false,
            false,
          ]);
          expect(await memberRegistry.tierOf(emil.address, town)).to.equal(1);
          expect(await memberRegistry.walletOf(COUNTRY, idOf("emil"))).to.equal(emil.address);
        });
      });

      describe("when a person known as an outsider has not announced to move here", () => {
        it("skips it with MemberRegistryLivesElsewhere", async () => {
          const { memberRegistry, registrar, dina, emil, residentUntil, town, hillside } =
            await networkHelpers.loadFixture(monday);
          await memberRegistry.connect(emil).moveHouse(hillside, ELSEWHERE);

          for (const [name, { address }] of Object.entries({ dina, emil })) {
            const statement = { wallet: address, residentUntil, joins: true, personId: idOf(name) };
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(registrar).attest(town, [statement]),
              "MemberRegistryLivesElsewhere",
              address,
              0,
            );
          }
          expect((await memberRegistry.personOf(emil.address)).slice(0, 6)).to.deep.equal([
            0,
            ELSEWHERE,
            0,
            0,
            false,
            false,
          ]);
        });
      });
    });

    describe("given the bounds of a residency", () => {
      for (const [name, ahead] of [
        ["one second", 1],
        ["three years and a leap day", LONGEST],
      ] as const) {
        describe(`when it ends ${name} ahead`, () => {
          it("is attested", async () => {
            const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(monday);
            const now = (await networkHelpers.time.latest()) + 10;
            await networkHelpers.time.setNextBlockTimestamp(now);

            await memberRegistry.connect(registrar).attest(town, [{ ...statement, residentUntil: now + ahead }]);

            expect((await memberRegistry.personOf(statement.wallet)).residentUntil).to.equal(now + ahead);
          });
        });
      }

      for (const [name, ahead] of [
        ["now", 0],
        ["a second ago", -1],
        ["a second after three years and a leap day", LONGEST + 1],
      ] as const) {
        describe(`when it ends ${name}`, () => {
          it("skips it with MemberRegistryBadResidency", async () => {
            const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(monday);
            const now = (await networkHelpers.time.latest()) + 10;
            await networkHelpers.time.setNextBlockTimestamp(now);

            const bad = { ...statement, residentUntil: now + ahead };
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(registrar).attest(town, [bad]),
              "MemberRegistryBadResidency",
              now + ahead,
              now,
              now + LONGEST,
            );
          });
        });
      }
    });

    describe("given one person, one record, one wallet", () => {
      describe("when wallet or person id is missing", () => {
        it("skips it with MemberRegistryMissing", async () => {
          const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(monday);

          for (const missing of [{ wallet: ZeroAddress }, { personId: ZeroHash }]) {
            const bad = { ...statement, ...missing };
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(registrar).attest(town, [bad]),
              "MemberRegistryMissing",
              bad.wallet,
              bad.personId,
            );
          }
        });
      });

      describe("when the person is known with another wallet", () => {
        it("skips it with MemberRegistryPersonKnown", async () => {
          const { memberRegistry, registrar, amina, emil, statement, town } = await networkHelpers.loadFixture(monday);

          for (const [name, { address }] of Object.entries({ amina, emil })) {
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(registrar).attest(town, [{ ...statement, personId: idOf(name) }]),
              "MemberRegistryPersonKnown",
              idOf(name),
              address,
            );
          }
        });

        it("records them in another country, whose ids are its own", async () => {
          const { memberRegistry, quinn, amina, statement, hillside } = await networkHelpers.loadFixture(monday);

          await memberRegistry.connect(quinn).attest(hillside, [{ ...statement, personId: idOf("amina") }]);

          expect(await memberRegistry.walletOf(ELSEWHERE, idOf("amina"))).to.equal(statement.wallet);
          expect(await memberRegistry.walletOf(COUNTRY, idOf("amina"))).to.equal(amina.address);
        });

        it("also when the other wallet is in the same batch", async () => {
          const { memberRegistry, registrar, statement, payer, town } = await networkHelpers.loadFixture(monday);

          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(registrar).attest(town, [statement, { ...statement, wallet: payer.address }]),
            "MemberRegistryPersonKnown",
            statement.personId,
            statement.wallet,
          );
        });
      });

      describe("when the wallet is another person's", () => {
        it("skips it with MemberRegistryWalletTaken", async () => {
          const { memberRegistry, registrar, amina, dina, statement, town } = await networkHelpers.loadFixture(monday);

          for (const { address } of [amina, dina]) {
            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(registrar).attest(town, [{ ...statement, wallet: address }]),
              "MemberRegistryWalletTaken",
              address,
            );
          }
          expect(await memberRegistry.walletOf(COUNTRY, statement.personId)).to.equal(ZeroAddress);
        });
      });

      describe("when the person lives in another town", () => {
        it("skips it with MemberRegistryLivesElsewhere, also after that residency lapsed", async () => {
          const { memberRegistry, quinn, carla, residentUntil, town, hillside } =
            await networkHelpers.loadFixture(monday);
          const statement = { wallet: carla.address, residentUntil, joins: false, personId: idOf("carla") };
          const attest = (until: number) =>
            memberRegistry.connect(quinn).attest(hillside, [{ ...statement, residentUntil: until }]);

          await expectSkipped(
            memberRegistry,
            attest(residentUntil),
            "MemberRegistryLivesElsewhere",
            carla.address,
            town,
          );

          await networkHelpers.time.increaseTo(residentUntil + DAY);
          await expectSkipped(
            memberRegistry,
            attest(residentUntil + 2 * DAY),
            "MemberRegistryLivesElsewhere",
            carla.address,
            town,
          );
        });
      });

      describe("when the last of a batch is refused", () => {
        it("records the others", async () => {
          const { memberRegistry, registrar, amina, statement, town } = await networkHelpers.loadFixture(monday);
          const good = newcomers(statement, range(0, 2)).map((each) => ({ ...each, joins: true }));
          const bad = { ...statement, personId: idOf("amina") };

          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(registrar).attest(town, [...good, bad]),
            "MemberRegistryPersonKnown",
            idOf("amina"),
            amina.address,
          );

          expect(await memberRegistry.memberCount(town)).to.equal(7);
          for (const { wallet, personId } of good) {
            expect(await memberRegistry.isMember(wallet, town)).to.equal(true);
            expect(await memberRegistry.walletOf(COUNTRY, personId)).to.equal(wallet);
          }
          expect((await memberRegistry.personOf(bad.wallet)).country).to.equal(0);
        });
      });
    });

    describe("given a wallet that is a contract", () => {
      async function contractWallet() {
        const before = await networkHelpers.loadFixture(monday);
        const contract = await ethers.deployContract("ContractWallet", [before.ben.address]);
        const asContract = before.succession.connect(await impersonate(contract));
        return { ...before, asContract, mine: { ...before.statement, wallet: await contract.getAddress() } };
      }

      describe("when it has never named a nominee", () => {
        it("skips it with MemberRegistryContractWallet", async () => {
          const { memberRegistry, registrar, asContract, mine, town } =
            await networkHelpers.loadFixture(contractWallet);
          await asContract.setNominee(ZeroAddress);

          const attestation = memberRegistry.connect(registrar).attest(town, [mine]);
          await expectSkipped(memberRegistry, attestation, "MemberRegistryContractWallet", mine.wallet);
        });
      });

      describe("when it named one before it was attested", () => {
        it("records it, also when it has named nobody again", async () => {
          const { memberRegistry, registrar, asContract, ben, mine, town } =
            await networkHelpers.loadFixture(contractWallet);
          await asContract.setNominee(ben.address);
          await asContract.setNominee(ZeroAddress);

          await memberRegistry.connect(registrar).attest(town, [mine]);

          expect(await memberRegistry.isResident(mine.wallet, town)).to.equal(true);
        });
      });

      describe("when it only delegates by EIP-7702", () => {
        it("records it: it has its person's key", async () => {
          const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(contractWallet);
          await networkHelpers.setCode(statement.wallet, `0xef0100${"ab".repeat(20)}`);

          await memberRegistry.connect(registrar).attest(town, [statement]);

          expect(await memberRegistry.isResident(statement.wallet, town)).to.equal(true);
        });
      });
    });

    describe("given a limit of ten new attestations a week", () => {
      async function limited() {
        const before = await networkHelpers.loadFixture(monday);
        const { townRegistry, memberRegistry, townAmbassador, registrar, statement, town } = before;
        await townRegistry.connect(townAmbassador).lowerAttestationLimit(roleIds.townAmbassador(town), 10);
        const attest = (from: number, to: number) =>
          memberRegistry.connect(registrar).attest(town, newcomers(statement, range(from, to)));
        return { ...before, attest };
      }

      describe("when one batch has ten", () => {
        it("records them", async () => {
          const { memberRegistry, attest, statement } = await networkHelpers.loadFixture(limited);

          await attest(0, 10);

          const [last] = newcomers(statement, [9]);
          expect(await memberRegistry.walletOf(COUNTRY, last!.personId)).to.equal(last!.wallet);
        });
      });

      describe("when one batch has eleven", () => {
        it("skips it with MemberRegistryOverLimit", async () => {
          const { memberRegistry, attest } = await networkHelpers.loadFixture(limited);

          await expectSkipped(memberRegistry, attest(0, 11), "MemberRegistryOverLimit", 11, 10);
        });
      });

      describe("when several batches have more together", () => {
        it("skips it with MemberRegistryOverLimit at the eleventh person", async () => {
          const { memberRegistry, attest } = await networkHelpers.loadFixture(limited);
          await attest(0, 3);
          await attest(3, 7);

          await expectSkipped(memberRegistry, attest(7, 11), "MemberRegistryOverLimit", 11, 10);
          await attest(7, 10);
          await expectSkipped(memberRegistry, attest(10, 11), "MemberRegistryOverLimit", 11, 10);
        });
      });

      describe("when residents known already are among them", () => {
        it("counts only the new", async () => {
          const { memberRegistry, registrar, attest, statement, town, residentUntil } =
            await networkHelpers.loadFixture(limited);
          const [first] = newcomers(statement, [0]);
          await attest(0, 10);
          await attest(0, 10);

          await memberRegistry.connect(registrar).attest(town, [{ ...first!, residentUntil: residentUntil + 1 }]);

          expect((await memberRegistry.personOf(first!.wallet)).residentUntil).to.equal(residentUntil + 1);
        });
      });

      describe("when a residency is to end earlier, or somebody known joins", () => {
        it("does not count it", async () => {
          const { memberRegistry, registrar, attest, amina, carla, statement, town, residentUntil } =
            await networkHelpers.loadFixture(limited);
          await attest(0, 10);
          const renewal = { ...statement, residentUntil: residentUntil - 1 };

          await memberRegistry.connect(registrar).attest(town, [
            { ...renewal, wallet: amina.address, personId: idOf("amina") },
            { ...renewal, wallet: carla.address, personId: idOf("carla"), joins: true },
          ]);

          expect((await memberRegistry.personOf(amina.address)).residentUntil).to.equal(residentUntil - 1);
          expect(await memberRegistry.isMember(carla.address, town)).to.equal(true);
          expect(await memberRegistry.attestedThisWeek(town)).to.equal(10);
        });
      });

      describe("when it was lowered to less than has been attested", () => {
        it("takes nobody new, and still lengthens a residency", async () => {
          const { townRegistry, memberRegistry, countryAmbassador, townAmbassador, registrar, attest, amina, ...rest } =
            await networkHelpers.loadFixture(limited);
          const { statement, town, residentUntil } = rest;
          const office = roleIds.townAmbassador(town);
          await townRegistry.connect(townAmbassador).proposeAttestationLimit(office, 11);
          await townRegistry.connect(countryAmbassador).confirmAttestationLimit(office, 11);
          await attest(0, 11);
          await townRegistry.connect(townAmbassador).lowerAttestationLimit(roleIds.townAmbassador(town), 10);

          await expectSkipped(memberRegistry, attest(11, 12), "MemberRegistryOverLimit", 12, 10);
          const longer = {
            ...statement,
            wallet: amina.address,
            residentUntil: residentUntil + 1,
            personId: idOf("amina"),
          };
          await memberRegistry.connect(registrar).attest(town, [longer]);

          expect((await memberRegistry.personOf(amina.address)).residentUntil).to.equal(residentUntil + 1);
        });
      });

      describe("when somebody stands twice in a batch", () => {
        it("counts them once", async () => {
          const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(limited);
          const batch = newcomers(statement, [...range(0, 10), 0, 9]).map((each) => ({ ...each, joins: true }));

          await memberRegistry.connect(registrar).attest(town, batch);

          expect(await memberRegistry.memberCount(town)).to.equal(15);
        });
      });

      describe("when an outsider moves in as the eleventh", () => {
        it("counts them as new", async () => {
          const { memberRegistry, registrar, attest, dina, statement, town } =
            await networkHelpers.loadFixture(limited);
          await attest(0, 10);
          await memberRegistry.connect(dina).moveHouse(town, COUNTRY);
          const moving = { ...statement, wallet: dina.address, personId: idOf("dina") };

          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(registrar).attest(town, [moving]),
            "MemberRegistryOverLimit",
            11,
            10,
          );
        });
      });

      describe("when another registrar attests the eleventh", () => {
        it("skips it with MemberRegistryOverLimit: the limit is the town's", async () => {
          const { townRegistry, authority, memberRegistry, attest, carla, statement, town } =
            await networkHelpers.loadFixture(limited);
          await giveKey({ authority, townRegistry }, roleIds.registrar(town), carla);
          await attest(0, 10);

          const eleventh = memberRegistry.connect(carla).attest(town, newcomers(statement, [10]));
          await expectSkipped(memberRegistry, eleventh, "MemberRegistryOverLimit", 11, 10);
        });
      });

      describe("when another town's registrar attests more", () => {
        it("holds them to that town's limit", async () => {
          const { memberRegistry, quinn, attest, statement, hillside } = await networkHelpers.loadFixture(limited);
          await attest(0, 10);

          await memberRegistry.connect(quinn).attest(hillside, newcomers(statement, range(10, 21)));

          const [last] = newcomers(statement, [20]);
          expect(await memberRegistry.isResident(last!.wallet, hillside)).to.equal(true);
        });
      });

      describe("when the week is over", () => {
        it("begins anew at midnight, not a second before", async () => {
          const { memberRegistry, attest, weekIndex } = await networkHelpers.loadFixture(limited);
          await attest(0, 10);
          const midnight = weekStart(weekIndex + 1);

          await networkHelpers.time.setNextBlockTimestamp(midnight - 1);
          await expectSkipped(memberRegistry, attest(10, 11), "MemberRegistryOverLimit", 11, 10);

          await networkHelpers.time.setNextBlockTimestamp(midnight);
          await attest(10, 20);
          await expectSkipped(memberRegistry, attest(20, 21), "MemberRegistryOverLimit", 11, 10);
        });
      });
    });

    describe("given a town with 23,999 members", () => {
      async function nearlyFull() {
        const before = await networkHelpers.loadFixture(monday);
        await pretendMembers(before.memberRegistry, before.town, 23_999);
        return before;
      }

      describe("when one more joins", () => {
        it("gives number 24,000", async () => {
          const { memberRegistry, registrar, statement, town, weekIndex } =
            await networkHelpers.loadFixture(nearlyFull);

          await expect(memberRegistry.connect(registrar).attest(town, [{ ...statement, joins: true }]))
            .to.emit(memberRegistry, "MemberAdmitted")
            .withArgs(town, 24_000, statement.wallet, weekIndex);

          expect(await memberRegistry.memberCount(town)).to.equal(24_000);
          expect((await memberRegistry.personOf(statement.wallet)).number).to.equal(24_000);
        });
      });

      describe("when two more join", () => {
        it("skips it with MemberRegistryTownFull", async () => {
          const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(nearlyFull);
          const two = newcomers(statement, range(0, 2)).map((each) => ({ ...each, joins: true }));

          await expectSkipped(
            memberRegistry,
            memberRegistry.connect(registrar).attest(town, two),
            "MemberRegistryTownFull",
            town,
            24_000,
          );
        });
      });

      describe("when residents are attested who do not join", () => {
        it("records them", async () => {
          const { memberRegistry, registrar, statement, town } = await networkHelpers.loadFixture(nearlyFull);
          const two = newcomers(statement, range(0, 2));

          await memberRegistry.connect(registrar).attest(town, two);

          expect(await memberRegistry.memberCount(town)).to.equal(23_999);
          expect(await memberRegistry.isResident(two[1]!.wallet, town)).to.equal(true);
        });
      });
    });

    describe("given anybody else", () => {
      describe("when they attest", () => {
        it("reverts with MemberRegistryNotRegistrar", async () => {
          const { memberRegistry, otto, petra, quinn, rosa, statement, town } =
            await networkHelpers.loadFixture(monday);

          for (const caller of [...(await everybodyBut("registrar")), otto, petra, quinn, rosa]) {
            await expect(memberRegistry.connect(caller).attest(town, [statement]))
              .to.be.revertedWithCustomError(memberRegistry, "MemberRegistryNotRegistrar")
              .withArgs(town, caller.address);
          }
        });
      });
    });

    describe("given a dormant town", () => {
      for (const removal of ["removeTownAmbassador", "removeCountryAmbassador"] as const) {
        describe(`when it is by ${removal}`, () => {
          it("skips it with TownRegistryDormant", async () => {
            const { townRegistry, memberRegistry, headOffice, registrar, statement, town } =
              await networkHelpers.loadFixture(monday);
            await townRegistry.connect(headOffice)[removal](removal === "removeTownAmbassador" ? town : COUNTRY);

            await expectSkipped(
              memberRegistry,
              memberRegistry.connect(registrar).attest(town, [statement]),
              "TownRegistryDormant",
              town,
            );
          });
        });
      }

      describe("when persons of the town are attested again, or join", () => {
        it("records them", async () => {
          const { townRegistry, memberRegistry, headOffice, registrar, carla, statement, residentUntil, town } =
            await networkHelpers.loadFixture(monday);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          const carlas = { ...statement, wallet: carla.address, personId: idOf("carla"), joins: true };

          await memberRegistry.connect(registrar).attest(town, [{ ...carlas, residentUntil: residentUntil + DAY }]);

          expect(await memberRegistry.isMember(carla.address, town)).to.equal(true);
          expect((await memberRegistry.personOf(carla.address)).residentUntil).to.equal(residentUntil + DAY);
        });
      });

      describe("when only the other town is dormant", () => {
        it("records the resident", async () => {
          const { townRegistry, memberRegistry, headOffice, registrar, statement, town } =
            await networkHelpers.loadFixture(monday);
          await townRegistry.connect(headOffice).removeCountryAmbassador(ELSEWHERE);

          await memberRegistry.connect(registrar).attest(town, [statement]);

          expect(await memberRegistry.isResident(statement.wallet, town)).to.equal(true);
        });
      });
    });
  });

  describe("LONGEST_RESIDENCY", () => {
    it("is three years and a leap day", async () => {
      const { memberRegistry } = await networkHelpers.loadFixture(willowmere);

      expect(await memberRegistry.LONGEST_RESIDENCY()).to.equal(LONGEST);
    });
  });
});
