import { expect } from "chai";
import { type HDNodeWallet, id, Signature, type TypedDataField, ZeroAddress } from "ethers";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { impersonate, everybodyBut, idOf } from "../fixture/people.ts";
import { finaliseWeek, weekWorked } from "../fixture/weeks.ts";
import { DAY } from "../fixture/willowmere.ts";

const SHIFT = 10n ** 18n;
const NONCE = id("a nonce");

const PERMIT = ["address owner", "address spender", "uint256 value", "uint256 nonce", "uint256 deadline"];
const AUTHORIZATION = [
  "address from",
  "address to",
  "uint256 value",
  "uint256 validAfter",
  "uint256 validBefore",
  "bytes32 nonce",
];

function fields(texts: readonly string[]): TypedDataField[] {
  return texts.map((text) => ({ type: text.split(" ")[0] ?? "", name: text.split(" ")[1] ?? "" }));
}

/** Amina has earned five INFINITY. */
async function earned() {
  const before = await networkHelpers.loadFixture(weekWorked);
  const { contributions, infinityToken, town, weekIndex } = before;
  await finaliseWeek(before, weekIndex, [0, 0, 0, 60]);
  await contributions.claim(town, [4], 1);
  const domain = {
    name: "INFINITY",
    version: "1",
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await infinityToken.getAddress(),
  };
  const now = await networkHelpers.time.latest();
  const sign = async (signer: Pick<HDNodeWallet, "signTypedData">, kind: string, types: string[], value: object) =>
    Signature.from(await signer.signTypedData(domain, { [kind]: fields(types) }, value));
  return { ...before, now, sign };
}

