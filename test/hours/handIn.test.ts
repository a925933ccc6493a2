import { createHash } from "node:crypto";
import { daysOfWeek } from "@one-small-town/core/hours/weeks.ts";
import { expect } from "chai";
import type { Address } from "viem";
import type { Errand } from "../../scripts/operator/command/Errand.ts";
import { contractsOf } from "../../scripts/operator/contracts.ts";
import type { HoursFile } from "../../scripts/operator/submitHours.ts";
import { handIn } from "../../scripts/operator/timesheet/handIn.ts";
import { optionOf } from "../../scripts/operator/timesheet/optionOf.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { weekWorked } from "../fixture/weeks.ts";

type Differences = Partial<Pick<Errand, "wanted" | "isJson">> & {
  by?: Awaited<ReturnType<typeof ethers.getSigners>>[number];
  file?: Partial<HoursFile>;
  answer?: string;
};

/** Everything the coordinator of Willowmere, member 2 of 5, says to the command, and what it says. */
async function atTheTerminal() {
  const { deployment, contributions, coordinator, town, weekIndex } = await networkHelpers.loadFixture(weekWorked);
  const [monday = "", tuesday = ""] = daysOfWeek(weekIndex);
  const said: string[] = [];
  const asked: string[] = [];
  const noted: string[] = [];
  const hand = async (rows: readonly string[], { by = coordinator, file, answer, ...other }: Differences = {}) => {
    const bytes = Buffer.from(`member,project,date,hours\n${rows.join("\n")}\n`, "utf16le");
    const errand: Errand = {
      context: {
        deployment,
        provider: ethers.provider,
        contracts: contractsOf(deployment, ethers.provider),
        sender: () => by.address as Address,
        now: await networkHelpers.time.latest(),
      },
      network: { name: "local", title: "Local chain" },
      wanted: { kind: "sent", signer: by, isSure: true, isAgain: false },
      isJson: false,
      terminal: {
        ask: async (question) => {
          asked.push(question);
          return answer;
        },
        say: (line) => said.push(line),
        note: (line) => noted.push(line),
      },
      ...other,
    };
    const code = await handIn({ errand, file: { town, weekIndex, bytes, uri: "ipfs://week", ...file } });
    return { code, bytes };
  };
  return { contributions, coordinator, town, weekIndex, monday, tuesday, said, asked, noted, hand };
}

