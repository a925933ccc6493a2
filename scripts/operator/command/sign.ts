import type { Signable } from "@one-small-town/core/Signable.ts";
import type { Hex } from "viem";
import { Mistake } from "../../commands/Mistake.mjs";
import type { Word } from "../acts/Act.ts";
import { commandLine } from "./carryOut.ts";
import { type Errand, tellerOf } from "./Errand.ts";

/** Has somebody sign a word, and prints what another sends; or prints the word, for another wallet to sign. */
export async function sign(errand: Errand, { signable, verb, options }: Word): Promise<number> {
  const { wanted, context, network, isJson, terminal } = errand;
  const { domain, types, primaryType, message } = signable;
  const tell = tellerOf(errand);
  if (wanted.kind === "safe") throw new Mistake("A word is signed, not sent: say --calldata to print it for a Safe.");
  tell(`${context.sender()} signs on ${network.title} (chain ${context.deployment.chainId}):`);
  tell(`  ${primaryType} ${jsonOf(message)} in "${String(domain.name)}" at ${String(domain.verifyingContract)}`);
  if (wanted.kind !== "sent") {
    if (wanted.kind === "calldata") terminal.say(jsonOf(signable));
    tell(
      `✔ Nothing was signed. A signature is sent with: ${commandLine(verb, options("0x…", context.sender()), network.name)}`,
    );
    return 0;
  }
  if (!wanted.isSure) {
    const answer = await terminal.ask("Sign this? (yes / no): ");
    if (answer === undefined) throw new Mistake("Nothing was signed: say --yes to sign without being asked.");
    if (!/^y(es)?$/i.test(answer.trim())) throw new Mistake("Nothing was signed.");
  }
  const signature = (await wanted.signer.signTypedData(domain, types, message)) as Hex;
  const sending = options(signature, context.sender());
  if (isJson) terminal.say(JSON.stringify({ verb, options: sending, signature }));
  else {
    tell("✔ Signed. Whoever sends it writes:");
    terminal.say(commandLine(verb, sending, network.name));
  }
  return 0;
}

/** As wallets take what they sign: whole numbers in words of digits. */
function jsonOf(signable: Signable | Signable["message"]): string {
  return JSON.stringify(signable, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}
