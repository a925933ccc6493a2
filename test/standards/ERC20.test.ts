import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { subjects } from "./subjects.ts";

// What OpenZeppelin's own suite and the properties of Crytic ask of any ERC-20, on ours.
for (const [name, { open }] of Object.entries(subjects)) {
  describe(`${name} as an ERC-20`, () => {
    describe("balanceOf", () => {
      it("is what a holder has, zero for who has none, and zero for nobody", async () => {
        const { token, holder, receiver, balance } = await open();

        expect(balance).to.be.greaterThan(2);
        expect(await token.balanceOf(holder.address)).to.equal(balance);
        expect(await token.balanceOf(receiver.address)).to.equal(0);
        expect(await token.balanceOf(ZeroAddress)).to.equal(0);
      });

      it("is never more than the supply", async () => {
        const { token, balance } = await open();

        expect(await token.totalSupply()).to.be.greaterThanOrEqual(balance);
      });
    });

    for (const by of ["transfer", "transferFrom"] as const) {
      describe(by, () => {
        /** Sends from the holder: by their own hand, or by that of one who may spend all they have and more. */
        async function opened() {
          const subject = await open();
          const { token, holder, spender } = subject;
          await token.connect(holder).approve(spender.address, 2n ** 200n);
          const send = (to: string, value: bigint) =>
            by === "transfer"
              ? token.connect(holder).transfer(to, value)
              : token.connect(spender).transferFrom(holder.address, to, value);
          return { ...subject, send };
        }

        for (const [what, valueOf] of [
          ["all", (balance: bigint) => balance],
          ["some", (balance: bigint) => balance - 1n],
          ["nothing", () => 0n],
        ] as const) {
          it(`moves ${what} of a balance, says so in one Transfer, and answers true`, async () => {
            const { token, holder, receiver, spender, balance, send } = await opened();
            const [value, supply] = [valueOf(balance), await token.totalSupply()];
            const answer =
              by === "transfer"
                ? token.connect(holder).transfer.staticCall(receiver.address, value)
                : token.connect(spender).transferFrom.staticCall(holder.address, receiver.address, value);
            expect(await answer).to.equal(true);

            const sent = await send(receiver.address, value);

            await expect(sent).to.emit(token, "Transfer").withArgs(holder.address, receiver.address, value);
            const { topicHash } = token.interface.getEvent("Transfer");
            expect((await sent.wait())?.logs.filter(({ topics }) => topics[0] === topicHash)).to.have.length(1);
            expect(await token.balanceOf(holder.address)).to.equal(balance - value);
            expect(await token.balanceOf(receiver.address)).to.equal(value);
            expect(await token.totalSupply()).to.equal(supply);
          });

          it(`changes nothing when somebody sends ${what} of it to themselves`, async () => {
            const { token, holder, balance, send } = await opened();
            const value = valueOf(balance);

            await expect(send(holder.address, value))
              .to.emit(token, "Transfer")
              .withArgs(holder.address, holder.address, value);

            expect(await token.balanceOf(holder.address)).to.equal(balance);
          });
        }

        for (const [what, valueOf] of [
          ["one more than the balance", (balance: bigint) => balance + 1n],
          ["more than 32 bits, which must not be cut", (balance: bigint) => balance + 2n ** 32n],
          ["more than 128 bits, which must not be cut", (balance: bigint) => balance + 2n ** 128n],
        ] as const) {
          it(`reverts with ERC20InsufficientBalance for ${what}, also to oneself`, async () => {
            const { token, holder, receiver, balance, send } = await opened();
            const value = valueOf(balance);

            for (const to of [receiver.address, holder.address]) {
              await expect(send(to, value))
                .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
                .withArgs(holder.address, balance, value);
            }
          });
        }

        it("reverts with ERC20InvalidReceiver to nobody, whatever the amount", async () => {
          const { token, balance, send } = await opened();

          for (const value of [0n, 1n, balance]) {
            await expect(send(ZeroAddress, value))
              .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
              .withArgs(ZeroAddress);
          }
        });
      });
    }

    describe("transferFrom", () => {
      it("uses the allowance up by exactly what moved, and says nothing of it", async () => {
        const { token, holder, spender, receiver, balance } = await open();
        await token.connect(holder).approve(spender.address, balance);

        await token.connect(spender).transferFrom(holder.address, receiver.address, balance - 1n);
        expect(await token.allowance(holder.address, spender.address)).to.equal(1);
        await token.connect(spender).transferFrom(holder.address, receiver.address, 1);

        expect(await token.allowance(holder.address, spender.address)).to.equal(0);
        expect(await token.balanceOf(receiver.address)).to.equal(balance);
      });

      it("leaves an unlimited allowance as it is", async () => {
        const { token, holder, spender, receiver } = await open();
        await token.connect(holder).approve(spender.address, MaxUint256);

        await expect(token.connect(spender).transferFrom(holder.address, receiver.address, 1)).to.not.emit(
          token,
          "Approval",
        );

        expect(await token.allowance(holder.address, spender.address)).to.equal(MaxUint256);
      });

      it("reverts with ERC20InsufficientAllowance for one more than is allowed, though it is there", async () => {
        const { token, holder, spender, receiver, balance } = await open();
        await token.connect(holder).approve(spender.address, balance - 1n);

        await expect(token.connect(spender).transferFrom(holder.address, receiver.address, balance))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
          .withArgs(spender.address, balance - 1n, balance);
      });

      it("reverts with ERC20InsufficientAllowance before it looks at the balance", async () => {
        const { token, holder, spender, receiver, balance } = await open();
        await token.connect(holder).approve(spender.address, balance + 1n);

        await expect(token.connect(spender).transferFrom(holder.address, receiver.address, balance + 2n))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
          .withArgs(spender.address, balance + 1n, balance + 2n);
      });

      it("needs an allowance of one's own, also to spend what is one's own", async () => {
        const { token, holder, receiver } = await open();

        await expect(token.connect(holder).transferFrom(holder.address, receiver.address, 1))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
          .withArgs(holder.address, 0, 1);
      });

      it("takes nothing from nobody, not even nothing", async () => {
        const { token, spender, receiver } = await open();

        await expect(token.connect(spender).transferFrom(ZeroAddress, receiver.address, 0))
          .to.be.revertedWithCustomError(token, "ERC20InvalidApprover")
          .withArgs(ZeroAddress);
      });

      it("cannot be used by who receives, for more than was allowed to them", async () => {
        const { token, holder, spender, receiver, balance } = await open();
        await token.connect(holder).approve(spender.address, balance);
        await token.connect(spender).transferFrom(holder.address, receiver.address, 1);

        await expect(token.connect(receiver).transferFrom(holder.address, receiver.address, 1))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
          .withArgs(receiver.address, 0, 1);
      });
    });

    describe("approve", () => {
      for (const [what, valueOf] of [
        ["all that is there", (balance: bigint) => balance],
        ["more than is there", (balance: bigint) => balance + 1n],
        ["nothing", () => 0n],
        ["without limit", () => MaxUint256],
      ] as const) {
        it(`allows ${what}, says so, and answers true`, async () => {
          const { token, holder, spender, balance } = await open();
          const value = valueOf(balance);
          expect(await token.connect(holder).approve.staticCall(spender.address, value)).to.equal(true);

          await expect(token.connect(holder).approve(spender.address, value))
            .to.emit(token, "Approval")
            .withArgs(holder.address, spender.address, value);

          expect(await token.allowance(holder.address, spender.address)).to.equal(value);
        });

        it(`replaces what was allowed before with ${what}, and adds nothing to it`, async () => {
          const { token, holder, spender, balance } = await open();
          await token.connect(holder).approve(spender.address, 1);

          await token.connect(holder).approve(spender.address, valueOf(balance));

          expect(await token.allowance(holder.address, spender.address)).to.equal(valueOf(balance));
        });
      }

      it("allows one person nothing of another's, and another nothing of one's own", async () => {
        const { token, holder, spender, receiver } = await open();
        await token.connect(holder).approve(spender.address, 1);

        expect(await token.allowance(spender.address, holder.address)).to.equal(0);
        expect(await token.allowance(holder.address, receiver.address)).to.equal(0);
        expect(await token.allowance(receiver.address, spender.address)).to.equal(0);
      });

      it("reverts with ERC20InvalidSpender for nobody", async () => {
        const { token, holder, balance } = await open();

        await expect(token.connect(holder).approve(ZeroAddress, balance))
          .to.be.revertedWithCustomError(token, "ERC20InvalidSpender")
          .withArgs(ZeroAddress);
      });
    });

    describe("any history of transfers and allowances", () => {
      /** The same numbers at every run, between zero and `below`. */
      function numbersFrom(seed: number): (below: bigint) => bigint {
        let state = seed;
        return (below) => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return (BigInt(state) * below) >> 32n;
        };
      }

      it("moves what it says, makes and destroys nothing", async () => {
        const { token, holder, spender, receiver, balance } = await open();
        const people = [holder, spender, receiver];
        const at = (i: bigint) => people[Number(i)] ?? holder;
        const next = numbersFrom(20_260_105);
        const supply = await token.totalSupply();
        const balances = new Map<string, bigint>();
        const allowances = new Map<string, bigint>();
        for (const { address } of people) balances.set(address, await token.balanceOf(address));

        for (let step = 0; step < 120; step++) {
          const [from, to, by] = [at(next(3n)), at(next(3n)), at(next(3n))];
          const [kind, value] = [next(3n), next(balance)];
          const key = `${from.address} ${by.address}`;
          const [has, allowed] = [balances.get(from.address) ?? 0n, allowances.get(key) ?? 0n];
          if (kind === 0n) {
            await token.connect(from).approve(by.address, value);
            allowances.set(key, value);
            continue;
          }
          const isOwn = kind === 1n;
          const sending = isOwn
            ? token.connect(from).transfer(to.address, value)
            : token.connect(by).transferFrom(from.address, to.address, value);
          if (!isOwn && allowed < value) {
            await expect(sending).to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance");
          } else if (has < value) {
            await expect(sending).to.be.revertedWithCustomError(token, "ERC20InsufficientBalance");
          } else {
            await sending;
            if (!isOwn) allowances.set(key, allowed - value);
            balances.set(from.address, has - value);
            balances.set(to.address, (balances.get(to.address) ?? 0n) + value);
          }
        }

        for (const [address, expected] of balances) expect(await token.balanceOf(address)).to.equal(expected);
        for (const [key, expected] of allowances) {
          const [owner = "", by = ""] = key.split(" ");
          expect(await token.allowance(owner, by)).to.equal(expected);
        }
        expect(await token.totalSupply()).to.equal(supply);
      });
    });
  });
}