describe("handIn", () => {
  it("hands in a file, with the hash of its own bytes, and says when its review ends", async () => {
    const { contributions, town, weekIndex, monday, tuesday, said, hand } = await atTheTerminal();

    const { code, bytes } = await hand([
      `4,Kitchen,${monday},3h 15m`,
      `#5,Kitchen,${tuesday},2`,
      `5,Garden,${tuesday},1`,
    ]);

    const [submission] = await contributions.queryFilter(contributions.filters.TimesheetSubmitted());
    expect(code).to.equal(0);
    expect(submission?.args).to.include(`0x${createHash("sha256").update(bytes).digest("hex")}`);
    expect((await contributions.pendingOf(town)).weekIndex).to.equal(BigInt(weekIndex));
    expect(said.join("\n")).to.include("✔ 3 rows: 6.25 hours of 2 members, 2 of them active, 2 shifts.");
    expect(said.at(-1)).to.match(
      /^✔ Handed in by transaction 0x\w{64}\. The review ends on \d{4}-\d\d-\d\d \d\d:\d\d UTC; /,
    );
  });

  it("tells every bad row with what to write instead, and sends nothing", async () => {
    const { contributions, town, monday, said, asked, hand } = await atTheTerminal();

    const { code } = await hand([`4,Kitchen,${monday},2,75`, `9,Kitchen,${monday},1.1`, `2,Kitchen,soon,45`]);

    expect(code).to.equal(1);
    expect(said.slice(1)).to.deep.equal([
      "This file cannot be handed in yet: 6 problems.",
      "✘ Row 2: write 2.75 or put quotes around 2,75: without them a comma ends the cell. If what follows is a note, put quotes around that.",
      '✘ Row 3: "9" is no member number of this town, which go from 1 to 5.',
      '✘ Row 3: "1.1" hours are no whole quarters. Write 1 or 1.25.',
      "✘ Row 4: member 2 is you. Nobody hands in their own hours: another coordinator adds them later.",
      said[6],
      '✘ Row 4: "45" hours are more than a day has. If they are minutes, write 0:45.',
    ]);
    expect(said[6]).to.match(/^✘ Row 4: "soon" is no day of the week from .* Write a date as \d{4}-/);
    expect(asked).to.deep.equal([]);
    expect((await contributions.pendingOf(town)).weekIndex).to.equal(0n);
  });

  it("asks what only a person can know, and goes on when it is answered", async () => {
    const { contributions, town, monday, asked, hand } = await atTheTerminal();

    const { code } = await hand([`4,Kitchen,${monday},3`, `4,kitchen,${monday},3:00`], { answer: "both" });

    expect(code).to.equal(0);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.match(/^\? Row 3 says the same as row 2: .*\n  both \/ once \/ no: $/);
    expect((await contributions.pendingOf(town)).shifts).to.equal(2n);
  });

  it("says how to answer where nobody does", async () => {
    const { monday, said, hand } = await atTheTerminal();

    const { code } = await hand([`4,Kitchen,${monday},3`, `4,kitchen,${monday},3:00`]);

    expect(code).to.equal(1);
    expect(said.slice(1)).to.deep.equal([
      '1 question, to be answered with --answer "NAME=WORD":',
      `? Row 3 says the same as row 2: member 4, ${monday}, 3 hours, "kitchen". Were both worked (both), or is it written twice (once)? [repeatedRow 3]`,
    ]);
  });

  it("takes answers that were given before", async () => {
    const { contributions, town, monday, asked, hand } = await atTheTerminal();
    const bytes = Buffer.from(`member,project,date,hours\n4,A,${monday},3\n4,a,${monday},3\n`);

    const { code } = await hand([], { file: { bytes, answers: { repeatedRow: "once" } } });

    expect({ code, asked }).to.deep.equal({ code: 0, asked: [] });
    expect((await contributions.pendingOf(town)).shifts).to.equal(1n);
  });

  it("prints the transaction for another wallet, and nothing else where a program reads", async () => {
    const { contributions, coordinator, town, monday, said, hand } = await atTheTerminal();

    await hand([`4,Kitchen,${monday},3`], { wanted: { kind: "calldata" } });
    const { to, data } = JSON.parse(said.join("\n")) as { to: string; data: string };
    await coordinator.sendTransaction({ to, data });

    expect((await contributions.pendingOf(town)).active).to.equal(1n);
  });

  it("says that the contract would refuse, before anything is sent", async () => {
    const { monday, said, hand } = await atTheTerminal();
    const [stranger] = (await ethers.getSigners()).slice(-1);
    if (stranger === undefined) throw new Error("There is no stranger");

    const { code } = await hand([`4,Kitchen,${monday},3`], { by: stranger });

    expect(code).to.equal(1);
    expect(said.at(-1)).to.match(/^✘ The contract would refuse this: ContributionsNotCoordinator\(/);
  });

  it("prints what was read as JSON", async () => {
    const { monday, said, noted, hand } = await atTheTerminal();

    await hand([`4,Kitchen,${monday},3`], { wanted: { kind: "dry run" }, isJson: true });

    expect(JSON.parse(said.join("\n"))).to.deep.include({ kind: "read", quarters: [0, 0, 0, 12] });
    expect(noted.at(-1)).to.equal("✔ The contract would take this. Nothing was sent.");
  });
});

describe("optionOf", () => {
  const both = { options: ["both", "once"] };

  it("takes the word, or its beginning", () => {
    expect(["both", "B", " once ", "o"].map((word) => optionOf(both, word))).to.deep.equal([
      "both",
      "both",
      "once",
      "once",
    ]);
  });

  it("leaves the question open for nothing and for no", () => {
    expect(["", "n", "No"].map((word) => optionOf(both, word))).to.deep.equal([undefined, undefined, undefined]);
  });

  it("asks again for what is none, or could be two", () => {
    expect(optionOf(both, "yes")).to.equal(null);
    expect(optionOf({ options: ["Week 1", "Week 2"] }, "week")).to.equal(null);
  });
});
