import { expect } from "chai";
import { id, MaxUint256, type Signature, type TypedDataDomain } from "ethers";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { subjects } from "./subjects.ts";
import { domainOf, signMessage } from "./typedData.ts";

const { open, domainName } = subjects.InfinityToken;

const NONCE = id("a nonce");

/** Both times with this bit count blocks instead of seconds. */
const BLOCKS = 2n ** 47n;

/** Amina authorises a transfer to Carla, from the beginning and without an end where a test does not say otherwise. */
async function authorized(kind: "Transfer" | "Receive", changes: object = {}) {
  const subject = await open();
  const { token, holder, receiver, balance } = subject;
  const domain = await domainOf(token, domainName);
  const message = {
    from: holder.address,
    to: receiver.address,
    value: balance,
    validAfter: 0n,
    validBefore: MaxUint256,
    nonce: NONCE,
    ...changes,
  };
  const sign = (other: object = {}, signer = holder, within: TypedDataDomain = domain) =>
    signMessage(signer, within, `${kind}WithAuthorization`, { ...message, ...other });
  const method = kind === "Transfer" ? "transferWithAuthorization" : "receiveWithAuthorization";
  const send = ({ v, r, s }: Signature, other: object = {}, by = receiver) => {
    const sent = { ...message, ...other };
    const { to, value, validAfter, validBefore, nonce } = sent;
    return token.connect(by)[method](sent.from, to, value, validAfter, validBefore, nonce, v, r, s);
  };
  return { ...subject, domain, message, sign, send };
}

/** The holder takes back whatever they authorised under a nonce. */
async function cancelled(nonce = NONCE) {
  const subject = await authorized("Transfer");
  const { token, holder, stranger, domain } = subject;
  const sign = (signer = holder) =>
    signMessage(signer, domain, "CancelAuthorization", { authorizer: holder.address, nonce });
  const cancel = ({ v, r, s }: Signature) =>
    token.connect(stranger).cancelAuthorization(holder.address, nonce, v, r, s);
  return { ...subject, signCancel: sign, cancel };
}

