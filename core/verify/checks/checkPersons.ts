import { type Address, zeroAddress } from "viem";
import type { Books, PersonRecord } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { NOBODY } from "../replay/Persons.ts";
import { townsOf } from "../replay/towns.ts";
import { knownOf, replay, type World } from "../replay/World.ts";
import { withDifferences } from "../rows/rows.ts";

const FIELDS = [
  ...(["country", "town", "number", "residentUntil", "left", "suspended"] as const),
  ...(["idCountry", "movedIn", "nonce"] as const),
];

type Difference = { detail: NonNullable<Row["detail"]>; figures: bigint[]; unit?: Row["unit"] };

/**
 * 13: each person has one record and one wallet, and each number belongs to the wallet of its member or heir: as it follows
 * from all that was attested and moved, and as the contract says.
 */
export function checkPersons(books: Books): Row[] | null {
  const { members, personStates, membersStates, towns, town: only } = books;
  const known = knownOf(books);
  if (members === null || towns === null || known === null || personStates === null || membersStates === null)
    return null;
  const { persons } = replay(known, [], () => undefined);
  const homes = [...townsOf(towns).all, ...(only === null ? [{ id: 0, name: null }] : [])];
  return homes
    .filter(({ id }) => only === null || id === only)
    .flatMap(({ id, name }) => {
      const residents = [...persons.records].filter(([, { town }]) => town === id);
      const differences = [
        ...residents.flatMap(([wallet, record]) => differenceOf(wallet, record, personStates.get(wallet))),
        ...strangers(persons, personStates, id),
        ...(id === 0 ? sharedWallets(persons) : numbersOf(persons, id, membersStates.get(id)?.wallets ?? [])),
      ];
      const count = BigInt(residents.length);
      const agreeing = BigInt(new Set(residents.map(([wallet]) => wallet)).size);
      const right = residents.filter(
        ([wallet, record]) => differenceOf(wallet, record, personStates.get(wallet)).length === 0,
      );
      const figures = [agreeing, BigInt(right.length)];
      if (id === 0 && count === 0n && differences.length === 0) return [];
      const row: Row = {
        name,
        town: id === 0 ? null : id,
        contract: null,
        detail: null,
        unit: "count",
        figures,
        outcome: "holds",
      };
      return withDifferences(row, differences);
    });
}

function differenceOf(wallet: Address, record: PersonRecord, stated: PersonRecord | undefined): Difference[] {
  const says = stated ?? NOBODY;
  const differing = FIELDS.find((field) => record[field] !== says[field]);
  if (differing === undefined) return [];
  return [{ detail: { kind: "wallet", id: wallet }, figures: [BigInt(record[differing]), BigInt(says[differing])] }];
}

/** A wallet that nobody attested, or that another followed, is nobody's. */
function strangers(
  { records }: World["persons"],
  states: ReadonlyMap<Address, PersonRecord>,
  home: number,
): Difference[] {
  const others = [...states].filter(([wallet, { town }]) => town === home && !records.has(wallet));
  return others.flatMap(([wallet, state]) => differenceOf(wallet, NOBODY, state));
}

function numbersOf({ numbers }: World["persons"], town: number, wallets: readonly Address[]): Difference[] {
  const own = numbers.get(town);
  const most = Math.max(wallets.length, own?.size ?? 0);
  return Array.from({ length: most }, (_, i) => i + 1).flatMap((number) => {
    const [ours, theirs] = [own?.get(number)?.wallet ?? zeroAddress, wallets[number - 1] ?? zeroAddress];
    if (ours === theirs) return [];
    return [
      {
        detail: { kind: "member" as const, id: String(number) },
        figures: [ours, theirs].map(valueOf),
        unit: "wallet" as const,
      },
    ];
  });
}

/** Two persons with one wallet, or a person whose wallet has no record. */
function sharedWallets({ ids, shared, records, successorOf }: World["persons"]): Difference[] {
  const lost = [...ids.values()].filter(({ wallet }) => !records.has(wallet) && !successorOf.has(wallet));
  return [...shared, ...lost.map(({ wallet }) => wallet)].map((wallet) => ({
    detail: { kind: "wallet" as const, id: wallet },
    figures: [2n, 1n],
  }));
}

function valueOf(wallet: Address): bigint {
  return BigInt(wallet);
}
