import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { daysOfWeek } from "@one-small-town/core/hours/weeks.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import type { Provider, Signer } from "ethers";
import { contractsOf, interfaceOf } from "../contracts.ts";
import { revertOf, send } from "../send.ts";
import { type HoursFile, readHours, stepOfHours } from "../submitHours.ts";
import { askOnTerminal } from "./askOnTerminal.ts";
import { describeReading } from "./describeReading.ts";
import { type Asker, readAndAsk } from "./readAndAsk.ts";

export type HandIn = {
  deployment: Deployment;
  provider: Provider;
  /** The coordinator; a signer where something is sent. */
  sender: { address: string; signer?: Signer };
  file: HoursFile & { uri: string };
  wanted: "sent" | "dry run" | "calldata";
  isJson: boolean;
  /** Where answers come from, where what was asked for goes, and what a program should not read; a terminal by itself. */
  ask?: Asker;
  say?: (line: string) => void;
  note?: (line: string) => void;
};

/**
 * Reads a coordinator's file, tells all that is wrong with it, asks what must be asked, and hands it in. Returns 0 when it
 * did as wanted, 1 when the file, or the contract, does not allow it.
 */
export async function handIn(all: HandIn): Promise<number> {
  const { deployment, provider, sender, file, wanted, isJson, say = console.log, note = console.error } = all;
  const ask = all.ask ?? askOnTerminal;
  const self = { runner: provider, coordinator: sender.address };
  const { town, weekIndex, bytes } = file;
  const reading = await readAndAsk(
    (answers) => readHours(deployment, self, { town, weekIndex, bytes, answers }),
    file.answers ?? {},
    isJson ? async () => undefined : ask,
  );

  const [monday, , , , , , sunday] = daysOfWeek(weekIndex);
  const tell = wanted === "calldata" || isJson ? note : say;
  if (isJson) say(JSON.stringify(reading, (_, value) => (value instanceof Uint8Array ? [...value] : value)));
  else
    for (const line of [`Town ${town}, week ${weekIndex}, ${monday} to ${sunday}:`, ...describeReading(reading)])
      tell(line);
  if (reading.kind !== "read") return 1;

  const step = stepOfHours(deployment, file, reading.quarters);
  const refusal = await refusalOf(provider, sender.address, step);
  if (refusal !== undefined) {
    tell(`✘ The contract would refuse this: ${refusal}`);
    return 1;
  }
  if (wanted === "calldata") say(JSON.stringify(callOf(step)));
  if (wanted !== "sent" || sender.signer === undefined) {
    tell("✔ The contract would take this. Nothing was sent.");
    return 0;
  }
  const { hash } = await send(sender.signer, step);
  const { reviewEnds } = await contractsOf(deployment, provider).contributions.pendingOf(town);
  const ends = new Date(Number(reviewEnds) * 1000).toISOString().slice(0, 16).replace("T", " ");
  tell(`✔ Handed in by transaction ${hash}. The review ends on ${ends} UTC; from then on anybody can finalise it.`);
  return 0;
}

function callOf(step: Step): { to: string; data: string } {
  return { to: step.address, data: interfaceOf(step.abi).encodeFunctionData(step.functionName, [...step.args]) };
}

/** Why a contract would refuse a transaction now: the name of its error with its values; undefined when it would not. */
async function refusalOf(provider: Provider, from: string, step: Step): Promise<string | undefined> {
  try {
    const { to, data } = callOf(step);
    await provider.call({ from, to, data });
    return undefined;
  } catch (failure) {
    const error = revertOf(failure);
    if (error === null) throw failure;
    return `${error.name}(${error.args.join(", ")})`;
  }
}