// What OpenZeppelin's own suite asks of ERC-3009, and what the standard says besides, on INFINITY.
describe("InfinityToken with ERC-3009 authorisations", () => {
  it("has used no nonce in the beginning", async () => {
    const { token, holder } = await open();

    expect(await token.authorizationState(holder.address, NONCE)).to.equal(false);
  });

  for (const kind of ["Transfer", "Receive"] as const) {
    describe(`${kind.toLowerCase()}WithAuthorization`, () => {
      it("moves what the holder signed, and says that the nonce is used", async () => {
        const { token, holder, receiver, balance, sign, send } = await authorized(kind);

        const sending = send(await sign());
        await expect(sending).to.emit(token, "AuthorizationUsed").withArgs(holder.address, NONCE);
        await expect(sending).to.emit(token, "Transfer").withArgs(holder.address, receiver.address, balance);

        expect(await token.balanceOf(holder.address)).to.equal(0);
        expect(await token.balanceOf(receiver.address)).to.equal(balance);
        expect(await token.authorizationState(holder.address, NONCE)).to.equal(true);
        expect(await token.nonces(holder.address), "permits have nonces of their own").to.equal(0);
      });

      it("takes nonces in any order, each of them once", async () => {
        const { token, holder, receiver, sign, send } = await authorized(kind, { value: 1n });
        const [one, other] = [{ nonce: id("one") }, { nonce: id("other") }];
        const [first, second] = [await sign(one), await sign(other)];

        await send(second, other);
        await send(first, one);

        expect(await token.balanceOf(receiver.address)).to.equal(2);
        await expect(send(second, other))
          .to.be.revertedWithCustomError(token, "ERC3009UsedAuthorization")
          .withArgs(holder.address, other.nonce);
      });

      it("keeps the nonces of one person apart from those of another", async () => {
        const { token, receiver, holder, sign, send } = await authorized(kind, { value: 1n });
        await send(await sign());

        expect(await token.authorizationState(receiver.address, NONCE)).to.equal(false);
        expect(await token.authorizationState(holder.address, NONCE)).to.equal(true);
      });

      it("does not use a nonce up when the balance is too small", async () => {
        const { token, holder, balance, sign, send } = await authorized(kind);
        const more = { value: balance + 1n };

        await expect(send(await sign(more), more))
          .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
          .withArgs(holder.address, balance, balance + 1n);

        expect(await token.authorizationState(holder.address, NONCE)).to.equal(false);
      });

      it("does not count somebody else's signature", async () => {
        const { token, spender, sign, send } = await authorized(kind);

        await expect(send(await sign({}, spender))).to.be.revertedWithCustomError(token, "ERC3009InvalidSignature");
      });

      for (const [what, change] of [
        ["amount", { value: 1n }],
        ["beginning", { validAfter: 1n }],
        ["end", { validBefore: MaxUint256 - 1n }],
        ["nonce", { nonce: id("other") }],
      ] as const) {
        it(`does not count for another ${what}`, async () => {
          const { token, sign, send } = await authorized(kind);

          await expect(send(await sign(), change)).to.be.revertedWithCustomError(token, "ERC3009InvalidSignature");
        });
      }

      it("does not count for another receiver, who sends it", async () => {
        const { token, spender, sign, send } = await authorized(kind);

        await expect(send(await sign(), { to: spender.address }, spender)).to.be.revertedWithCustomError(
          token,
          "ERC3009InvalidSignature",
        );
      });

      for (const [what, change] of [
        ["another token", { verifyingContract: `0x${"5".repeat(40)}` }],
        ["another chain", { chainId: 1n }],
        ["another name", { name: "Something else" }],
      ] as const) {
        it(`does not count for ${what}`, async () => {
          const { token, holder, domain, sign, send } = await authorized(kind);

          await expect(send(await sign({}, holder, { ...domain, ...change }))).to.be.revertedWithCustomError(
            token,
            "ERC3009InvalidSignature",
          );
        });
      }

      it("does not count as the other of the two kinds", async () => {
        const { token, holder, domain, message, send } = await authorized(kind);
        const other = kind === "Transfer" ? "ReceiveWithAuthorization" : "TransferWithAuthorization";

        await expect(send(await signMessage(holder, domain, other, message))).to.be.revertedWithCustomError(
          token,
          "ERC3009InvalidSignature",
        );
      });

      /** Tries it in the next block, with times that are counted from it, in seconds or blocks. */
      async function inTime(unit: "seconds" | "blocks", times: { validAfter: bigint; validBefore: bigint }) {
        const before = await authorized(kind);
        const now = unit === "seconds" ? await networkHelpers.time.latest() : await ethers.provider.getBlockNumber();
        const flag = unit === "seconds" ? 0n : BLOCKS;
        const next = BigInt(now) + 1n;
        const { validAfter, validBefore } = times;
        const absolute = { validAfter: flag + next + validAfter, validBefore: flag + next + validBefore };
        const signature = await before.sign(absolute);
        if (unit === "seconds") await networkHelpers.time.setNextBlockTimestamp(next);
        return { ...before, absolute, sending: before.send(signature, absolute) };
      }

      for (const unit of ["seconds", "blocks"] as const) {
        it(`counts between its times, which are not included, in ${unit}`, async () => {
          const { token, sending } = await inTime(unit, { validAfter: -1n, validBefore: 1n });

          await expect(sending).to.emit(token, "AuthorizationUsed");
        });

        for (const [what, times] of [
          ["at its beginning", { validAfter: 0n, validBefore: 2n }],
          ["before its beginning", { validAfter: 1n, validBefore: 3n }],
          ["at its end", { validAfter: -2n, validBefore: 0n }],
          ["after its end", { validAfter: -3n, validBefore: -1n }],
        ] as const) {
          it(`does not count ${what}, in ${unit}`, async () => {
            const { token, absolute, sending } = await inTime(unit, times);

            await expect(sending)
              .to.be.revertedWithCustomError(token, "ERC3009InvalidAuthorizationTime")
              .withArgs(absolute.validAfter, absolute.validBefore);
          });
        }
      }

      it("never counts when its beginning is further off than any time", async () => {
        const { token, sign, send } = await authorized(kind, { validAfter: 2n ** 64n });

        await expect(send(await sign())).to.be.revertedWithCustomError(token, "ERC3009InvalidAuthorizationTime");
      });

      it("counts seconds when only one of its times counts blocks", async () => {
        const block = BigInt(await ethers.provider.getBlockNumber());
        const mixed = { validAfter: BLOCKS, validBefore: block + 10n };
        const { token, sign, send } = await authorized(kind, mixed);

        await expect(send(await sign())).to.be.revertedWithCustomError(token, "ERC3009InvalidAuthorizationTime");
      });

      it(kind === "Receive" ? "is sent by the receiver alone" : "is sent by anybody", async () => {
        const { token, receiver, stranger, sign, send } = await authorized(kind);
        const sending = send(await sign(), {}, stranger);

        if (kind === "Transfer") await expect(sending).to.emit(token, "AuthorizationUsed");
        else {
          await expect(sending).to.be.revertedWithCustomError(token, "ERC20InvalidReceiver").withArgs(receiver.address);
        }
      });
    });
  }

  describe("cancelAuthorization", () => {
    it("takes back what was authorised under a nonce, whoever sends it, and says so", async () => {
      const { token, holder, signCancel, cancel, sign, send } = await cancelled();

      await expect(cancel(await signCancel()))
        .to.emit(token, "AuthorizationCanceled")
        .withArgs(holder.address, NONCE);

      expect(await token.authorizationState(holder.address, NONCE)).to.equal(true);
      await expect(send(await sign()))
        .to.be.revertedWithCustomError(token, "ERC3009UsedAuthorization")
        .withArgs(holder.address, NONCE);
    });

    it("takes nothing back under another nonce", async () => {
      const { token, signCancel, cancel, sign, send } = await cancelled(id("other"));
      await cancel(await signCancel());

      await expect(send(await sign())).to.emit(token, "AuthorizationUsed");
    });

    it("comes too late for what was used", async () => {
      const { token, holder, signCancel, cancel, sign, send } = await cancelled();
      await send(await sign());

      await expect(cancel(await signCancel()))
        .to.be.revertedWithCustomError(token, "ERC3009UsedAuthorization")
        .withArgs(holder.address, NONCE);
    });

    it("does nothing the second time", async () => {
      const { token, holder, signCancel, cancel } = await cancelled();
      await cancel(await signCancel());

      await expect(cancel(await signCancel()))
        .to.be.revertedWithCustomError(token, "ERC3009UsedAuthorization")
        .withArgs(holder.address, NONCE);
    });

    it("is the holder's alone", async () => {
      const { token, holder, receiver, signCancel, cancel } = await cancelled();

      await expect(cancel(await signCancel(receiver))).to.be.revertedWithCustomError(token, "ERC3009InvalidSignature");
      expect(await token.authorizationState(holder.address, NONCE)).to.equal(false);
    });
  });
});
