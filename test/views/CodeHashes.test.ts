import { expect } from "chai";
import { AbiCoder, concat, keccak256, ZeroHash } from "ethers";
import { ethers } from "../fixture/connection.ts";

const coder = AbiCoder.defaultAbiCoder();

async function hashesAt(places: readonly string[]): Promise<string[]> {
  const { bytecode } = await ethers.getContractFactory("CodeHashes");
  const answer = await ethers.provider.call({ data: concat([bytecode, coder.encode(["address[]"], [places])]) });
  return [...(coder.decode(["bytes32[]"], answer)[0] as string[])];
}

describe("CodeHashes", () => {
  it("answers the hash of the code at each address, in their order, and zero where nothing is", async () => {
    const dollar = await ethers.deployContract("TestDollar");
    const address = await dollar.getAddress();
    const nowhere = `0x${"00".repeat(18)}abcd`;

    const hash = keccak256(await ethers.provider.getCode(address));
    expect(await hashesAt([nowhere, address, address])).to.deep.equal([ZeroHash, hash, hash]);
  });

  it("answers for as many as it says", async () => {
    expect((await hashesAt(Array.from({ length: 500 }, () => `0x${"11".repeat(20)}`))).length).to.equal(500);
  });

  it("answers nothing when nothing is asked", async () => {
    expect(await hashesAt([])).to.deep.equal([]);
  });
});
