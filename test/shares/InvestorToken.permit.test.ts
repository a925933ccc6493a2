import { expect } from "chai";
import { Signature, type Signer, type TypedDataDomain, TypedDataEncoder } from "ethers";
import hre from "hardhat";
import type { InvestorToken } from "../../types/ethers-contracts/index.js";
import { bakeryOnSale } from "../fixture/bakeryOnSale.ts";
import { bakerySettled } from "../fixture/bakerySettled.ts";
import { ethers, networkHelpers, setNextTime } from "../fixture/connection.ts";
import { DAY } from "../fixture/willowmere.ts";

const types = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

type Permit = { owner: string; spender: string; value: bigint; nonce: bigint; deadline: bigint };

/** The permit domain that a holder's wallet shows. */
async function domainOf(token: InvestorToken): Promise<TypedDataDomain> {
  const { chainId } = await ethers.provider.getNetwork();
  return { name: "Willowmere Bakery", version: "1", chainId, verifyingContract: await token.getAddress() };
}

async function signed(signer: Signer, domain: TypedDataDomain, permit: Permit): Promise<Signature> {
  return Signature.from(await signer.signTypedData(domain, types, permit));
}

/** amina permits ben 10 shares of the settled bakery, for a day. */
async function bakeryPermitted() {
  const before = await networkHelpers.loadFixture(bakerySettled);
  const { token, amina, ben } = before;
  const deadline = BigInt((await networkHelpers.time.latest()) + DAY);
  const permit = { owner: amina.address, spender: ben.address, value: 10n, nonce: 0n, deadline };
  const domain = await domainOf(token);
  return { ...before, permit, domain, signature: await signed(amina, domain, permit) };
}

function send(token: InvestorToken, { owner, spender, value, deadline }: Permit, { v, r, s }: Signature) {
  return token.permit(owner, spender, value, deadline, v, r, s);
}

