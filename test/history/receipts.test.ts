import { type Receipt, receiptsRoot } from "@one-small-town/core/history/receiptsRoot.ts";
import { expect } from "chai";
import { busyTown } from "../fixture/busyTown.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";

type Block = { receiptsRoot: string; transactions: string[] };

async function blockAt(number: number): Promise<Block> {
  return (await ethers.provider.send("eth_getBlockByNumber", [`0x${number.toString(16)}`, false])) as Block;
}

function receiptsOf({ transactions }: Block): Promise<Receipt[]> {
  return Promise.all(
    transactions.map((hash) => ethers.provider.send("eth_getTransactionReceipt", [hash]) as Promise<Receipt>),
  );
}

describe("the hash over a block's receipts", () => {
  it("is what the header of each block says", async () => {
    await networkHelpers.loadFixture(busyTown);
    const newest = await ethers.provider.getBlockNumber();
    for (let number = newest - 40; number <= newest; number++) {
      const block = await blockAt(number);
      expect(receiptsRoot(await receiptsOf(block)), `block ${number}`).to.equal(block.receiptsRoot);
    }
  });

  it("is so for blocks with hundreds of transactions, and with none", async () => {
    const signers = await ethers.getSigners();
    const [amina, ben] = signers;
    if (amina === undefined || ben === undefined) throw new Error("the chain has no accounts");
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    try {
      for (const count of [0, 1, 2, 15, 16, 17, 130, 300]) {
        for (let i = 0; i < count; i++) await amina.sendTransaction({ to: ben, value: 1n, gasLimit: 21_000 });
        await networkHelpers.mine();
        const block = await blockAt(await ethers.provider.getBlockNumber());
        expect(block.transactions.length).to.equal(count);
        expect(receiptsRoot(await receiptsOf(block)), `${count} transactions`).to.equal(block.receiptsRoot);
      }
    } finally {
      await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    }
  });

  it("is another where an event of one is left out or changed", async () => {
    await networkHelpers.loadFixture(busyTown);
    const block = await blockAt(await ethers.provider.getBlockNumber());
    const [first, ...others] = await receiptsOf(block);
    if (first === undefined) throw new Error("Nothing happened in the newest block");
    expect(first.logs.length).to.be.greaterThan(0);
    const without = [{ ...first, logs: first.logs.slice(1) }, ...others];
    expect(receiptsRoot(without)).to.not.equal(block.receiptsRoot);
    const [log, ...logs] = first.logs;
    if (log === undefined) throw new Error("It has no events");
    expect(receiptsRoot([{ ...first, logs: [{ ...log, data: `${log.data}00` }, ...logs] }, ...others])).to.not.equal(
      block.receiptsRoot,
    );
  });
});
