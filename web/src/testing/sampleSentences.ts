import type { MessageDescriptor } from "@lingui/core";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { phases, projectKinds, projectStages, spendingStates, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { errorSentences } from "../content/errors/errorSentences.ts";
import type { ErrorName } from "../content/errors/Sentence.ts";
import type { Unit } from "../content/format.ts";

const dollars: Unit = { symbol: "USDC", decimals: 6 };
const WALLET = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
/** Small ones reach each member of an enum and the words for none; the last is a time in 2026. */
const NUMBERS = [0n, 1n, 3n, 1_790_000_000n];
/** Values that an enumeration does not have are errors, which no sentence is made of. */
const ENUMERATIONS: Partial<Record<string, readonly string[]>> = {
  kind: projectKinds,
  phase: phases,
  scope: tiers,
  stage: projectStages,
  state: spendingStates,
  tier: tiers,
};

type Parameter = { type: string; name: string };

/** What an error says for all sorts of values, with and without a currency: for tests of words. */
export function sampleSentences(name: ErrorName): MessageDescriptor[] {
  const say = errorSentences[name] as (values: unknown, unit?: Unit) => MessageDescriptor;
  const inputs: readonly Parameter[] = allErrors.find((error) => error.name === name)?.inputs ?? [];
  return combinations(inputs).flatMap((values) => [say(values), say(values, dollars)]);
}

function combinations(inputs: readonly Parameter[]): unknown[][] {
  return inputs.reduce<unknown[][]>(
    (done, input) => done.flatMap((values) => samplesOf(input).map((value) => [...values, value])),
    [[]],
  );
}

function samplesOf({ type, name }: Parameter): unknown[] {
  if (type === "address") return [WALLET];
  if (type === "string") return ["", "Umhlanga"];
  if (type === "tuple") return [{ investors: 3333, members: 3333, fund: 3334, country: 0 }];
  if (type.startsWith("bytes")) return [`0x02${"0".repeat(61)}1`];
  if (type === "uint8") return [...(ENUMERATIONS[name] ?? NUMBERS).keys()];
  const bits = Number(type.slice(4));
  return bits > 48 ? NUMBERS : bits === 48 ? NUMBERS.map(Number) : [0, 1, 710, 2960];
}
