import { existsSync, writeFileSync } from "node:fs";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import { Mistake } from "../../commands/Mistake.mjs";
import type { Missing, Plan } from "../acts/Act.ts";
import { type Errand, tellerOf } from "./Errand.ts";
import { describeStep, nameOf, withNames } from "./describe.ts";
import { refusalOf } from "./refusalOf.ts";
import { callOf, safeFileOf } from "./safeFile.ts";
import { type Sent, sendAll } from "./sendAll.ts";
import { sentBefore } from "./sentBefore.ts";

/** What is known of an act besides its transactions. */
type Deed = {
  /** Whether the contract would do it a second time. */
  isRepeatable: boolean;
  /** What a program is told besides. */
  facts?: Readonly<Record<string, unknown>>;
  /** What is told when it is done. */
  done?: (hash: string) => Promise<string>;
  missing?: () => Promise<Missing[]>;
};

/** What a program is told. */
type Outcome = {
  network: string;
  chainId: number;
  from: string;
  steps: { call: string; to: string; data: string }[];
  notes: readonly string[];
  refusal?: string;
  doneBefore?: string;
  sent?: Sent[];
  /** What stopped it, and the transaction of which nobody knows whether it came through. */
  stopped?: string;
  unconfirmed?: string;
  missing?: Missing[];
};

/**
 * Does with a plan what is wanted: asks the contracts, prints it, writes it for a Safe, or sends it. Returns 0 when it did,
 * 1 when a contract refuses, or what was sent did not come through.
 */
export async function carryOut(errand: Errand, plan: Plan, deed: Deed): Promise<number> {
  const { context, network, wanted, isJson, terminal } = errand;
  const { steps, notes = [] } = plan;
  const tell = tellerOf(errand);
  const from = context.sender();
  const { chainId } = context.deployment;
  const outcome: Outcome = {
    network: network.name,
    chainId,
    from,
    steps: steps.map((step) => ({ call: describeStep(step), to: step.address, data: callOf(step).data })),
    notes,
  };
  tell(`On ${network.title} (chain ${chainId}), from ${from}:`);
  for (const note of notes) tell(`  ${plainText(note, 1_000)}`);
  for (const [i, { call }] of outcome.steps.entries()) tell(`  ${i + 1}. ${withNames(call, context.deployment)}`);
  const code = await (steps.length === 0 ? nothing() : proceed());
  if (isJson && wanted.kind !== "calldata") terminal.say(JSON.stringify({ ...deed.facts, ...outcome }));
  return code;

  async function nothing(): Promise<number> {
    tell("✔ There is nothing to do.");
    return 0;
  }

  async function proceed(): Promise<number> {
    const isSent = wanted.kind === "sent";
    if (isSent && !wanted.isAgain && deed.isRepeatable && (await isDone())) return 0;
    const refusal = await firstRefusal(errand, steps);
    if (refusal !== undefined) {
      if (isSent && (await isDone())) return 0;
      outcome.refusal = refusal;
      tell(`✘ The contract would refuse this: ${refusal}`);
      return 1;
    }
    if (wanted.kind === "calldata") terminal.say(JSON.stringify(calls()));
    if (wanted.kind === "safe") writeSafeFile(wanted.file);
    if (!isSent) {
      tell("✔ The contract would take this. Nothing was sent.");
      return 0;
    }
    await requireConsent(errand, steps.length);
    const { done, stopped, unconfirmed } = await sendAll(context, wanted.signer, steps, tell);
    outcome.sent = done;
    const hash = done.at(-1)?.hash;
    if (stopped !== undefined || hash === undefined) {
      outcome.stopped = stopped ?? "";
      if (unconfirmed !== undefined) outcome.unconfirmed = unconfirmed;
      return 1;
    }
    // It is done, whether or not the node answers any more.
    tell(`✔ ${(await deed.done?.(hash).catch(() => undefined)) ?? `Done by transaction ${hash}.`}`);
    outcome.missing = (await deed.missing?.().catch(() => [])) ?? [];
    for (const word of outcome.missing) tell(`  ${sayMissing(word, network.name)}`);
    return 0;
  }

  async function isDone(): Promise<boolean> {
    const last = steps.at(-1);
    const hash = last && (await sentBefore(context.provider, from, callOf(last)));
    if (hash === undefined) return false;
    outcome.doneBefore = hash;
    tell(`✔ Done a moment ago, by transaction ${hash}. To do it once more, say --again.`);
    return true;
  }

  function calls() {
    const all = steps.map(callOf);
    return all.length === 1 ? all[0] : all;
  }

  function writeSafeFile(file: string): void {
    const name = steps.map(nameOf).join(", ");
    const batch = safeFileOf(steps, { chainId, safe: from, name: `One Small Town: ${name}`, at: context.now * 1000 });
    writeFileSync(file, `${JSON.stringify(batch, null, 2)}\n`);
    tell(`✔ ${file} is for Safe's Transaction Builder: drag it there.`);
  }
}

/** Throws where a file would be written over. */
export function requireNoFile(file: string): void {
  if (existsSync(file)) throw new Mistake(`There is a file ${file} already. Name another, or take it away.`);
}

/** Whose word is missing, and how it is given. */
function sayMissing({ who, wallet, verb, options }: Missing, network: string): string {
  const holder = wallet === null ? "nobody holds that office now" : wallet;
  return `Now ${who} (${holder}) is asked: ${commandLine(verb, options, network)}`;
}

/** An act as somebody types it. */
export function commandLine(verb: string, options: Readonly<Record<string, string>>, network: string): string {
  const written = Object.entries(options).map(([name, value]) => `--${kebab(name)} ${quotedWord(value)}`);
  return ["npm run town --", verb, ...written, "--network", network].join(" ");
}

function quotedWord(word: string): string {
  return /^[\w./:,@+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The name of an option as it is typed. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The first refusal of all steps; of one that follows an allowance, as if it were given. */
async function firstRefusal({ context }: Errand, steps: readonly Step[]): Promise<string | undefined> {
  for (const [i, step] of steps.entries()) {
    const isAllowedBefore = steps[i - 1]?.functionName === "approve" && steps[i - 1]?.address !== step.address;
    const refusal = await refusalOf(context.provider, context.sender(), step, isAllowedBefore);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Asks whether to send, where nobody said so before. Throws where nobody can be asked, or the answer is no. */
async function requireConsent({ wanted, terminal, context }: Errand, count: number): Promise<void> {
  if (wanted.kind !== "sent") return;
  const { provider } = context;
  const from = context.sender();
  const [all, mined] = await Promise.all([
    provider.getTransactionCount(from, "pending"),
    provider.getTransactionCount(from, "latest"),
  ]);
  if (all > mined && !wanted.isAgain)
    throw new Mistake(
      `A transaction of ${from} waits to be taken into a block. Nothing was sent: wait for it, then try again; or say --again.`,
    );
  if (wanted.isSure) return;
  const what = count === 1 ? "this transaction" : `these ${count} transactions`;
  const answer = await terminal.ask(`Send ${what}? (yes / no): `);
  if (answer === undefined) throw new Mistake("Nothing was sent: say --yes to send it without being asked.");
  if (!/^y(es)?$/i.test(answer.trim())) throw new Mistake("Nothing was sent.");
}