describe("InfinityToken as a burnable ERC-20", () => {
  const { open } = subjects.InfinityToken;

  for (const by of ["burn", "burnFrom"] as const) {
    describe(by, () => {
      for (const [what, valueOf] of [
        ["nothing", () => 0n],
        ["some", (balance: bigint) => balance - 1n],
        ["all", (balance: bigint) => balance],
      ] as const) {
        it(`destroys ${what} of a balance, and as much of the supply`, async () => {
          const { token, holder, spender, balance } = await open();
          const [value, supply] = [valueOf(balance), await token.totalSupply()];
          await token.connect(holder).approve(spender.address, balance);

          const burning =
            by === "burn" ? token.connect(holder).burn(value) : token.connect(spender).burnFrom(holder.address, value);
          await expect(burning).to.emit(token, "Transfer").withArgs(holder.address, ZeroAddress, value);

          expect(await token.balanceOf(holder.address)).to.equal(balance - value);
          expect(await token.totalSupply()).to.equal(supply - value);
          expect(await token.balanceOf(ZeroAddress)).to.equal(0);
          expect(await token.allowance(holder.address, spender.address)).to.equal(
            by === "burn" ? balance : balance - value,
          );
        });
      }

      it("reverts with ERC20InsufficientBalance for one more than is there", async () => {
        const { token, holder, spender, balance } = await open();
        await token.connect(holder).approve(spender.address, MaxUint256);

        const burning =
          by === "burn"
            ? token.connect(holder).burn(balance + 1n)
            : token.connect(spender).burnFrom(holder.address, balance + 1n);
        await expect(burning)
          .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
          .withArgs(holder.address, balance, balance + 1n);
      });
    });
  }

  it("burnFrom reverts with ERC20InsufficientAllowance for one more than is allowed, though it is there", async () => {
    const { token, holder, spender, balance } = await open();
    await token.connect(holder).approve(spender.address, balance - 1n);

    await expect(token.connect(spender).burnFrom(holder.address, balance))
      .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
      .withArgs(spender.address, balance - 1n, balance);
  });
});
