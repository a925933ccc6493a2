import { expect } from "chai";
import { closeRecord } from "../fixture/asSuccession.ts";
import { bakeryFailed } from "../fixture/bakeryFailed.ts";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled, bakerySettledInCountry, bakerySettledInWorld } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";

type Bakery = Awaited<ReturnType<typeof bakerySettled>>;

const NOBODY = { address: ethers.ZeroAddress };

/** Every code, what it means, and the error that a transfer meets. */
const CODES = [
  ["These shares can be sent.", []],
  ["The address zero is nobody's wallet.", ["ERC20InvalidSender", "ERC20InvalidReceiver"]],
  ["These shares are locked until their sale has succeeded and is settled.", ["InvestorTokenLocked"]],
  ["Nobody has attested the receiver.", ["InvestorTokenMayNotHold"]],
  ["The receiver is suspended.", ["InvestorTokenMayNotHold"]],
  ["The receiver lives further away than holders of these shares may.", ["InvestorTokenMayNotHold"]],
  ["The holder objects or votes with these shares, and has to take that back first.", ["InvestorTokenPledged"]],
  ["The holder has fewer shares than that.", ["ERC20InsufficientBalance"]],
] as const;

/** What the token says of a transfer, after making sure that the transfer itself agrees. */
async function codeOf({ token }: Pick<Bakery, "token">, from: Person, to: Person, value: bigint): Promise<number> {
  const code = Number(await token.detectTransferRestriction(from.address, to.address, value));
  const [words, errors] = CODES[code]!;
  expect(await token.messageForTransferRestriction(code)).to.equal(words);
  expect([...(await token.canTransfer(from.address, to.address, value))]).to.deep.equal([code === 0, words]);
  if (from.address === ethers.ZeroAddress) return code;

  await networkHelpers.impersonateAccount(from.address);
  const sending = token.connect(await ethers.getSigner(from.address)).transfer.staticCall(to.address, value);
  const name = await sending.then(
    () => undefined,
    (error: { revert?: { name: string }; data?: string }) => token.interface.parseError(error.data ?? "0x")?.name,
  );
  if (code === 0) expect(name).to.equal(undefined);
  else expect(errors).to.include(name);
  return code;
}

type Person = { address: string };

/** The settled bakery: amina has objected to the first tranche, so her shares are pledged; ben holds 50. */
async function pledged() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { releases, manager, amina, offering } = before;
  await releases.connect(manager).request(offering, { hash: ethers.id("invoices of the oven"), uri: "" });
  await releases.connect(amina).object(offering);
  return before;
}

describe("InvestorToken", () => {
  describe("detectTransferRestriction, messageForTransferRestriction, canTransfer", () => {
    describe("given unlocked shares that residents may hold", () => {
      it("says of every transfer what the transfer itself does", async () => {
        const before = await networkHelpers.loadFixture(pledged);
        const { amina, ben, manager, dina, emil, stranger, token } = before;
        const self = { address: await token.getAddress() };
        const cases: [Person, Person, bigint, number][] = [
          [ben, manager, 0n, 0],
          [ben, manager, 50n, 0],
          [ben, ben, 50n, 0],
          [ben, amina, 1n, 0],
          [stranger, manager, 0n, 0],
          [NOBODY, manager, 0n, 1],
          [ben, NOBODY, 1n, 1],
          [NOBODY, NOBODY, 0n, 1],
          [ben, stranger, 1n, 3],
          [ben, self, 1n, 3],
          [amina, stranger, 100n, 3],
          [ben, dina, 1n, 5],
          [ben, emil, 51n, 5],
          [amina, dina, 1n, 5],
          [amina, manager, 0n, 6],
          [amina, manager, 61n, 6],
          [amina, amina, 1n, 6],
          [ben, manager, 51n, 7],
          [ben, manager, 2n ** 32n, 7],
          [ben, manager, 2n ** 256n - 1n, 7],
          [stranger, manager, 1n, 7],
        ];

        for (const [from, to, value, code] of cases) {
          expect(await codeOf(before, from, to, value), `${from.address} ${to.address} ${value}`).to.equal(code);
        }
      });

      it("says that a receiver is suspended, who may still send", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        const { memberRegistry, registrar, townAmbassador, amina, ben } = before;
        const reason = ethers.id("a decision");
        await memberRegistry.connect(registrar).proposeSuspension(ben.address, reason);
        await memberRegistry.connect(townAmbassador).confirmSuspension(ben.address, reason);

        expect(await codeOf(before, amina, ben, 1n)).to.equal(4);
        expect(await codeOf(before, ben, ben, 1n)).to.equal(4);
        expect(await codeOf(before, ben, amina, 50n)).to.equal(0);
      });

      it("says of a wallet with a successor that nobody has attested it", async () => {
        const before = await networkHelpers.loadFixture(bakerySettled);
        await closeRecord(before, "carla", before.stranger);

        expect(await codeOf(before, before.ben, before.carla, 1n)).to.equal(3);
      });
    });

    for (const [scope, fixture, tooFar] of [
      ["country", bakerySettledInCountry, ["emil"]],
      ["world", bakerySettledInWorld, []],
    ] as const) {
      describe(`given shares that the ${scope} may hold`, () => {
        it("restricts only who lives further away", async () => {
          const before = await networkHelpers.loadFixture(fixture);

          for (const name of ["ben", "dina", "emil"] as const) {
            const isTooFar = (tooFar as readonly string[]).includes(name);
            expect(await codeOf(before, before.amina, before[name], 60n)).to.equal(isTooFar ? 5 : 0);
          }
          expect(await codeOf(before, before.amina, before.stranger, 1n)).to.equal(3);
        });
      });
    }

    describe("given locked shares", () => {
      it("says so, whoever sends how many to whom", async () => {
        for (const fixture of [bakeryOnSale, bakeryFailed]) {
          const before = await networkHelpers.loadFixture(fixture);
          const { amina, ben, stranger } = before;

          for (const to of [amina, ben, stranger]) {
            for (const value of [0n, 1n, 1_000n]) expect(await codeOf(before, amina, to, value)).to.equal(2);
          }
          expect(await codeOf(before, amina, NOBODY, 1n)).to.equal(1);
        }
      });
    });

    describe("given every code", () => {
      it("says what it means", async () => {
        const { token } = await networkHelpers.loadFixture(bakerySettled);

        for (const [code, [words]] of CODES.entries()) {
          expect(await token.messageForTransferRestriction(code)).to.equal(words);
        }
      });
    });

    describe("given a code that does not exist", () => {
      it("says so", async () => {
        const { token } = await networkHelpers.loadFixture(bakerySettled);

        for (const code of [8, 9, 255]) {
          expect(await token.messageForTransferRestriction(code)).to.equal("There is no such code.");
        }
      });
    });
  });
});
