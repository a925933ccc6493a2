import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { townRegistryEvents } from "@one-small-town/core/abis/townRegistryEvents.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import { expect } from "chai";
import { type Abi, decodeEventLog, encodeAbiParameters, type Hex, toEventSelector } from "viem";
import { reportJson } from "../../scripts/audit/describeReport.ts";
import { networkHelpers } from "../fixture/connection.ts";
import { alterStrings } from "../support/alterStrings.ts";
import { FORGED, harmIn, hostile, hostileSequences, hostileText } from "../support/hostile.ts";
import { auditBy } from "./support/auditBy.ts";
import { auditedTown } from "./support/auditedTown.ts";
import { type Alter, Refused } from "./support/serveChain.ts";

const honest: Alter = (_, answer) => answer;

/** A node that refuses all questions of one kind with words of its own. */
const refusing = (method: string, words: string): Alter => {
  return (request, answer) => {
    if (request.method === method) throw new Refused(words, -32_000);
    return answer;
  };
};

/** The events of one kind, told with other values. */
function retelling(abi: Abi, name: string, change: (args: Record<string, unknown>) => void): Alter {
  const event = abi.find((one) => one.type === "event" && one.name === name);
  if (event?.type !== "event") throw new Error(`There is no event ${name}`);
  const topic = toEventSelector(event);
  const written = event.inputs.filter(({ indexed }) => indexed !== true);
  return ({ method }, answer) => {
    if (method !== "eth_getLogs") return answer;
    return (answer as RawLog[]).map((log) => {
      if (log.topics[0] !== topic) return log;
      const { args } = decodeEventLog({ abi: [event], data: log.data, topics: log.topics as [Hex, ...Hex[]] });
      const told = args as unknown as Record<string, unknown>;
      change(told);
      const data = encodeAbiParameters(
        written,
        written.map((input) => told[input.name ?? ""]),
      );
      return Object.assign({}, log, { data });
    });
  };
}

/** Parts of a text, none with more bytes than fit into a word. */
function partsOf(sequences: readonly string[]): string[] {
  const parts = [""];
  for (const sequence of sequences) {
    const last = `${parts.at(-1)}a${sequence}`;
    if (Buffer.byteLength(last) <= 31) parts[parts.length - 1] = last;
    else parts.push(`a${sequence}`);
  }
  return parts;
}

