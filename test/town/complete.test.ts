import { readdirSync, readFileSync } from "node:fs";
import { townVerbs } from "../../scripts/commands/townVerbs.mjs";
import { acts } from "../../scripts/operator/acts/acts.ts";
import { unperformed } from "./support/unperformed.ts";
import { explainRefusal } from "../../scripts/operator/command/explainRefusal.ts";
import { commandOf } from "../../scripts/operator/command/commandOf.ts";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { expect } from "chai";
import { ErrorDescription, type ErrorFragment, Interface, type Result } from "ethers";
import { helpOf } from "../../scripts/commands/helpOf.mjs";

const ABIS = new URL("../../core/abis/", import.meta.url);
const PERMISSIONS = new URL("../../contracts/PERMISSIONS.md", import.meta.url);

type Entry = { type: string; name: string; stateMutability: string };

/** Every function of every contract that changes something, as contract.function, from what the compiler wrote. */
function changingFunctions(): string[] {
  const files = readdirSync(ABIS).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => {
    const abi = JSON.parse(readFileSync(new URL(file, ABIS), "utf8")) as Entry[];
    const changing = abi.filter(({ type, stateMutability }) => type === "function" && /payable/.test(stateMutability));
    return [...new Set(changing.map(({ name }) => `${file.replace(".json", "")}.${name}`))];
  });
}

/** Who may send each function, as the tests have measured. */
function permissions(): Map<string, string> {
  const who = new Map<string, string>();
  let contract = "";
  for (const line of readFileSync(PERMISSIONS, "utf8").split("\n")) {
    contract = /^## (\w+)$/.exec(line)?.[1] ?? contract;
    const [, name, senders] = /^\| `(\w+)`.*? \| (.*) \|$/.exec(line) ?? [];
    if (name !== undefined) who.set(`${contract}.${name}`, `${who.get(`${contract}.${name}`) ?? ""}${senders}; `);
  }
  return who;
}

const sent = Object.values(acts).flatMap((act) => ("sends" in act ? [act.sends] : []));

describe("npm run town", () => {
  it("has a verb for every function that somebody sends, and for each of the others a reason", () => {
    const all = changingFunctions();
    expect(all.length).to.be.above(100);
    expect([...sent, ...Object.keys(unperformed)].sort()).to.deep.equal(all.sort());
  });

  it("has a verb for all but what standards want, where anybody but a contract may send it", () => {
    const who = permissions();
    for (const [name, reason] of Object.entries(unperformed)) {
      const [, contracts] = /^only a contract sends it: (.*)$/.exec(reason) ?? [];
      if (contracts !== undefined) expect(who.get(name), name).to.equal(`${contracts}; `);
      else expect(name).to.match(/\.(approve|permit|transferFrom|burnFrom|receiveWithAuthorization|\w+WithPermit)$/);
    }
  });

  it("knows a sentence for every error of ours", () => {
    const ours = new Interface(allErrors).fragments.filter((each): each is ErrorFragment => each.type === "error");
    const contracts = readdirSync(ABIS).filter((file) => file.endsWith(".json"));
    const named = ours.filter(({ name }) => contracts.some((file) => name.startsWith(file.replace(".json", ""))));
    expect(named.length).to.be.above(150);
    for (const fragment of named) {
      const args = fragment.inputs.map(() => 1n) as unknown as Result;
      const { name, selector } = fragment;
      const error = new ErrorDescription(fragment, selector, args);
      expect(explainRefusal(error), name).to.match(/\)\. [A-Z].+\.$/);
    }
  });

  it("lists each verb once, by the six words", () => {
    expect(Object.values(townVerbs).flat().sort()).to.deep.equal(Object.keys(acts).sort());
    expect(Object.keys(townVerbs)).to.deep.equal([
      "roles",
      "members",
      "projects",
      "hours",
      "shares",
      "profit",
      "asking",
    ]);
  });

  for (const [verb, act] of Object.entries(acts)) {
    it(`${verb} has help with an example that can be read`, () => {
      const help = helpOf(commandOf(verb, act));
      expect(help.replaceAll(/\s+/g, " "))
        .to.include(act.does)
        .and.include(`npm run town -- ${act.example} --network base`);
      for (const line of help.split("\n").filter((each) => !each.includes("npm run town")))
        expect(line.length).to.be.at.most(120);
      expect(act.example.split(" ")[0]).to.equal(verb);
      const named = [...act.example.matchAll(/--([a-z-]+)/g)].map(([, name = ""]) => name);
      const options = Object.keys(commandOf(verb, act).options);
      expect(options).to.include.members(named);
      const needed = Object.entries(act.takes).filter(([name, { isOptional }]) => !isOptional && name !== act.operand);
      expect(named, act.example).to.include.members(
        needed.map(([name]) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
      );
    });
  }
});
