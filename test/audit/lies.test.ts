import { expect } from "chai";
import { type Address, encodePacked, type Hex, keccak256, pad, toHex } from "viem";
import type { Request } from "@one-small-town/core/asking/Ask.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { connection, ethers, networkHelpers } from "../fixture/connection.ts";
import { alterLogs } from "./support/alterLogs.ts";
import { alterView } from "./support/alterView.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";
import type { Alter } from "./support/serveChain.ts";

const BALANCE_OF = "function balanceOf(address)";
const GRANTED = "event RoleGranted(bytes32,address,address)";
const BOUGHT = "event SharesBought(uint256,address,uint256)";

const honest: Alter = (_, answer) => answer;

/** Changes one byte of the code at an address; counted from the end where below zero. */
async function changeByte(address: string, at: number): Promise<void> {
  const code = ethers.getBytes(await ethers.provider.getCode(address));
  const i = at < 0 ? code.length + at : at;
  code[i] = (code[i] ?? 0) ^ 1;
  await networkHelpers.setCode(address, ethers.hexlify(code));
}

/** Where a mapping in slot zero keeps the value of a key. */
function slotOf(key: Hex, slot: Hex | 0 = 0): Hex {
  return keccak256(encodePacked(["bytes32", "bytes32"], [pad(key), pad(slot === 0 ? "0x00" : slot)]));
}

/** What an audit finds by one honest node, or by those that are given. */
async function auditOf({ deployment }: Awaited<ReturnType<typeof auditedTown>>, ...lies: Alter[]) {
  return auditBy(deployment, lies.length === 0 ? {} : { lies });
}