describe(`the audit of a town in which strangers write (${hostileSequences.length} sequences)`, function () {
  this.timeout(120_000);

  /** What is printed and saved of an audit by such nodes. */
  async function tell(lies: readonly Alter[], change: (deployment: object) => void = () => undefined) {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const told = structuredClone(deployment);
    change(told);
    const { report, text } = await auditBy(told, { lies });
    const json = reportJson(report);
    const values: string[] = [];
    JSON.parse(json, (_, value: unknown) => (typeof value === "string" && values.push(value), value));
    return { report, text, json, values };
  }

  function expectHarmless({ text, json, values }: Awaited<ReturnType<typeof tell>>): void {
    expect(harmIn(text)).to.deep.equal([]);
    expect(harmIn(json)).to.deep.equal([]);
    expect(values.flatMap(harmIn)).to.deep.equal([]);
    expect(values.filter((value) => value.includes("\n"))).to.deep.equal([]);
  }

  it("shows nothing of what the names of a town and of its shares could paint", async () => {
    const named = [
      retelling(townRegistryEvents, "TownFounded", (args) => (args["name"] = hostileText)),
      retelling(shareOfferingEvents, "OfferingProposed", (args) => {
        Object.assign(args["terms"] as object, { name: `Bread ${hostileText}`, symbol: hostileText });
      }),
    ];
    const told = await tell([(request, answer) => named.reduce((altered, alter) => alter(request, altered), answer)]);

    expect(told.text).to.include("Bread");
    expectHarmless(told);
  });

  for (const [what, sequences] of Object.entries(hostile)) {
    it(`shows nothing of what a currency, and a name that views tell, could paint: ${what}`, async () => {
      for (const [i, part] of partsOf(sequences).entries()) {
        const alter = alterStrings(
          new Map([
            ["TUSD", part],
            ["Willowmere Bakery", `${i}${part}`],
            ["Willowmere", part],
          ]),
        );
        expectHarmless(await tell([(_, answer) => alter(answer)]));
      }
    });
  }

  for (const method of ["eth_call", "eth_getLogs", "eth_getCode", "eth_getTransactionByHash", "eth_getBlockByNumber"]) {
    it(`shows nothing of what a node could paint with its refusals of ${method}, alone or beside another`, async () => {
      for (const lies of [[refusing(method, hostileText)], [honest, refusing(method, hostileText)]]) {
        const told = await tell(lies).catch((error: Error) => error);
        if (told instanceof Error) expect(harmIn(told.message)).to.deep.equal([]);
        else {
          expect(told.report.outcome).to.equal("unavailable");
          expectHarmless(told);
        }
      }
    });

    it(`shows nothing of what a node could paint with its answers to ${method}`, async () => {
      const painted: Alter = (request, answer) => {
        if (request.method !== method) return answer;
        return typeof answer === "object" && answer !== null && !Array.isArray(answer)
          ? Object.fromEntries(Object.keys(answer).map((key) => [key, hostileText]))
          : hostileText;
      };
      for (const lies of [[painted], [honest, painted]]) {
        const told = await tell(lies).catch((error: Error) => error);
        if (told instanceof Error) expect(harmIn(told.message)).to.deep.equal([]);
        else {
          expect(told.report.outcome).not.to.equal("holds");
          expectHarmless(told);
        }
      }
    });
  }

  it("shows nothing of what a history could paint", async () => {
    const { deployment } = await networkHelpers.loadFixture(auditedTown);
    const folder = mkdtempSync(path.join(tmpdir(), "painted-"));
    try {
      writeFileSync(path.join(folder, "index.json"), JSON.stringify({ format: hostileText, deployment: hostileText }));
      const { text } = await auditBy(deployment, { history: folder });
      expect(harmIn(text)).to.deep.equal([]);
      writeFileSync(path.join(folder, "index.json"), hostileText);
      expect(harmIn((await auditBy(deployment, { history: folder })).text)).to.deep.equal([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says in its first line on whose word it rests", async () => {
    const alone = await tell([honest]);
    expect(alone.text).to.match(/^✔ .* as ONE node tells it \(http:\S+\): all \d+ invariants hold/);
    const both = await tell([honest, honest]);
    expect(both.text).to.match(/^✔ .* as two nodes agree \(http:\S+ and http:\S+\): all \d+ invariants hold/);
    const wrong = await tell([refusing("eth_call", "header not found")]);
    expect(wrong.text).to.match(
      /^\? Nobody can say .*\. ONE node was asked, http:\S+: it answered \d+ of \d+ questions\.\n/,
    );
  });

  it("says in its first line what was compared where one of two nodes has forgotten old states", async () => {
    const { text, report } = await tell([honest, refusing("eth_call", "missing trie node 9f86d081 (path ) <nil>")]);
    const [, asked, compared, first, second] =
      /^\? Nobody can say .*\. Of (\d+) questions (\d+) were compared: http:\S+ answered (\d+), http:\S+ answered (\d+)\.\n/.exec(
        text,
      ) ?? [];
    expect(Number(first)).to.equal(Number(asked));
    expect(second).to.equal(compared);
    expect(Number(compared)).to.be.above(0).and.below(Number(asked));
    expect(report.outcome).to.equal("unavailable");
  });

  it("knows what harms when it sees it", () => {
    for (const sequence of hostileSequences.filter((one) => !["\n", "\r\n"].includes(one))) {
      expect(harmIn(`a${sequence}b`), JSON.stringify(sequence)).not.to.deep.equal([]);
    }
    expect(harmIn(`a\n${FORGED}\nb`)).not.to.deep.equal([]);
  });
});
