import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Param } from "../../views/words.ts";
import type { ContractName } from "../../deployment/Deployment.ts";
import { LATER } from "./laterViews.ts";
import { FIRST } from "./views.ts";

type Entry = { type: string; name: string; stateMutability?: string; inputs: Param[]; outputs: Param[] };

const ABIS = path.resolve(import.meta.dirname, "..", "..", "abis");

/** As the table writes them: with the names of what is answered, which nobody needs of what is asked. */
function typesOf(params: readonly Param[], isNamed: boolean): string {
  return params
    .map(({ type, name, components = [] }) => {
      const own = type.replace("tuple", () => `(${typesOf(components, isNamed)})`);
      return isNamed && name ? `${own} ${name}` : own;
    })
    .join(",");
}

describe("the views that the checks ask", () => {
  it.each([...Object.entries(FIRST), ...Object.entries(LATER)])("are those of %s", (contract, signatures) => {
    const file = path.join(ABIS, `${contract as ContractName}.json`);
    const abi = JSON.parse(readFileSync(file, "utf8")) as Entry[];
    const views = abi.filter(({ type, stateMutability }) => type === "function" && stateMutability !== "nonpayable");
    const written = views.map(
      ({ name, inputs, outputs }) => `${name}(${typesOf(inputs, false)})(${typesOf(outputs, true)})`,
    );
    expect(signatures.filter((signature) => !written.includes(signature))).toEqual([]);
  });
});