describe("the audit of a chain that is not what it should be", () => {
  describe("given a contract with one byte changed", () => {
    it("names the contract, the byte, and both values", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      await changeByte(town.deployment.addresses.Contributions, -1);

      const { report, text } = await auditOf(town);

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: code,/);
      expect(text).to.match(/✘ Byte \d+ of Contributions is 0x\w\w, but these sources give 0x\w\w\./);
    });
  });

  describe("given shares that are a clone of another implementation", () => {
    it("names both implementations", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const { token, deployment, stranger } = town;
      const { InvestorToken } = deployment.addresses;
      const [address, code] = [await token.getAddress(), await ethers.provider.getCode(token)];
      const other = stranger.address.toLowerCase();
      await networkHelpers.setCode(other, await ethers.provider.getCode(InvestorToken));
      await networkHelpers.setCode(address, code.replace(InvestorToken.slice(2).toLowerCase(), other.slice(2)));

      const { report, text } = await auditOf(town);

      expect(report.outcome).to.equal("broken");
      expect(text).to.contain(`is a clone of ${other}, but must be of ${InvestorToken.toLowerCase()}.`);
    });
  });

  describe("given a business's shares with another name than was agreed", () => {
    it("names the shares", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      await changeByte(await town.token.getAddress(), -1);

      expect((await auditOf(town)).text).to.match(/✘ Byte 1[34]\d of the shares of Willowmere Bakery \(0x\w+\) is/);
    });
  });

  describe("given a role more than was ever given", () => {
    it("names who the contract says has it", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const { carla, deployment } = town;
      const role = slotOf(roleIds.steward(town.town));
      await networkHelpers.setStorageAt(deployment.addresses.Authority, slotOf(carla.address as Hex, role), 1);

      const { report, text } = await auditOf(town);

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: roles,/);
      expect(text).to.contain(`The Authority says that ${carla.address} is steward of Willowmere (town 1), but`);
    });
  });

  describe("given a node that keeps back that a role was given", () => {
    it("names the key that the contract says is held", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const { registrar } = town;
      const holder = pad(registrar.address.toLowerCase() as Hex);

      const { report, text } = await auditOf(
        town,
        alterLogs(GRANTED, (log) => (log.topics[2] === holder ? [] : [log])),
      );

      expect(report.outcome).to.equal("broken");
      expect(text).to.contain(
        `The Authority says that the key of ${registrar.address} is registrar of Willowmere (town 1); by the events it is none.`,
      );
    });
  });

  describe("given a node that tells of a role that nobody gave", () => {
    const tellOf = (role: Hex, account: Address) =>
      alterLogs(GRANTED, (log) => {
        const topics = [log.topics[0] as Hex, role, pad(account.toLowerCase() as Hex), log.topics[3] as Hex];
        return [log, { ...log, topics, logIndex: toHex(Number(log.logIndex) + 500) }];
      });

    it("says that the contract does not know of it", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const account = town.stranger.address as Address;

      const { report, text } = await auditOf(town, tellOf(roleIds.coordinator(town.town), account));

      expect(report.outcome).to.equal("broken");
      expect(text).to.contain(`The Authority says that ${account} is not coordinator of Willowmere (town 1), but`);
    });

    it("says that no role of ours is that", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const role: Hex = `0x07${"0".repeat(61)}1`;

      const { text } = await auditOf(town, tellOf(role, town.stranger.address as Address));

      expect(text).to.contain(`was given ${role} in block`);
      expect(text).to.contain("no role of ours is that");
    });
  });

  describe("given a sale that is short by one unit of the currency", () => {
    it("names invariant 1 and both amounts", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const { currency, deployment } = town;
      const sales = deployment.addresses.ShareOffering;
      const held = await currency.balanceOf(sales);
      await networkHelpers.setStorageAt(await currency.getAddress(), slotOf(sales), held - 1n);

      const { report, text } = await auditOf(town);

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: invariant 1,/);
      expect(text).to.contain("✘ Sales of shares: held 549.999999 TUSD < owed 550.00 TUSD");
    });
  });

  describe("given a timesheet with one byte changed", () => {
    it("names invariant 2 and both amounts", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const { contributions } = town;
      const [submitted] = await contributions.queryFilter(contributions.filters.TimesheetSubmitted());
      const code = await ethers.provider.getCode(submitted?.args.pointer ?? "");
      await networkHelpers.setCode(submitted?.args.pointer ?? "", code.replace(/0b$/, "0c"));

      const { report, text } = await auditOf(town);

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: invariant 1, invariant 2,/);
      expect(text).to.contain("✘ Willowmere: made 4.00 INFINITY ≠ shifts worked 5.00 INFINITY");
    });
  });

  describe("given a node that answers a wrong balance", () => {
    it("names invariant 1 and both amounts", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const { text } = await auditOf(town, alterView(await town.currency.getAddress(), BALANCE_OF, -1n));

      expect(text).to.match(/^✘ This does not add up: invariant 1,/);
      expect(text).to.match(/held [\d.,]+ TUSD < owed/);
    });
  });

  describe("given a node that keeps an event back", () => {
    it("names the invariants that do not hold without it", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      let omitted = 0;
      const { text } = await auditOf(
        town,
        alterLogs(BOUGHT, (log) => (omitted++ === 0 ? [] : [log])),
      );

      expect(text).to.match(/^✘ This does not add up: .*invariant 3/);
      expect(text).to.contain("supply 110 shares ≠ sold 92 shares");
    });
  });

  describe("given a node that tells an event twice", () => {
    it("names the event", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);

      const { report, text, names } = await auditOf(
        town,
        alterLogs(BOUGHT, (log) => [log, log]),
      );

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(
        new RegExp(`✘ events of blocks \\d+ to \\d+: ${names[0]} gave event \\d+ of block \\d+ twice`),
      );
    });

    it("names the invariants that do not hold with it, when it looks like another", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const another = alterLogs(BOUGHT, (log) => [log, { ...log, logIndex: toHex(Number(log.logIndex) + 500) }]);

      expect((await auditOf(town, another)).text).to.contain("supply 110 shares ≠ sold 220 shares");
    });
  });

  describe("given a node that answers what was not asked", () => {
    it("names the event of another contract", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const foreign = alterLogs(BOUGHT, (log) => [{ ...log, address: town.stranger.address as Address }]);

      expect((await auditOf(town, foreign)).text).to.match(/gave event \d+ of block \d+, which was not asked for/);
    });
  });

  describe("given a node that answers as it was", () => {
    /** Answers every question about a block from one that is so many before. */
    const late =
      (method: string, blocks: number): Alter =>
      async (request, answer) => {
        const { params } = request as Request & { params: unknown[] };
        const block = params?.at(method === "eth_getBlockByNumber" ? 0 : -1);
        if (request.method !== method || typeof block !== "string" || !block.startsWith("0x")) return answer;
        const before = toHex(Number(block) - blocks);
        const changed = params.map((param) => (param === block ? before : param));
        return connection.provider.request({ method, params: changed });
      };

    it("names the block that it gave instead", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const latest = await ethers.provider.getBlockNumber();

      const { report, text, names } = await auditOf(town, late("eth_getBlockByNumber", 1));

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: nodes/);
      expect(text).to.contain(`block ${latest}: ${names[0]} gave block ${latest - 1} instead`);
    });

    it("names the invariants that its figures contradict", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);

      const { report, text } = await auditOf(town, late("eth_call", 1));

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: .*invariant 5/);
    });
  });

  describe("given two nodes that disagree", () => {
    it("names the view, both nodes and both values", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const lie = alterView(await town.currency.getAddress(), BALANCE_OF, 1n);

      const { report, text, names } = await auditOf(town, honest, lie);

      const [one, other] = names;
      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: nodes/);
      expect(text).to.match(
        new RegExp(`✘ balanceOf\\(0x\\w+\\) of 0x\\w+.*: ${one} says (\\d+) for balanceOf.*, ${other} says \\d+`),
      );
    });

    it("names the event that only one has", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);

      const { text, names } = await auditOf(
        town,
        honest,
        alterLogs(BOUGHT, () => []),
      );

      const [one, other] = names;
      expect(text).to.match(/^✘ This does not add up: nodes/);
      expect(text).to.match(
        new RegExp(`${one} says \\d+ events, the \\d+\\. event \\d+ of block \\d+.*, ${other} says`),
      );
    });

    it("names the block of which they have different ones", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const other: Alter = ({ method }, answer) =>
        method === "eth_getBlockByNumber" ? { ...(answer as object), hash: `0x${"7".repeat(64)}` } : answer;

      const { report, text } = await auditOf(town, honest, other);

      expect(report.outcome).to.equal("broken");
      expect(report.at).to.equal(null);
      expect(text).to.match(/✘ block \d+: .* says .*hash.* says .*7777/);
    });
  });

  describe("given a node that tells of a contract's creation", () => {
    const ofTransactions =
      (change: (answer: object) => object | null): Alter =>
      ({ method }, answer) =>
        method === "eth_getTransactionByHash" ? change(answer as object) : answer;

    it("says that nobody can tell when it has forgotten the transaction", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);

      const { report, text } = await auditOf(
        town,
        ofTransactions(() => null),
      );

      expect(report.outcome).to.equal("unavailable");
      expect(text).to.contain(`? The node does not know the transaction ${town.deployment.creations.Benefits}, which`);
    });

    it("names the transaction that it gave instead of another", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const hash = `0x${"7".repeat(64)}`;

      const { report, text } = await auditOf(
        town,
        ofTransactions((answer) => ({ ...answer, hash })),
      );

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(new RegExp(`✘ transaction 0x\\w{64}: .* gave transaction ${hash} instead`));
    });

    it("names the transaction that was told something else than these sources tell a constructor", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);

      const { report, text } = await auditOf(
        town,
        ofTransactions((answer) => ({ ...answer, input: "0x60" })),
      );

      expect(report.outcome).to.equal("broken");
      expect(text).to.contain(`✘ Transaction ${town.deployment.creations.Benefits} did not create Benefits at`);
    });
  });

  describe("given a deployment that describes another chain", () => {
    it("names both first blocks", async () => {
      const town = await networkHelpers.loadFixture(auditedTown);
      const startBlockHash: Hex = `0x${"1".repeat(64)}`;

      const { report, text } = await auditBy({ ...town.deployment, startBlockHash });

      expect(report.outcome).to.equal("broken");
      expect(text).to.match(/^✘ This does not add up: deployment,/);
      expect(text).to.contain(
        `Block 1 is ${town.deployment.startBlockHash} on this chain, but the file says ${startBlockHash}`,
      );
    });
  });
});