describe("InvestorToken", () => {
  describe("permit", () => {
    describe("given the owner's signature", () => {
      it("sets the allowance, whoever sends it, and counts the nonce", async () => {
        const { token, permit, signature, amina, ben, stranger } = await networkHelpers.loadFixture(bakeryPermitted);

        await expect(send(token.connect(stranger), permit, signature))
          .to.emit(token, "Approval")
          .withArgs(amina.address, ben.address, 10);

        expect(await token.allowance(amina.address, ben.address)).to.equal(10);
        expect(await token.nonces(amina.address)).to.equal(1);
        await token.connect(ben).transferFrom(amina.address, ben.address, 10);
        expect(await token.balanceOf(ben.address)).to.equal(60);
      });

      it("holds to the second of the deadline, and not one later", async () => {
        const { token, permit, signature } = await networkHelpers.loadFixture(bakeryPermitted);
        const snapshot = await networkHelpers.takeSnapshot();

        await setNextTime(permit.deadline + 1n);
        await expect(send(token, permit, signature))
          .to.be.revertedWithCustomError(token, "InvestorTokenPermitExpired")
          .withArgs(permit.deadline);

        await snapshot.restore();
        await setNextTime(permit.deadline);
        await expect(send(token, permit, signature)).to.emit(token, "Approval");
      });

      it("works once", async () => {
        const { token, permit, signature, amina, ben } = await networkHelpers.loadFixture(bakeryPermitted);
        await send(token, permit, signature);
        await token.connect(amina).approve(ben.address, 0);
        const hash = TypedDataEncoder.hash(await domainOf(token), types, { ...permit, nonce: 1n });
        const signer = ethers.recoverAddress(hash, signature);

        await expect(send(token, permit, signature))
          .to.be.revertedWithCustomError(token, "InvestorTokenPermitSigner")
          .withArgs(signer, amina.address);
        expect(await token.allowance(amina.address, ben.address)).to.equal(0);
      });

      it("takes permits in the order of their nonces", async () => {
        const { token, permit, domain, signature, amina, ben } = await networkHelpers.loadFixture(bakeryPermitted);
        const second = { ...permit, value: 20n, nonce: 1n };
        const secondSignature = await signed(amina, domain, second);

        await expect(send(token, second, secondSignature)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenPermitSigner",
        );
        await send(token, permit, signature);
        await send(token, second, secondSignature);
        expect(await token.allowance(amina.address, ben.address)).to.equal(20);
      });

      for (const [what, change] of [
        ["another spender", { spender: `0x${"11".repeat(20)}` }],
        ["another value", { value: 11n }],
        ["another deadline", { deadline: 9_999_999_999n }],
      ] as const) {
        it(`reverts with InvestorTokenPermitSigner for ${what}`, async () => {
          const { token, permit, domain, signature, amina } = await networkHelpers.loadFixture(bakeryPermitted);
          const changed = { ...permit, ...change };
          const signer = ethers.recoverAddress(TypedDataEncoder.hash(domain, types, changed), signature);

          await expect(send(token, changed, signature))
            .to.be.revertedWithCustomError(token, "InvestorTokenPermitSigner")
            .withArgs(signer, amina.address);
          expect(await token.nonces(amina.address)).to.equal(0);
        });
      }
    });

    describe("given somebody else's signature", () => {
      it("reverts with InvestorTokenPermitSigner", async () => {
        const { token, permit, domain, amina, ben } = await networkHelpers.loadFixture(bakeryPermitted);

        await expect(send(token, permit, await signed(ben, domain, permit)))
          .to.be.revertedWithCustomError(token, "InvestorTokenPermitSigner")
          .withArgs(ben.address, amina.address);
      });
    });

    describe("given a signature for another domain", () => {
      for (const [what, change] of [
        ["name", { name: "Willowmere Mill" }],
        ["version", { version: "2" }],
        ["chain", { chainId: 1n }],
        ["token", { verifyingContract: `0x${"11".repeat(20)}` }],
      ] as const) {
        it(`reverts with InvestorTokenPermitSigner: another ${what}`, async () => {
          const { token, permit, domain, amina } = await networkHelpers.loadFixture(bakeryPermitted);

          await expect(
            send(token, permit, await signed(amina, { ...domain, ...change }, permit)),
          ).to.be.revertedWithCustomError(token, "InvestorTokenPermitSigner");
        });
      }
    });

    describe("given a malformed signature", () => {
      it("reverts with ECDSAInvalidSignature for a v that is none", async () => {
        const { token, permit, signature } = await networkHelpers.loadFixture(bakeryPermitted);
        const { owner, spender, value, deadline } = permit;

        await expect(
          token.permit(owner, spender, value, deadline, 0, signature.r, signature.s),
        ).to.be.revertedWithCustomError(token, "ECDSAInvalidSignature");
      });

      it("reverts with ECDSAInvalidSignatureS for the mirrored s", async () => {
        const { token, permit, signature } = await networkHelpers.loadFixture(bakeryPermitted);
        const { owner, spender, value, deadline } = permit;
        const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
        const mirrored = ethers.toBeHex(order - BigInt(signature.s), 32);

        await expect(token.permit(owner, spender, value, deadline, signature.v === 27 ? 28 : 27, signature.r, mirrored))
          .to.be.revertedWithCustomError(token, "ECDSAInvalidSignatureS")
          .withArgs(mirrored);
      });

      it("permits nothing in the name of nobody", async () => {
        const { token, permit, signature, ben } = await networkHelpers.loadFixture(bakeryPermitted);

        await expect(
          token.permit(ethers.ZeroAddress, ben.address, 1, permit.deadline, 0, signature.r, signature.s),
        ).to.be.revertedWithCustomError(token, "ECDSAInvalidSignature");
      });
    });

    describe("given locked shares", () => {
      it("sets the allowance, with which nothing can be moved yet", async () => {
        const { token, amina, ben } = await networkHelpers.loadFixture(bakeryOnSale);
        const permit = {
          owner: amina.address,
          spender: ben.address,
          value: 5n,
          nonce: 0n,
          deadline: 2n ** 256n - 1n,
        };

        await send(token, permit, await signed(amina, await domainOf(token), permit));

        expect(await token.allowance(amina.address, ben.address)).to.equal(5);
        await expect(token.connect(ben).transferFrom(amina.address, ben.address, 1)).to.be.revertedWithCustomError(
          token,
          "InvestorTokenLocked",
        );
      });
    });
  });

  describe("approve", () => {
    it("reverts with ERC20InvalidSpender for nobody", async () => {
      const { token, amina } = await networkHelpers.loadFixture(bakerySettled);

      await expect(token.connect(amina).approve(ethers.ZeroAddress, 1))
        .to.be.revertedWithCustomError(token, "ERC20InvalidSpender")
        .withArgs(ethers.ZeroAddress);
    });
  });

  describe("eip712Domain", () => {
    it("is the clone's own name, this chain and this token", async () => {
      const { token } = await networkHelpers.loadFixture(bakerySettled);
      const { chainId } = await ethers.provider.getNetwork();

      expect(await token.eip712Domain()).to.deep.equal([
        "0x0f",
        "Willowmere Bakery",
        "1",
        chainId,
        await token.getAddress(),
        ethers.ZeroHash,
        [],
      ]);
    });
  });

  describe("DOMAIN_SEPARATOR", () => {
    it("is the hash of that domain", async () => {
      const { token } = await networkHelpers.loadFixture(bakerySettled);

      expect(await token.DOMAIN_SEPARATOR()).to.equal(TypedDataEncoder.hashDomain(await domainOf(token)));
    });

    it("is another one on another chain", async () => {
      const { token, deployment } = await networkHelpers.loadFixture(bakerySettled);
      const address = await token.getAddress();
      const elsewhere = await hre.network.create({ override: { chainId: 8_453 } });
      for (const contract of [address, deployment.addresses.InvestorToken]) {
        await elsewhere.networkHelpers.setCode(contract, await ethers.provider.getCode(contract));
      }

      const copy = await elsewhere.ethers.getContractAt("InvestorToken", address);

      expect(await copy.DOMAIN_SEPARATOR()).to.equal(
        TypedDataEncoder.hashDomain({ ...(await domainOf(token)), chainId: 8_453 }),
      );
      expect((await copy.eip712Domain()).chainId).to.equal(8_453);
      await elsewhere.close();
    });
  });
});
