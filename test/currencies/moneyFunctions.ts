import { globSync, readFileSync } from "node:fs";
import path from "node:path";

type Declared = { contract: string; name: string; outside: boolean; text: string };

const MOVES = /\.(?:safeTransfer|trySafeTransfer|tryPay|pull|pullWithPermit|pullWithAuthorization)\(/;

/** Every function in which money moves that can be called from outside, as "Contract.function", read from the sources. */
export function moneyFunctions(): string[] {
  const functions = globSync("contracts/{hours,shares,profit}/*.sol").filter(isContract).flatMap(functionsOf);
  const moving = functions.filter(({ text }) => MOVES.test(text));
  for (const mover of moving) {
    // The list grows while it is walked: whoever calls one that moves money moves money too.
    moving.push(...functions.filter((caller) => !moving.includes(caller) && calls(caller, mover)));
  }
  return moving
    .filter(({ outside }) => outside)
    .map(({ contract, name }) => `${contract}.${name}`)
    .sort();
}

/** Within a contract by the bare name, from another contract by a variable in front of it. */
function calls(caller: Declared, { contract, name, outside }: Declared): boolean {
  if (caller.contract === contract) return new RegExp(`[^.\\w]${name}\\(`).test(caller.text);
  return outside && new RegExp(`\\b(?:_[A-Z]+|token)\\.${name}\\(`).test(caller.text);
}

function isContract(file: string): boolean {
  return !/^I[A-Z]/.test(path.basename(file)) || path.basename(file) === "InvestorToken.sol";
}

function functionsOf(file: string): Declared[] {
  const contract = path.basename(file, ".sol");
  const [, ...parts] = readFileSync(file, "utf8").split(/^ {4}function /m);
  return parts.map((part) => {
    const [name = ""] = part.split("(");
    const [, rest = ""] = part.split(/\)(.*)/s);
    const [head = ""] = rest.split("{");
    return { contract, name, outside: /\b(?:external|public)\b/.test(head), text: rest };
  });
}
