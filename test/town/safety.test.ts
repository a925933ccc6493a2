import { expect } from "chai";
import type { Signer } from "ethers";
import { Mistake } from "../../scripts/commands/Mistake.mjs";
import type { Wanted } from "../../scripts/operator/command/Errand.ts";
import { connection, networkHelpers } from "../fixture/connection.ts";
import { willowmere } from "../fixture/willowmere.ts";
import { town as run } from "./support/atTheTerminal.ts";

const asking = (signer: Signer, isSure = false, isAgain = false): Wanted => ({ kind: "sent", signer, isSure, isAgain });

describe("npm run town, before and after it sends", () => {
  async function giving() {
    const before = await networkHelpers.loadFixture(willowmere);
    const { townTreasury, town } = before;
    const gift = ["donate", { town, amount: "12.50" }] as const;
    const fund = async () => townTreasury.fundOf(town);
    return { ...before, gift, fund };
  }

  async function mistakeOf(attempt: Promise<unknown>): Promise<string> {
    return attempt.then(
      () => "no mistake",
      (failure: unknown) => (failure instanceof Mistake ? failure.message : `not a mistake: ${String(failure)}`),
    );
  }

  it("shows what it sends, where and from whom, and asks", async () => {
    const { deployment, payer, gift, fund } = await giving();
    const { code, said, asked } = await run(deployment, payer, gift, asking(payer), { answer: "yes" });
    expect(code).to.equal(0);
    expect(asked).to.deep.equal(["Send these 2 transactions? (yes / no): "]);
    expect(said.slice(0, 2)).to.deep.equal([
      `On Local chain (chain 31337), from ${payer.address}:`,
      "  It pays 12.50 TUSD.",
    ]);
    expect(said[2]).to.match(/^ {2}1\. Currency\.approve\(spender: TownTreasury 0x\w{40}, (amount|value): 12500000\)$/);
    expect(said[3]).to.equal("  2. TownTreasury.donate(town: 1, amount: 12500000)");
    expect(said.at(-1)).to.match(/^✔ Done by transaction 0x\w{64}\.$/);
    expect(await fund()).to.equal(12_500_000n);
  });

  it("sends nothing where the answer is no, or nobody can be asked", async () => {
    const { deployment, payer, gift, fund } = await giving();
    expect(await mistakeOf(run(deployment, payer, gift, asking(payer), { answer: "n" }))).to.equal("Nothing was sent.");
    expect(await mistakeOf(run(deployment, payer, gift, asking(payer)))).to.match(/^Nothing was sent: say --yes /);
    expect(await fund()).to.equal(0n);
  });

  it("sends nothing twice, unless it is told to", async () => {
    const { deployment, payer, gift, fund } = await giving();
    await run(deployment, payer, gift, asking(payer, true));
    const again = await run(deployment, payer, gift, asking(payer, true));
    expect(again.code).to.equal(0);
    expect(again.said.at(-1)).to.match(
      /^✔ Done a moment ago, by transaction 0x\w{64}\. To do it once more, say --again\.$/,
    );
    expect(await fund()).to.equal(12_500_000n);
    await run(deployment, payer, gift, asking(payer, true, true));
    expect(await fund()).to.equal(25_000_000n);
  });

  it("sends nothing while a transaction of the wallet waits", async () => {
    const { deployment, payer, gift, fund } = await giving();
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    try {
      await payer.sendTransaction({ to: payer.address });
      expect(await mistakeOf(run(deployment, payer, gift, asking(payer, true)))).to.match(
        /^A transaction of 0x\w{40} waits to be taken into a block\. Nothing was sent: /,
      );
    } finally {
      await connection.provider.request({ method: "evm_setAutomine", params: [true] });
      await networkHelpers.mine();
    }
    expect(await fund()).to.equal(0n);
  });

  it("says that it is done where a contract refuses only because it is", async () => {
    const { deployment, townAmbassador, ben, town } = await giving();
    const resign = ["resign", {}] as const;
    await run(deployment, ben, resign, asking(ben, true));
    const again = await run(deployment, ben, resign, asking(ben, true));
    expect({ code: again.code, last: again.said.at(-1)?.slice(0, 20) }).to.deep.equal({
      code: 0,
      last: "✔ Done a moment ago,",
    });
    const other = ["confirm-key", { town, role: "registrar", wallet: ben.address }] as const;
    const refused = await run(deployment, townAmbassador, other, asking(townAmbassador, true));
    expect(refused.code).to.equal(1);
    expect(refused.said.at(-1)).to.match(/neededRole: Country Ambassador of country 710\)$/);
  });

  it("tells the hash of what was sent when waiting fails, and asks first when it is run again", async () => {
    const { deployment, payer, gift, fund } = await giving();
    const forgetful = new Proxy(payer, {
      get(target, name) {
        if (name !== "sendTransaction") {
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? value.bind(target) : value;
        }
        return async (transaction: Parameters<Signer["sendTransaction"]>[0]) => {
          const sent = await target.sendTransaction(transaction);
          await sent.wait();
          const isGift = sent.to === deployment.addresses.TownTreasury;
          return isGift ? { hash: sent.hash, wait: () => Promise.reject(new Error("socket hang up")) } : sent;
        };
      },
    });
    const { code, said } = await run(deployment, payer, gift, asking(forgetful, true));
    expect(code).to.equal(1);
    expect(said.at(-1)).to.match(
      /^✘ Transaction 0x\w{64} was sent, and then the node did not answer \(.*socket hang up\)\. /,
    );
    const again = await run(deployment, payer, gift, asking(payer, true));
    expect(again.said.at(-1)).to.match(/^✔ Done a moment ago/);
    expect(await fund()).to.equal(12_500_000n);
  });

  it("tells what was sent when the wallet refuses to send the rest", async () => {
    const { deployment, payer, gift, fund } = await giving();
    const tired = new Proxy(payer, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== "sendTransaction") return typeof value === "function" ? value.bind(target) : value;
        return async (transaction: Parameters<Signer["sendTransaction"]>[0]) => {
          if (transaction.to === deployment.addresses.TownTreasury) throw new Error("insufficient funds for gas");
          return target.sendTransaction(transaction);
        };
      },
    });
    const { code, said } = await run(deployment, payer, gift, asking(tired, true), { isJson: true });
    const { sent, stopped } = JSON.parse(said[0] ?? "") as { sent: { hash: string }[]; stopped: string };
    expect({ code, stopped, count: sent.length }).to.deep.equal({
      code: 1,
      stopped: "insufficient funds for gas",
      count: 1,
    });
    const again = await run(deployment, payer, gift, asking(payer, true));
    expect(again.said[2]).to.equal("  1. TownTreasury.donate(town: 1, amount: 12500000)");
    expect(await fund()).to.equal(12_500_000n);
  });

  it("says first that the money does not suffice, or that a contract says no", async () => {
    const { deployment, payer, amina, town, currency } = await giving();
    const much = ["donate", { town, amount: "9,000,000.00" }] as const;
    expect(await mistakeOf(run(deployment, payer, much, asking(payer, true)))).to.equal(
      "This takes 9,000,000.00 TUSD, and the wallet has 1,000,000.00 TUSD.",
    );
    const fine = ["donate", { town, amount: "1.0000001" }] as const;
    expect(await mistakeOf(run(deployment, payer, fine, asking(payer, true)))).to.match(/TUSD has 6 decimals/);
    const comma = ["donate", { town, amount: "1,250" }] as const;
    expect(await mistakeOf(run(deployment, payer, comma, asking(payer, true)))).to.match(/can be read in two ways/);
    const elsewhere = await run(deployment, payer, ["donate", { town: 7, amount: "1" }], asking(payer, true));
    expect(elsewhere).to.deep.include({
      code: 1,
      said: ["✘ The contract refuses this: TownRegistryNoSuchTown(town: 7). There is no town with this id."],
    });
    const finalise = await run(deployment, amina, ["finalise", { town }], asking(amina, true));
    expect(finalise.code).to.equal(1);
    expect(await currency.balanceOf(payer.address)).to.equal(1_000_000_000_000n);
  });

  it("says first that a deployment is of another chain", async () => {
    const { deployment, payer, gift } = await giving();
    const other = { ...deployment, chainId: 8453 };
    expect(await mistakeOf(run(other, payer, gift, asking(payer, true)))).to.equal(
      "deployments/local.json is of chain 8453, and the node answers for chain 31337.",
    );
    const nowhere = {
      ...deployment,
      addresses: { ...deployment.addresses, Authority: deployment.parameters.deployer },
    };
    expect(await mistakeOf(run(nowhere, payer, gift, asking(payer, true)))).to.match(/^There are no contracts where /);
  });

  it("prints a word for another wallet to sign, and signs nothing then", async () => {
    const { deployment, amina, town } = await giving();
    const word = ["sign-acceptance", { role: "coordinator", town }] as const;
    const { code, said, noted } = await run(deployment, amina, word, { kind: "calldata" });
    expect(code).to.equal(0);
    const typed = JSON.parse(said[0] ?? "") as Record<string, unknown>;
    expect(typed).to.include.keys("domain", "types", "primaryType", "message");
    expect(noted.at(-1)).to.include("Nothing was signed. A signature is sent with: npm run town -- name-key --town 1 ");
    expect(await mistakeOf(run(deployment, amina, word, asking(amina)))).to.match(/^Nothing was signed: say --yes/);
  });
});
