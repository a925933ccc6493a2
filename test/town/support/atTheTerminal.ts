import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { expect } from "chai";
import type { Signer } from "ethers";
import type { Address } from "viem";
import type { Verb } from "../../../scripts/commands/townVerbs.mjs";
import { acts } from "../../../scripts/operator/acts/acts.ts";
import type { Options } from "../../../scripts/operator/acts/Act.ts";
import { kebab } from "../../../scripts/operator/command/carryOut.ts";
import type { Wanted } from "../../../scripts/operator/command/Errand.ts";
import { performAct } from "../../../scripts/operator/command/performAct.ts";
import { readActArguments } from "../../../scripts/operator/command/readActArguments.ts";
import { checksumOf, type SafeFile } from "../../../scripts/operator/command/safeFile.ts";
import { contractsOf } from "../../../scripts/operator/contracts.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";

/** What is written behind a verb: options by their names, numbers as they are. */
type Written = Readonly<Record<string, string | number | bigint>>;

/** What a program is told of an act. */
export type Outcome = {
  steps: { call: string; to: string; data: string }[];
  notes: string[];
  sent?: { hash: string; gas: string; events: string[]; leftOut: string[] }[];
  missing?: { who: string; wallet: string; verb: Verb; options: Options }[];
  refusal?: string;
  doneBefore?: string;
};

/** The verbs that were done at least once by any of the tests. */
export const doneVerbs = new Set<string>();

let clock = 0;

/** One run of npm run town, but for finding the network: with its words, it reads, asks and does everything there is. */
export async function town(
  deployment: Deployment,
  by: Signer,
  [verb, written]: readonly [Verb, Written],
  wanted: Wanted,
  { isJson = false, answer }: { isJson?: boolean; answer?: string } = {},
) {
  const act = acts[verb];
  const args = Object.entries(written).flatMap(([name, value]) =>
    name === act.operand ? [String(value)] : [`--${kebab(name)}`, String(value)],
  );
  const { values } = readActArguments(verb, act, args);
  const said: string[] = [];
  const noted: string[] = [];
  const asked: string[] = [];
  const sender = (await by.getAddress()) as Address;
  const code = await performAct(act, values, {
    context: {
      deployment,
      provider: ethers.provider,
      contracts: contractsOf(deployment, ethers.provider),
      sender: () => sender,
      now: await networkHelpers.time.latest(),
    },
    network: { name: "local", title: "Local chain" },
    wanted,
    isJson,
    terminal: {
      say: (line) => said.push(line),
      note: (line) => noted.push(line),
      ask: async (question) => {
        asked.push(question);
        return answer;
      },
    },
  });
  return { code, said, noted, asked };
}

/** A folder for the files of a test. */
export function filesIn(): { file: (name: string, content: string) => string; remove: () => void; folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "town-"));
  const file = (name: string, content: string) => {
    const place = path.join(folder, name);
    writeFileSync(place, content);
    return place;
  };
  return { folder, file, remove: () => rmSync(folder, { recursive: true }) };
}

/** The most gas that one transaction may use (EIP-7825). */
const MOST_GAS = 16_777_216;

/**
 * Does acts of one deployment, each as three people would: it prints the calldata, writes the file for a Safe, and sends;
 * and each time it is the same. Words are signed, and give what their sending verb takes.
 */
export function doing(deployment: Deployment, folder: string) {
  const sent = (signer: Signer): Wanted => ({ kind: "sent", signer, isSure: true, isAgain: true });

  async function does(by: Signer, verb: Verb, written: Written = {}): Promise<Outcome> {
    const act = acts[verb];
    if (act.kind !== "sends" && act.kind !== "performs") throw new Error(`${verb} sends nothing`);
    const place = path.join(folder, `${++clock}.json`);
    const printed = await town(deployment, by, [verb, written], { kind: "calldata" });
    await town(deployment, by, [verb, written], { kind: "safe", file: place });
    const { code, said, noted } = await town(deployment, by, [verb, written], sent(by), { isJson: true });
    expect(code, `${verb}: ${[...said, ...noted].join("\n")}`).to.equal(0);
    const outcome = JSON.parse(said[0] ?? "") as Outcome;

    const calls = outcome.steps.map(({ to, data }) => ({ to, data }));
    expect(calls.length, verb).to.be.above(0);
    const calldata = JSON.parse(printed.said[0] ?? "") as unknown;
    expect(Array.isArray(calldata) ? calldata : [calldata], verb).to.deep.equal(calls);
    const batch = JSON.parse(readFileSync(place, "utf8")) as SafeFile;
    expect(
      batch.transactions.map(({ to, data }) => ({ to, data })),
      verb,
    ).to.deep.equal(calls);
    for (const transaction of batch.transactions) expect(encoded(transaction), verb).to.equal(transaction.data);
    const { checksum, ...meta } = batch.meta;
    expect(checksumOf({ ...batch, meta }), verb).to.equal(checksum);

    expect(outcome.steps.at(-1)?.call.split("(")[0], verb).to.equal(act.sends);
    for (const { gas } of outcome.sent ?? []) expect(Number(gas), verb).to.be.below(MOST_GAS);
    doneVerbs.add(verb);
    return outcome;
  }

  /** What somebody signs, as the options of the verb that sends it. */
  async function signs(by: Signer, verb: Verb, written: Written = {}): Promise<{ verb: Verb; options: Options }> {
    const { code, said } = await town(deployment, by, [verb, written], sent(by), { isJson: true });
    expect(code, verb).to.equal(0);
    doneVerbs.add(verb);
    return JSON.parse(said[0] ?? "") as { verb: Verb; options: Options };
  }

  /** Somebody signs, and another sends just what was printed. */
  async function speaks(by: Signer, verb: Verb, written: Written, sender: Signer): Promise<Outcome> {
    const word = await signs(by, verb, written);
    return does(sender, word.verb, word.options);
  }

  /** What a contract says that refuses an act. */
  async function refuses(by: Signer, verb: Verb, written: Written = {}): Promise<string> {
    const { code, said } = await town(deployment, by, [verb, written], { kind: "dry run" });
    expect(code, said.join("\n")).to.equal(1);
    doneVerbs.add(verb);
    return said.at(-1) ?? "";
  }

  /** What a question is answered with. */
  async function tells(by: Signer, verb: Verb, written: Written = {}): Promise<string> {
    const { code, said } = await town(deployment, by, [verb, written], { kind: "dry run" });
    expect(code, verb).to.equal(0);
    doneVerbs.add(verb);
    return said.join("\n");
  }

  return { does, signs, speaks, refuses, tells };
}

/** What the Transaction Builder makes of a function and the values that people see. */
function encoded({ contractMethod, contractInputsValues }: SafeFile["transactions"][number]): string {
  const { name, inputs } = contractMethod;
  const face = new ethers.Interface([{ type: "function", name, inputs, outputs: [], stateMutability: "nonpayable" }]);
  const values = inputs.map((input) => {
    const text = contractInputsValues[input.name] ?? "";
    return /^tuple|\[/.test(input.type) ? revived(JSON.parse(text)) : revived(text);
  });
  return face.encodeFunctionData(name, values);
}

/** JSON's texts of truth as such. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value === "true" || value === "false") return value === "true";
  return value;
}
