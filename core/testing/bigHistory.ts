import { type AbiEvent, type Hex, keccak256, padHex, toEventSelector, toHex } from "viem";
import { contributionsEvents } from "../abis/contributionsEvents.ts";
import { infinityTokenEvents } from "../abis/infinityTokenEvents.ts";
import { memberRegistryEvents } from "../abis/memberRegistryEvents.ts";
import type { Told } from "../history/file/Record.ts";
import { contracts } from "./randomHistory.ts";

const registry = padHex("0x3e", { size: 20 });
const INFINITY = 10n ** 18n;

/** So many claims travel in one transaction. */
const BATCH = 200;

type Kind = { inputs: AbiEvent["inputs"]; kind: Hex };
type Row = readonly [event: Kind, address: Hex, args: Record<string, unknown>];

function eventOf(abi: readonly AbiEvent[], name: string): Kind {
  const event = abi.find((one) => one.name === name);
  if (event === undefined) throw new Error(`There is no event ${name}`);
  return { inputs: event.inputs, kind: toEventSelector(event) };
}

/** What happens to a town of so many members who all claim so many times: two events when they join, two each claim. */
export function bigHistory(members: number, claims: number): Told[] {
  const attested = eventOf(memberRegistryEvents, "ResidencyAttested");
  const joined = eventOf(memberRegistryEvents, "MemberAdmitted");
  const claimed = eventOf(contributionsEvents, "ContributionsClaimed");
  const sent = eventOf(infinityTokenEvents, "Transfer");
  const wallets = Array.from({ length: members }, (_, i): Hex => `0x${keccak256(toHex(i)).slice(26)}`);
  const ofAll = (rows: (wallet: Hex, number: number) => Row[]) => wallets.map((wallet, i) => rows(wallet, i + 1));
  const all = [
    ...ofAll((wallet, number) => [
      [attested, registry, { wallet, town: 1, number, residentUntil: 1_900_000_000, by: wallets[0] }],
      [joined, registry, { wallet, town: 1, number, weekIndex: 2_970 }],
    ]),
    ...Array.from({ length: claims }, (_, claim) =>
      ofAll((wallet, number) => {
        const infinity = BigInt((number * 7 + claim) % 5) * INFINITY;
        return [
          [sent, contracts.infinity, { from: contracts.contributions, to: wallet, value: infinity }],
          [claimed, contracts.contributions, { town: 1, number, wallet, infinity, cash: 173n, upTo: 4 * claim + 4 }],
        ];
      }),
    ).flat(),
  ];
  return all.flatMap((rows, i) => {
    const batch = Math.floor(i / BATCH);
    return rows.map(([event, address, args], at): Told => {
      const inBatch = (i % BATCH) * rows.length + at;
      return { ...encode(event, args), address, ...placeOf(batch), log: inBatch };
    });
  });
}

function placeOf(batch: number) {
  return { block: 100 + 40 * batch, time: 1_800_000_000 + 80 * batch, transaction: 0 };
}

/** As Solidity encodes values of fixed length: a word each, what is indexed in the topics. */
function encode({ inputs, kind }: Kind, args: Record<string, unknown>): Pick<Told, "topics" | "data"> {
  const words = inputs.map((input) => ({
    isTopic: "indexed" in input && input.indexed,
    word: wordOf(args[input.name ?? ""]),
  }));
  const topics = words.flatMap(({ isTopic, word }): Hex[] => (isTopic === true ? [`0x${word}`] : []));
  const data = words.flatMap(({ isTopic, word }) => (isTopic === true ? [] : [word]));
  return { topics: [kind, ...topics], data: `0x${data.join("")}` };
}

function wordOf(value: unknown = 0): string {
  const digits = typeof value === "string" ? value.slice(2) : (value as bigint).toString(16);
  return digits.padStart(64, "0");
}
