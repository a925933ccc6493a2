import { expect } from "chai";
import { MaxUint256, type Signature, type TypedDataDomain, TypedDataEncoder, ZeroAddress } from "ethers";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { subjects } from "./subjects.ts";
import { domainOf, signMessage } from "./typedData.ts";

/** The order of the curve: a signature with s has a twin with this minus s, which must not count. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

// What OpenZeppelin's own suite asks of a permit, and what the standard says besides, on ours.
for (const [name, { open, domainName, permitErrors }] of Object.entries(subjects)) {
  describe(`${name} with ERC-2612 permits`, () => {
    /** The holder allows the spender something by a signature that is good for a day. */
    async function permitted(changes: { value?: bigint; nonce?: bigint; deadline?: bigint } = {}) {
      const subject = await open();
      const { token, holder, spender, stranger, balance } = subject;
      const domain = await domainOf(token, domainName);
      const deadline = BigInt(await networkHelpers.time.latest()) + 86_400n;
      const permit = {
        owner: holder.address,
        spender: spender.address,
        value: balance,
        nonce: 0n,
        deadline,
        ...changes,
      };
      const sign = (other: object = {}, signer = holder, within: TypedDataDomain = domain) =>
        signMessage(signer, within, "Permit", { ...permit, ...other });
      const send = ({ v, r, s }: Signature, { value, deadline: until, ...other } = { ...permit }) =>
        token.connect(stranger).permit(other.owner, other.spender, value, until, v, r, s);
      // The same token with the errors of its own contract.
      const errors = await ethers.getContractAt(name, await token.getAddress());
      return { ...subject, errors, domain, permit, sign, send };
    }

    it("begins with nonce zero", async () => {
      const { token, holder, receiver } = await open();

      expect(await token.nonces(holder.address)).to.equal(0);
      expect(await token.nonces(receiver.address)).to.equal(0);
    });

    it("has the domain separator of its name, version 1, this chain and its own address", async () => {
      const { token } = await open();

      expect(await token.DOMAIN_SEPARATOR()).to.equal(TypedDataEncoder.hashDomain(await domainOf(token, domainName)));
    });

    it("allows what the owner signed, whoever sends it, and nothing moves by that", async () => {
      const { token, holder, spender, permit, balance, sign, send } = await permitted();

      await expect(send(await sign()))
        .to.emit(token, "Approval")
        .withArgs(holder.address, spender.address, permit.value);

      expect(await token.allowance(holder.address, spender.address)).to.equal(permit.value);
      expect(await token.nonces(holder.address)).to.equal(1);
      expect(await token.balanceOf(holder.address)).to.equal(balance);
    });

    it("replaces what was allowed before, and can take it back", async () => {
      const { token, holder, spender, sign, send } = await permitted({ value: 0n });
      await token.connect(holder).approve(spender.address, 7);

      await send(await sign());

      expect(await token.allowance(holder.address, spender.address)).to.equal(0);
    });

    it("has no end when the owner says so", async () => {
      const { token, holder, spender, permit, sign, send } = await permitted({ deadline: MaxUint256 });
      await networkHelpers.time.increase(10 * 365 * 86_400);

      await send(await sign());

      expect(await token.allowance(holder.address, spender.address)).to.equal(permit.value);
    });

    it("works in the last second of its time", async () => {
      const { token, permit, sign, send } = await permitted();
      const signature = await sign();
      await setNextTime(permit.deadline);

      await expect(send(signature)).to.emit(token, "Approval");
    });

    it(`reverts with ${permitErrors.expired} a second later`, async () => {
      const { errors, permit, sign, send } = await permitted();
      const signature = await sign();
      await setNextTime(permit.deadline + 1n);

      await expect(send(signature))
        .to.be.revertedWithCustomError(errors, permitErrors.expired)
        .withArgs(permit.deadline);
    });

    it("does nothing the second time", async () => {
      const { errors, sign, send } = await permitted();
      const signature = await sign();
      await send(signature);

      await expect(send(signature)).to.be.revertedWithCustomError(errors, permitErrors.signer);
    });

    it("takes one with the next nonce, and none with a nonce to come", async () => {
      const { errors, token, holder, sign, send } = await permitted();
      const [first, second] = [await sign(), await sign({ nonce: 1n })];

      await expect(send(second)).to.be.revertedWithCustomError(errors, permitErrors.signer);
      await send(first);
      await send(second);

      expect(await token.nonces(holder.address)).to.equal(2);
    });

    it("does not count a permit of somebody else", async () => {
      const { errors, token, holder, spender, sign, send } = await permitted();

      await expect(send(await sign({}, spender)))
        .to.be.revertedWithCustomError(errors, permitErrors.signer)
        .withArgs(spender.address, holder.address);
      expect(await token.nonces(holder.address)).to.equal(0);
    });

    for (const [what, change] of [
      ["another spender", { spender: `0x${"5".repeat(40)}` }],
      ["another amount", { value: 1n }],
      ["another end", { deadline: MaxUint256 }],
      ["another owner", { owner: `0x${"5".repeat(40)}` }],
    ] as const) {
      it(`is not a permit for ${what}`, async () => {
        const { errors, permit, sign, send } = await permitted();

        await expect(send(await sign(), { ...permit, ...change })).to.be.revertedWithCustomError(
          errors,
          permitErrors.signer,
        );
      });
    }

    for (const [what, change] of [
      ["another token", { verifyingContract: `0x${"5".repeat(40)}` }],
      ["another chain", { chainId: 1n }],
      ["another name", { name: "Something else" }],
      ["another version", { version: "2" }],
    ] as const) {
      it(`does not count a permit for ${what}`, async () => {
        const { errors, holder, domain, sign, send } = await permitted();

        await expect(send(await sign({}, holder, { ...domain, ...change }))).to.be.revertedWithCustomError(
          errors,
          permitErrors.signer,
        );
      });
    }

    it("does not count the twin of a signature, nor one that is none", async () => {
      const { token, permit, sign } = await permitted();
      const { v, r, s } = await sign();
      const { owner, spender, value, deadline } = permit;
      const twin = `0x${(ORDER - BigInt(s)).toString(16).padStart(64, "0")}`;

      await expect(
        token.permit(owner, spender, value, deadline, v === 27 ? 28 : 27, r, twin),
      ).to.be.revertedWithCustomError(token, "ECDSAInvalidSignatureS");
      await expect(token.permit(owner, spender, value, deadline, 0, r, s)).to.be.revertedWithCustomError(
        token,
        "ECDSAInvalidSignature",
      );
    });

    it("allows nothing in the name of nobody", async () => {
      const { token, permit, sign } = await permitted();
      const { r, s } = await sign();
      const { spender, value, deadline } = permit;

      await expect(token.permit(ZeroAddress, spender, value, deadline, 0, r, s)).to.be.revertedWithCustomError(
        token,
        "ECDSAInvalidSignature",
      );
    });
  });
}
