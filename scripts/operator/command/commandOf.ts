import type { Command } from "../../commands/Command.ts";
import type { Act, Argument } from "../acts/Act.ts";
import { kebab } from "./carryOut.ts";

/** What every act takes. */
const COMMON = {
  network: { type: "string", value: "NAME", says: "the network; npm run town -- --help lists them" },
  as: {
    type: "string",
    value: "0x…",
    says: "whose act it is, where no key tells it: on the local chain, and where nothing is sent",
  },
  "dry-run": { type: "boolean", says: "asks the contract whether it would take it, and sends nothing" },
  calldata: {
    type: "boolean",
    says: "prints to and data as JSON, or the word that is to be signed, for another wallet; sends nothing",
  },
  safe: {
    type: "string",
    value: "FILE",
    says: "writes a file for Safe's Transaction Builder, and sends nothing",
  },
  yes: { type: "boolean", says: "sends without asking" },
  again: { type: "boolean", says: "sends even what was sent a moment ago, or while something waits" },
  json: { type: "boolean", says: "prints what was done as JSON" },
} as const;

/** Who only asks needs nothing to send with. */
const ASKING = { network: COMMON.network, as: COMMON.as, json: COMMON.json } as const;

export type CommonOptions = {
  network?: string;
  as?: string;
  "dry-run"?: boolean;
  calldata?: boolean;
  safe?: string;
  yes?: boolean;
  again?: boolean;
  json?: boolean;
};

/** An act as a command, with its help. */
export function commandOf(verb: string, act: Act): Command {
  const name = `npm run town -- ${verb}`;
  const { operand } = act;
  const named = Object.entries(act.takes).filter(([each]) => each !== operand);
  const bare = operand === undefined ? undefined : act.takes[operand];
  const common = act.kind === "tells" ? ASKING : COMMON;
  const command: Command = {
    name,
    does: `${act.does} Who may: ${act.who}.${"sends" in act ? ` It sends ${act.sends}.` : ""}`,
    options: { ...Object.fromEntries(named.map(([each, argument]) => [kebab(each), optionOf(argument)])), ...common },
    examples: { [`npm run town -- ${act.example} --network base`]: exampleSays(act) },
    codes: {
      0: "done, or done before",
      1: "the contract refuses it, what was sent did not come through, or the file cannot be handed in",
      2: "it could not begin",
    },
    compiles: "quietly",
  };
  if (bare !== undefined) command.operands = { value: bare.value, says: bare.says, least: bare.isOptional ? 0 : 1 };
  return command;
}

function optionOf({ value, says, isOptional, isMany = false }: Argument) {
  return { type: "string" as const, multiple: isMany, value, says: isOptional ? `${says} (may be left out)` : says };
}

function exampleSays({ kind }: Act): string {
  if (kind === "tells") return "only asks";
  if (kind === "signs") return "signs with the key in TOWN_PRIVATE_KEY, and prints who is to send what";
  return "shows what it sends, asks, and sends it with the key in TOWN_PRIVATE_KEY";
}
