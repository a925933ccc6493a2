import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { AbiCoder, concat, Wallet } from "ethers";
import { ethers } from "../fixture/connection.ts";

const coder = AbiCoder.defaultAbiCoder();

async function setUp() {
  const [amina] = await ethers.getSigners();
  if (amina === undefined) throw new Error("the chain has no accounts");
  const dollar = await ethers.deployContract("TestDollar");
  await dollar.mint(amina, 7n);
  return { amina, dollar, target: await dollar.getAddress(), views: dollar.interface };
}

async function read(views: { target: string; data: string }[]): Promise<string[]> {
  const { bytecode } = await ethers.getContractFactory("ReadMany");
  const calls = coder.encode(["tuple(address target, bytes data)[]"], [views]);
  const answer = await ethers.provider.call({ data: concat([bytecode, calls]) });
  return [...(coder.decode(["bytes[]"], answer)[0] as string[])];
}

describe("ReadMany", () => {
  it("answers what each view answers, in their order", async () => {
    const { amina, target, views } = await setUp();

    const answers = await read([
      { target, data: views.encodeFunctionData("balanceOf", [amina.address]) },
      { target, data: views.encodeFunctionData("decimals") },
    ]);

    expect(answers.map(BigInt)).to.deep.equal([7n, 6n]);
  });

  it("asks each view of the contract that it names", async () => {
    const { amina, target, views } = await setUp();
    const other = await ethers.deployContract("TestDollar");
    const data = views.encodeFunctionData("balanceOf", [amina.address]);

    const answers = await read([
      { target, data },
      { target: await other.getAddress(), data },
    ]);

    expect(answers.map(BigInt)).to.deep.equal([7n, 0n]);
  });

  it("answers with the code of what is asked nothing, and with none of who has none", async () => {
    const { target } = await setUp();

    const answers = await read([
      { target, data: "0x" },
      { target: Wallet.createRandom().address, data: "0x" },
    ]);

    expect(answers).to.deep.equal([await ethers.provider.getCode(target), "0x"]);
  });

  it("answers the same where its code stands in for that of somebody, for nodes that create nothing in a call", async () => {
    const { amina, target, views } = await setUp();
    const { bytecode } = await ethers.getContractFactory("ReadMany");
    const data = views.encodeFunctionData("balanceOf", [amina.address]);
    const code = concat([bytecode, coder.encode(["tuple(address target, bytes data)[]"], [[{ target, data }]])]);
    const to = "0x00000000000000000000000000000000000a11ed";

    const answer = (await ethers.provider.send("eth_call", [{ to }, "latest", { [to]: { code } }])) as string;

    expect([...(coder.decode(["bytes[]"], answer)[0] as string[])].map(BigInt)).to.deep.equal([7n]);
  });

  it("answers nothing when nothing is asked", async () => {
    expect(await read([])).to.deep.equal([]);
  });

  it("reverts with what a view reverts with", async () => {
    const { amina, dollar, target, views } = await setUp();
    const spend = views.encodeFunctionData("transferFrom", [target, amina.address, 1n]);

    await expect(
      read([
        { target, data: views.encodeFunctionData("decimals") },
        { target, data: spend },
      ]),
    )
      .to.be.revertedWithCustomError(dollar, "ERC20InsufficientAllowance")
      .withArgs(anyValue, 0n, 1n);
  });

  it("changes nothing", async () => {
    const { amina, target, views } = await setUp();
    const mint = views.encodeFunctionData("mint", [amina.address, 1n]);

    await expect(read([{ target, data: mint }])).to.be.revertedWithoutReason(ethers);
  });
});