describe("InfinityToken", () => {
  describe("metadata", () => {
    it("is INFINITY with 18 decimals", async () => {
      const { infinityToken } = await networkHelpers.loadFixture(earned);

      expect(await infinityToken.name()).to.equal("INFINITY");
      expect(await infinityToken.symbol()).to.equal("INFINITY");
      expect(await infinityToken.decimals()).to.equal(18);
    });
  });

  describe("mint", () => {
    describe("given anybody but Contributions", () => {
      it("reverts with InfinityTokenNotMinter", async () => {
        const { infinityToken, otto, petra, rosa } = await networkHelpers.loadFixture(earned);

        for (const caller of [...(await everybodyBut()), otto, petra, rosa]) {
          await expect(infinityToken.connect(caller).mint(1))
            .to.be.revertedWithCustomError(infinityToken, "InfinityTokenNotMinter")
            .withArgs(caller.address);
        }
      });
    });

    describe("given Contributions", () => {
      it("mints to Contributions itself", async () => {
        const { infinityToken, contributions } = await networkHelpers.loadFixture(earned);
        const minter = await ethers.getImpersonatedSigner(await contributions.getAddress());
        await networkHelpers.setBalance(minter.address, 10n ** 20n);

        await expect(infinityToken.connect(minter).mint(7))
          .to.emit(infinityToken, "Transfer")
          .withArgs(ZeroAddress, minter.address, 7);

        expect(await infinityToken.balanceOf(minter.address)).to.equal(7);
        expect(await infinityToken.totalSupply()).to.equal(5n * SHIFT + 7n);
      });
    });
  });

  describe("transferBatch", () => {
    describe("given a holder of five", () => {
      describe("when they send to several", () => {
        it("moves each amount from their own balance", async () => {
          const { infinityToken, amina, ben, carla } = await networkHelpers.loadFixture(earned);

          const batch = infinityToken
            .connect(amina)
            .transferBatch([ben.address, carla.address], [2n * SHIFT, 3n * SHIFT]);
          await expect(batch)
            .to.emit(infinityToken, "Transfer")
            .withArgs(amina.address, ben.address, 2n * SHIFT);
          await expect(batch)
            .to.emit(infinityToken, "Transfer")
            .withArgs(amina.address, carla.address, 3n * SHIFT);

          expect(await infinityToken.balanceOf(amina.address)).to.equal(0);
          expect(await infinityToken.balanceOf(ben.address)).to.equal(2n * SHIFT);
          expect(await infinityToken.balanceOf(carla.address)).to.equal(3n * SHIFT);
        });
      });

      describe("when amounts are zero", () => {
        it("passes them over, nobody's wallet included, and sends an amount of one", async () => {
          const { infinityToken, amina, ben, carla } = await networkHelpers.loadFixture(earned);

          const batch = infinityToken
            .connect(amina)
            .transferBatch([ZeroAddress, carla.address, ben.address], [0, 0, 1]);
          const receipt = await (await batch).wait();

          expect(receipt?.logs.length).to.equal(1);
          expect(await infinityToken.balanceOf(ben.address)).to.equal(1);
        });
      });

      describe("when it is more than they have", () => {
        it("reverts with ERC20InsufficientBalance and sends nothing", async () => {
          const { infinityToken, amina, ben, carla } = await networkHelpers.loadFixture(earned);

          await expect(
            infinityToken.connect(amina).transferBatch([ben.address, carla.address], [3n * SHIFT, 2n * SHIFT + 1n]),
          )
            .to.be.revertedWithCustomError(infinityToken, "ERC20InsufficientBalance")
            .withArgs(amina.address, 2n * SHIFT, 2n * SHIFT + 1n);
          expect(await infinityToken.balanceOf(ben.address)).to.equal(0);
        });
      });

      describe("when something is sent to nobody", () => {
        it("reverts with ERC20InvalidReceiver", async () => {
          const { infinityToken, amina } = await networkHelpers.loadFixture(earned);

          await expect(infinityToken.connect(amina).transferBatch([ZeroAddress], [1]))
            .to.be.revertedWithCustomError(infinityToken, "ERC20InvalidReceiver")
            .withArgs(ZeroAddress);
        });
      });

      describe("when an amount is missing", () => {
        it("panics", async () => {
          const { infinityToken, amina, ben } = await networkHelpers.loadFixture(earned);

          await expect(
            infinityToken.connect(amina).transferBatch([ben.address, ben.address], [1]),
          ).to.be.revertedWithPanic(0x32);
        });
      });
    });
  });

  describe("moveToSuccessor", () => {
    /** Amina, who has earned five INFINITY, has a new wallet: the stranger's. */
    async function moved() {
      const before = await networkHelpers.loadFixture(earned);
      const { memberRegistry, succession, amina, stranger } = before;
      const registry = memberRegistry.connect(await impersonate(succession));
      await registry.moveWallet(amina.address, stranger.address);
      return { ...before, registry };
    }

    describe("given a superseded wallet", () => {
      describe("when anybody sends it", () => {
        it("moves all it holds to the successor", async () => {
          const { infinityToken, amina, payer, stranger } = await networkHelpers.loadFixture(moved);

          await expect(infinityToken.connect(payer).moveToSuccessor(amina.address))
            .to.emit(infinityToken, "Transfer")
            .withArgs(amina.address, stranger.address, 5n * SHIFT);

          expect(await infinityToken.balanceOf(amina.address)).to.equal(0);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(5n * SHIFT);
          expect(await infinityToken.balanceOf(payer.address)).to.equal(0);
        });
      });

      describe("when it is sent again", () => {
        it("changes nothing, and moves what has come since", async () => {
          const { infinityToken, amina, stranger } = await networkHelpers.loadFixture(moved);
          await infinityToken.moveToSuccessor(amina.address);

          await expect(infinityToken.moveToSuccessor(amina.address)).to.not.emit(infinityToken, "Transfer");
          await infinityToken.connect(stranger).transfer(amina.address, 1);
          await infinityToken.moveToSuccessor(amina.address);

          expect(await infinityToken.balanceOf(amina.address)).to.equal(0);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(5n * SHIFT);
        });
      });

      describe("when the successor has one too", () => {
        it("moves one step at a time", async () => {
          const { infinityToken, registry, amina, ben, stranger } = await networkHelpers.loadFixture(moved);
          await registry.close(stranger.address, ben.address);

          await infinityToken.moveToSuccessor(amina.address);
          expect(await infinityToken.balanceOf(stranger.address)).to.equal(5n * SHIFT);
          await infinityToken.moveToSuccessor(stranger.address);

          expect(await infinityToken.balanceOf(stranger.address)).to.equal(0);
          expect(await infinityToken.balanceOf(ben.address)).to.equal(5n * SHIFT);
        });
      });
    });

    describe("given a wallet without successor", () => {
      it("reverts with InfinityTokenNoSuccessor, also for the successor itself and an empty wallet", async () => {
        const { infinityToken, ben, stranger, payer } = await networkHelpers.loadFixture(moved);

        for (const { address } of [ben, stranger, payer]) {
          await expect(infinityToken.moveToSuccessor(address))
            .to.be.revertedWithCustomError(infinityToken, "InfinityTokenNoSuccessor")
            .withArgs(address);
        }
      });
    });
  });

  describe("moveToSuccessor, of what Contributions keeps", () => {
    it("reverts with InfinityTokenNoSuccessor, even when the registry names a successor of Contributions", async () => {
      const { contributions, infinityToken, memberRegistry, registrar, succession, stranger, ...rest } =
        await networkHelpers.loadFixture(earned);
      const { residentUntil, town } = rest;
      const minter = await contributions.getAddress();
      await infinityToken.connect(await impersonate(contributions)).mint(7);
      await succession.connect(await impersonate(contributions)).setNominee(stranger.address);
      const statement = { wallet: minter, residentUntil, joins: false, personId: idOf("contributions") };
      await memberRegistry.connect(registrar).attest(town, [statement]);
      await memberRegistry.connect(await impersonate(succession)).moveWallet(statement.wallet, stranger.address);
      expect(await memberRegistry.successorOf(minter)).to.equal(stranger.address);

      await expect(infinityToken.connect(stranger).moveToSuccessor(minter))
        .to.be.revertedWithCustomError(infinityToken, "InfinityTokenNoSuccessor")
        .withArgs(minter);

      expect(await infinityToken.balanceOf(minter)).to.equal(7);
      expect(await infinityToken.balanceOf(stranger.address)).to.equal(0);
    });
  });

  describe("transfer and transferFrom", () => {
    it("move what is there and allowed, with no pause and no list of anybody", async () => {
      const { infinityToken, amina, ben, stranger } = await networkHelpers.loadFixture(earned);
      await infinityToken.connect(amina).approve(ben.address, SHIFT);

      await infinityToken.connect(ben).transferFrom(amina.address, stranger.address, SHIFT);
      await infinityToken.connect(stranger).transfer(ben.address, SHIFT);

      expect(await infinityToken.balanceOf(ben.address)).to.equal(SHIFT);
    });

    it("revert with ERC20InsufficientBalance and ERC20InsufficientAllowance for more", async () => {
      const { infinityToken, amina, ben } = await networkHelpers.loadFixture(earned);
      await infinityToken.connect(amina).approve(ben.address, SHIFT);

      await expect(infinityToken.connect(amina).transfer(ben.address, 5n * SHIFT + 1n))
        .to.be.revertedWithCustomError(infinityToken, "ERC20InsufficientBalance")
        .withArgs(amina.address, 5n * SHIFT, 5n * SHIFT + 1n);
      await expect(infinityToken.connect(ben).transferFrom(amina.address, ben.address, SHIFT + 1n))
        .to.be.revertedWithCustomError(infinityToken, "ERC20InsufficientAllowance")
        .withArgs(ben.address, SHIFT, SHIFT + 1n);
    });
  });

  describe("burn and burnFrom", () => {
    it("destroy the holder's own, or what a holder allowed", async () => {
      const { infinityToken, amina, ben } = await networkHelpers.loadFixture(earned);

      await expect(infinityToken.connect(amina).burn(2n * SHIFT))
        .to.emit(infinityToken, "Transfer")
        .withArgs(amina.address, ZeroAddress, 2n * SHIFT);
      await infinityToken.connect(amina).approve(ben.address, SHIFT);
      await infinityToken.connect(ben).burnFrom(amina.address, SHIFT);

      expect(await infinityToken.balanceOf(amina.address)).to.equal(2n * SHIFT);
      expect(await infinityToken.totalSupply()).to.equal(2n * SHIFT);
    });

    it("revert for what is not there or not allowed", async () => {
      const { infinityToken, amina, ben } = await networkHelpers.loadFixture(earned);

      await expect(infinityToken.connect(ben).burn(1))
        .to.be.revertedWithCustomError(infinityToken, "ERC20InsufficientBalance")
        .withArgs(ben.address, 0, 1);
      await expect(infinityToken.connect(ben).burnFrom(amina.address, 1))
        .to.be.revertedWithCustomError(infinityToken, "ERC20InsufficientAllowance")
        .withArgs(ben.address, 0, 1);
    });
  });

  describe("permit", () => {
    async function permitted() {
      const all = await networkHelpers.loadFixture(earned);
      const { amina, ben, now, sign } = all;
      const permission = { owner: amina.address, spender: ben.address, value: SHIFT, nonce: 0, deadline: now + DAY };
      return { ...all, permission, signature: await sign(amina, "Permit", PERMIT, permission) };
    }

    it("allows what the holder signed, to the second of the deadline", async () => {
      const { infinityToken, amina, ben, stranger, permission, signature } = await permitted();
      const { v, r, s } = signature;
      await networkHelpers.time.setNextBlockTimestamp(permission.deadline);

      await infinityToken.connect(stranger).permit(amina.address, ben.address, SHIFT, permission.deadline, v, r, s);

      expect(await infinityToken.allowance(amina.address, ben.address)).to.equal(SHIFT);
      expect(await infinityToken.nonces(amina.address)).to.equal(1);
    });

    it("reverts with ERC2612ExpiredSignature after the deadline", async () => {
      const { infinityToken, amina, ben, permission, signature } = await permitted();
      const { v, r, s } = signature;
      await networkHelpers.time.setNextBlockTimestamp(permission.deadline + 1);

      await expect(infinityToken.permit(amina.address, ben.address, SHIFT, permission.deadline, v, r, s))
        .to.be.revertedWithCustomError(infinityToken, "ERC2612ExpiredSignature")
        .withArgs(permission.deadline);
    });

    it("reverts with ERC2612InvalidSigner for another's signature", async () => {
      const { infinityToken, amina, ben, permission, sign } = await permitted();
      const { v, r, s } = await sign(ben, "Permit", PERMIT, permission);

      await expect(infinityToken.permit(amina.address, ben.address, SHIFT, permission.deadline, v, r, s))
        .to.be.revertedWithCustomError(infinityToken, "ERC2612InvalidSigner")
        .withArgs(ben.address, amina.address);
    });
  });

  for (const kind of ["Transfer", "Receive"] as const) {
    const method = kind === "Transfer" ? "transferWithAuthorization" : "receiveWithAuthorization";
    describe(method, () => {
      async function authorized() {
        const all = await networkHelpers.loadFixture(earned);
        const { infinityToken, amina, ben, now, sign } = all;
        const times = { validAfter: now + 100, validBefore: now + 200 };
        const message = { from: amina.address, to: ben.address, value: SHIFT, ...times, nonce: NONCE };
        const call = async (caller: typeof ben, signer = amina) => {
          const { v, r, s } = await sign(signer, `${kind}WithAuthorization`, AUTHORIZATION, message);
          const { from, to, value, validAfter, validBefore } = message;
          return infinityToken.connect(caller)[method](from, to, value, validAfter, validBefore, NONCE, v, r, s);
        };
        return { ...all, ...times, call };
      }

      for (const [name, delay] of [
        ["first", 101],
        ["last", 199],
      ] as const) {
        it(`moves what the holder signed in the ${name} second of its time, once`, async () => {
          const { infinityToken, amina, ben, now, call } = await authorized();
          await networkHelpers.time.setNextBlockTimestamp(now + delay);

          await expect(call(ben)).to.emit(infinityToken, "AuthorizationUsed").withArgs(amina.address, NONCE);

          expect(await infinityToken.balanceOf(ben.address)).to.equal(SHIFT);
          expect(await infinityToken.authorizationState(amina.address, NONCE)).to.equal(true);
        });
      }

      it("reverts with ERC3009UsedAuthorization the second time", async () => {
        const { infinityToken, amina, ben, now, call } = await authorized();
        await networkHelpers.time.increaseTo(now + 101);
        await call(ben);

        await expect(call(ben))
          .to.be.revertedWithCustomError(infinityToken, "ERC3009UsedAuthorization")
          .withArgs(amina.address, NONCE);
      });

      for (const delay of [100, 200]) {
        it(`reverts with ERC3009InvalidAuthorizationTime ${delay} seconds on`, async () => {
          const { infinityToken, ben, now, validAfter, validBefore, call } = await authorized();
          await networkHelpers.time.setNextBlockTimestamp(now + delay);

          await expect(call(ben))
            .to.be.revertedWithCustomError(infinityToken, "ERC3009InvalidAuthorizationTime")
            .withArgs(validAfter, validBefore);
        });
      }

      it("reverts with ERC3009InvalidSignature for another's signature", async () => {
        const { infinityToken, ben, now, call } = await authorized();
        await networkHelpers.time.increaseTo(now + 101);

        await expect(call(ben, ben)).to.be.revertedWithCustomError(infinityToken, "ERC3009InvalidSignature");
      });

      it(kind === "Receive" ? "reverts with ERC20InvalidReceiver for anybody else" : "is sent by anybody", async () => {
        const { infinityToken, ben, stranger, now, call } = await authorized();
        await networkHelpers.time.increaseTo(now + 101);

        if (kind === "Receive") {
          await expect(call(stranger))
            .to.be.revertedWithCustomError(infinityToken, "ERC20InvalidReceiver")
            .withArgs(ben.address);
        } else {
          await call(stranger);
          expect(await infinityToken.balanceOf(ben.address)).to.equal(SHIFT);
        }
      });
    });
  }
});
