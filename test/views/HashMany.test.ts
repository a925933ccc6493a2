import { hashManyCode } from "@one-small-town/core/abis/hashManyCode.ts";
import { CODE_HASH, type Question } from "@one-small-town/core/views/Question.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import { viewReader } from "@one-small-town/core/views/readViews.ts";
import { viewOf } from "@one-small-town/core/views/View.ts";
import { expect } from "chai";
import { type Address, keccak256 } from "viem";
import { ethers } from "../fixture/connection.ts";

const BALANCE = viewOf("balanceOf(address)(uint256)");
const ALLOWANCE = viewOf("allowance(address,address)(uint256)");
const DECIMALS = viewOf("decimals()(uint8)");
const REVERTING = viewOf("transferFrom(address,address,uint256)(bool)");

const wallet = (i: number): Address => `0x${(0x1357_9bdf_0000n * BigInt(i + 1)).toString(16).padStart(40, "0")}`;

async function setUp() {
  const dollar = await ethers.deployContract("TestDollar");
  const target = (await dollar.getAddress()) as Address;
  const sent = { hashes: 0, reads: 0, digits: 0, all: 0 };
  const ask: Ask = (request) => {
    const [{ data }] = request.params as [{ data?: string }];
    sent.all++;
    if (data?.startsWith(hashManyCode)) sent.hashes++;
    else sent.reads++;
    sent.digits = Math.max(sent.digits, data?.length ?? 0);
    return ethers.provider.send(request.method, request.params as unknown[]);
  };
  return { dollar, target, ask, sent };
}

const balances = (target: Address, count: number, must: (i: number) => unknown): Question[] =>
  Array.from({ length: count }, (_, i) => ({ target, view: BALANCE, args: [wallet(i)], must: must(i) }));

describe("HashMany", () => {
  it("proves thousands of answers with a request for 1,500, each below what a node takes for a creation", async () => {
    const { dollar, target, ask, sent } = await setUp();
    await dollar.mint(wallet(3), 7n);

    const answers = await viewReader(ask, "latest" as never)(balances(target, 3_100, (i) => (i === 3 ? 7n : 0n)));

    expect(answers.map(String)).to.deep.equal(Array.from({ length: 3_100 }, (_, i) => (i === 3 ? "7" : "0")));
    expect(sent).to.include({ hashes: 3, reads: 0 });
    expect(sent.digits / 2).to.be.lessThan(49_152);
  });

  it("finds what is another by halves, and reads it", async () => {
    const { dollar, target, ask, sent } = await setUp();
    await dollar.mint(wallet(1_234), 7n);

    const answers = await viewReader(ask, "latest" as never)(balances(target, 1_500, () => 0n));

    expect(answers.flatMap((answer, i) => (answer === 0n ? [] : [[i, answer]]))).to.deep.equal([[1_234, 7n]]);
    expect(sent.hashes + sent.reads).to.be.lessThan(16);
  });

  it("covers views of several contracts and arguments, of one alone, and hashes of code", async () => {
    const { dollar, target, ask, sent } = await setUp();
    const other = (await (await ethers.deployContract("TestDollar")).getAddress()) as Address;
    const [owner] = await ethers.getSigners();
    await dollar.approve(wallet(2), 9n);
    const from = owner?.address as Address;
    const code = (await ethers.provider.getCode(target)) as `0x${string}`;
    const questions: Question[] = [
      ...balances(target, 3, () => 0n),
      { target, view: DECIMALS, args: [], must: 6 },
      { target: other, view: BALANCE, args: [wallet(1)], must: 0n },
      ...[0, 1, 2].map((i) => ({ target, view: ALLOWANCE, args: [from, wallet(i)], must: i === 2 ? 9n : 0n })),
      { target, view: CODE_HASH, args: [target], must: keccak256(code) },
      { target, view: CODE_HASH, args: [wallet(9)], must: `0x${"0".repeat(64)}` },
    ];

    const answers = await viewReader(ask, "latest" as never)(questions);

    expect(answers.map(String)).to.deep.equal(questions.map(({ must }) => String(must)));
    expect(sent).to.include({ hashes: 1, reads: 0 });
  });

  it("says nothing of a view that reverts, and the others all the same", async () => {
    const { target, ask } = await setUp();
    const spend = { target, view: REVERTING, args: [target, wallet(1), 1n], must: true };

    const answers = await viewReader(ask, "latest" as never)([...balances(target, 2, () => 0n), spend]);

    expect(answers).to.deep.equal([0n, 0n, undefined]);
  });

  it("says nothing of a contract that is not there", async () => {
    const { ask } = await setUp();
    expect(await viewReader(ask, "latest" as never)(balances(wallet(7), 1, () => 0n))).to.deep.equal([undefined]);
  });

  it("stops where its gas is used up, and goes on in another request", async () => {
    const { target, ask, sent } = await setUp();
    const [sender] = await ethers.getSigners();
    // JUMPDEST, PUSH1 0, JUMP: for ever.
    const deployed = await sender?.sendTransaction({ data: "0x635b6000566000526004601cf3" });
    const loop = (await deployed?.wait())?.contractAddress as Address;
    const endless = { target: loop, view: BALANCE, args: [wallet(1)], must: 1n };

    const answers = await viewReader(ask, "latest" as never)([endless, ...balances(target, 5, () => 0n)]);

    expect(answers).to.deep.equal([undefined, 0n, 0n, 0n, 0n, 0n]);
    expect(sent).to.include({ hashes: 2, reads: 1 });
  });

  it("is done without where a node refuses it", async () => {
    const { dollar, target, ask, sent } = await setUp();
    await dollar.mint(wallet(3), 7n);
    const refusing: Ask = (request) => {
      const [{ data }] = request.params as [{ data?: string }];
      if (data?.startsWith(hashManyCode)) return Promise.reject(new Error("gas limit is too high"));
      return ask(request);
    };

    const answers = await viewReader(refusing, "latest" as never)(balances(target, 120, () => 0n));

    expect(answers.flatMap((answer, i) => (answer === 0n ? [] : [[i, answer]]))).to.deep.equal([[3, 7n]]);
    expect(sent.hashes).to.equal(0);
    expect(sent.reads).to.be.lessThan(6);
  });

  it("says what each view says, whichever of them somebody expects otherwise", async () => {
    const { dollar, target, ask } = await setUp();
    let seed = 42;
    const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let run = 0; run < 12; run++) {
      await dollar.mint(wallet(next(40)), BigInt(next(1_000)));
      const questions: Question[] = Array.from({ length: 1 + next(120) }, () => {
        const args = next(3) === 0 ? [wallet(next(3)), wallet(next(40))] : [wallet(next(40))];
        const view = args.length === 2 ? ALLOWANCE : BALANCE;
        return { target, view, args, ...(next(5) > 0 && { must: next(4) === 0 ? BigInt(next(9)) : 0n }) };
      });
      const direct = await viewReader(
        ask,
        "latest" as never,
      )(questions.map(({ target: of, view, args }) => ({ target: of, view, args })));
      expect(await viewReader(ask, "latest" as never)(questions)).to.deep.equal(direct);
    }
  });
});
