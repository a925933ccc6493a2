import { readFileSync } from "node:fs";
import type { Answers } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { getAddress, isAddress, type Provider } from "ethers";
import { command } from "./commands/town.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { requireFiles } from "./commands/requireFiles.ts";
import { readDeployment } from "./deploy/deploymentFile.ts";
import { type NetworkName, requireNetwork } from "./deploy/networks.ts";
import { openForReading, openSigner } from "./deploy/openNetwork.ts";
import { handIn, type HandIn } from "./operator/timesheet/handIn.ts";

const KEY = "TOWN_PRIVATE_KEY";

/** npm run town: what a town's officials do, from a terminal. */
export async function perform(args: readonly string[]): Promise<number> {
  const { values, operands } = readArguments(command, args);
  const [verb, file = ""] = operands;
  if (verb !== "submit") throw new Mistake(`There is no "${verb}". Say ${command.name} -- submit FILE.`);
  if (values.network === undefined)
    throw new Mistake(`Say on which network: ${command.name} -- ${verb} FILE --network NAME.`);
  requireFiles([file]);
  const network = requireNetwork(values.network);
  const town = townOf(values.town);
  const answers = answersOf(values.answer ?? []);
  const week = values.week === undefined ? undefined : weekOf(values.week);
  const deployment = readDeployment(network);

  const { provider } = (await openForReading(network)).ethers;
  const isSent = values["dry-run"] !== true && values.calldata !== true;
  const sender = await senderOf(network, { wallet: values.as, isSent });
  const weekIndex = week ?? (await lastWeek(provider));
  const { uri = "", calldata = false, json = false } = values;
  const bytes = readFileSync(file);
  const wanted: HandIn["wanted"] = calldata ? "calldata" : isSent ? "sent" : "dry run";
  return handIn({ deployment, provider, sender, file: { town, weekIndex, bytes, uri, answers }, wanted, isJson: json });
}

function townOf(text = ""): number {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 32) return Number(text);
  throw new Mistake(`Say which town by its number: --town 1.${text === "" ? "" : ` "${text}" is none.`}`);
}

/** The week of a date. */
function weekOf(text: string): number {
  const midnight = Date.parse(`${text}T00:00:00Z`) / 1000;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(midnight)) return weekIndexOf(midnight);
  throw new Mistake(`"${text}" is not a date. Write one of the week's days as --week 2027-02-22.`);
}

/** The last week that has ended on the chain. */
async function lastWeek(provider: Provider): Promise<number> {
  const latest = await provider.getBlock("latest");
  return weekIndexOf(latest?.timestamp ?? Date.now() / 1000) - 1;
}

function answersOf(given: readonly string[]): Answers {
  return Object.fromEntries(
    given.map((answer) => {
      const at = answer.lastIndexOf("=");
      if (at < 1) throw new Mistake(`"--answer ${answer}" has no answer: write NAME=WORD, as repeatedRow=both.`);
      return [answer.slice(0, at), answer.slice(at + 1)];
    }),
  );
}

/** Who sends: a wallet that signs, or only its address where nothing is sent. */
async function senderOf(
  network: NetworkName,
  { wallet, isSent }: { wallet: string | undefined; isSent: boolean },
): Promise<HandIn["sender"]> {
  const isGood: boolean = wallet === undefined || isAddress(wallet);
  if (!isGood) throw new Mistake(`"${wallet}" is no address, or a letter of it is wrong.`);
  if (wallet !== undefined && (!isSent || network === "local")) {
    const address = getAddress(wallet);
    if (!isSent) return { address };
    return { address, signer: await openSigner(network, KEY, address) };
  }
  if (network === "local") throw new Mistake("Say which of the local chain's wallets is the coordinator's: --as 0x….");
  const signer = await openSigner(network, KEY);
  if (wallet === undefined || getAddress(wallet) === (await signer.getAddress()))
    return { address: await signer.getAddress(), signer };
  throw new Mistake(`The key in ${KEY} is of another wallet than ${getAddress(wallet)}.`);
}
