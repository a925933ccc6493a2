import { createInterface } from "node:readline/promises";
import type { Provider } from "ethers";
import type { Address } from "viem";
import { helpOf } from "./commands/helpOf.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import type { Verb } from "./commands/townVerbs.mjs";
import { readDeployment } from "./deploy/deploymentFile.ts";
import { type NetworkName, networks, requireNetwork } from "./deploy/networks.ts";
import { openForReading, openSigner } from "./deploy/openNetwork.ts";
import { acts } from "./operator/acts/acts.ts";
import type { Act } from "./operator/acts/Act.ts";
import { readWallet } from "./operator/acts/arguments.ts";
import { requireNoFile } from "./operator/command/carryOut.ts";
import { type CommonOptions, commandOf } from "./operator/command/commandOf.ts";
import type { Terminal, Wanted } from "./operator/command/Errand.ts";
import { performAct } from "./operator/command/performAct.ts";
import { readActArguments } from "./operator/command/readActArguments.ts";
import { contractsOf } from "./operator/contracts.ts";

const KEY = "TOWN_PRIVATE_KEY";

/** npm run town: what people and offices do, from a terminal. */
export async function perform([verb = "", ...args]: readonly string[]): Promise<number> {
  const act = actOf(verb);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(helpOf(commandOf(verb, act)));
    return 0;
  }
  const { common, values } = readActArguments(verb, act, args);
  if (common.network === undefined)
    throw new Mistake(`Say on which network: npm run town -- ${verb} … --network NAME.`);
  const name = requireNetwork(common.network);
  if (common.safe !== undefined) requireNoFile(common.safe);
  const deployment = readDeployment(name);
  const { provider } = (await openForReading(name)).ethers;
  const { wanted, sender } = await senderOf(name, act, common);
  const context = {
    deployment,
    provider,
    contracts: contractsOf(deployment, provider),
    sender: () => sender ?? nobody(),
    now: await timeOf(provider),
  };
  const network = { name, title: networks[name].name };
  return performAct(act, values, { context, network, wanted, isJson: common.json === true, terminal });
}

function actOf(verb: string): Act {
  if (Object.hasOwn(acts, verb)) return acts[verb as Verb];
  const near = Object.keys(acts).filter((one) => one.split("-").some((part) => verb.split("-").includes(part)));
  const meant = near.length > 0 ? ` Do you mean ${near.slice(0, 6).join(", ")}?` : "";
  throw new Mistake(`There is no "${verb}".${meant} Say npm run town -- --help to see what there is.`);
}

function nobody(): never {
  throw new Mistake("Say whose act it is: --as 0x….");
}

async function timeOf(provider: Provider): Promise<number> {
  const latest = await provider.getBlock("latest");
  return latest?.timestamp ?? Math.floor(Date.now() / 1000);
}

/** What becomes of the act, and whose it is: a wallet that signs, or only its address where nothing is sent. */
async function senderOf(
  network: NetworkName,
  { kind }: Act,
  { as, safe, calldata = false, yes = false, again = false, ...others }: CommonOptions,
): Promise<{ wanted: Wanted; sender?: Address }> {
  const named = as === undefined ? undefined : readWallet(as);
  const unsent = unsentOf({ safe, calldata, isDry: others["dry-run"] === true || kind === "tells" });
  if (unsent !== undefined) return named === undefined ? { wanted: unsent } : { wanted: unsent, sender: named };
  if (network === "local" && named === undefined)
    throw new Mistake("Say which of the local chain's wallets acts: --as 0x….");
  const signer = network === "local" ? await openSigner(network, KEY, named) : await openSigner(network, KEY);
  const sender = (await signer.getAddress()) as Address;
  if (named !== undefined && named !== sender)
    throw new Mistake(`The key in ${KEY} is of another wallet than ${named}.`);
  return { wanted: { kind: "sent", signer, isSure: yes, isAgain: again }, sender };
}

function unsentOf({ safe, calldata, isDry }: { safe: string | undefined; calldata: boolean; isDry: boolean }) {
  const all: Wanted[] = [];
  if (safe !== undefined) all.push({ kind: "safe", file: safe });
  if (calldata) all.push({ kind: "calldata" });
  if (isDry) all.push({ kind: "dry run" });
  if (all.length > 1) throw new Mistake("Say one of --dry-run, --calldata and --safe FILE.");
  return all[0];
}

const terminal: Terminal = {
  say: (line) => console.log(line),
  note: (line) => console.error(line),
  ask: async (question) => {
    if (!process.stdin.isTTY) return undefined;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
};
