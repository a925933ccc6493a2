import type { MessageDescriptor } from "@lingui/core";
import { phases, projectKinds, projectStages, tiers } from "@one-small-town/core/rules/enumerations.ts";

/** Choices that words are made for. */
const CHOICES: unknown[] = [...phases, ...tiers, ...projectKinds, ...projectStages];

/** What functions of words are tried with: one of these gives each of their sentences. */
const SAMPLES: unknown[] = [3, "Amina", 3n, true, false, 0n, ["Amina"], { symbol: "USDC", decimals: 6 }];
const MOST_PARAMETERS = 4;

/** Every message that an exported value holds or makes: records are looked through, functions called with samples. */
export function messagesIn(value: unknown): MessageDescriptor[] {
  if (isMessage(value)) return [value];
  if (typeof value === "function") return distinct(calls(value as (...values: unknown[]) => unknown));
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(messagesIn);
  return [];
}

function isMessage(value: unknown): value is MessageDescriptor {
  return typeof value === "object" && value !== null && typeof (value as { message?: unknown }).message === "string";
}

function calls(make: (...values: unknown[]) => unknown): MessageDescriptor[] {
  const count = Math.min(make.length, MOST_PARAMETERS);
  const mixed = Array.from({ length: count }).reduce<unknown[][]>(
    (done) => done.flatMap((values) => SAMPLES.map((sample) => [...values, sample])),
    [[]],
  );
  const chosen = CHOICES.flatMap((choice) =>
    Array.from({ length: count }, (_, slot) =>
      Array.from({ length: count }, (__, at) => (at === slot ? choice : "Amina")),
    ),
  );
  const lists = [...mixed, ...chosen];
  return lists.flatMap((values) => {
    try {
      const made = make(...values);
      return isMessage(made) ? [made] : [];
    } catch {
      return [];
    }
  });
}

function distinct(messages: MessageDescriptor[]): MessageDescriptor[] {
  // The first samples are the likeliest, and a map keeps the last.
  return [...new Map(messages.toReversed().map((words) => [words.message, words])).values()];
}
