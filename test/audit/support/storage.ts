import { existsSync, globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { concat, type Hex, keccak256, pad, toHex } from "viem";
import { ethers } from "../../fixture/connection.ts";

type Place = { label: string; offset: number; slot: string; type: string };
type Kind = {
  encoding: "inplace" | "mapping" | "dynamic_array" | "bytes";
  label: string;
  numberOfBytes: string;
  key?: string;
  value?: string;
  base?: string;
  members?: readonly Place[];
};
type Layout = { storage: readonly Place[]; types: Record<string, Kind> | null };

/** A part of a slot: its name with the keys that lead to it, where it begins in the slot, and how many bytes it has. */
export type Field = { name: string; slot: Hex; offset: number; bytes: number };

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");

/** Where each contract keeps what, as the compiler says. */
export function storageLayouts(): Map<string, Layout> {
  const solc = createRequire(`${ROOT}/package.json`)("solc") as {
    compile: (input: string, callbacks: object) => string;
  };
  const sources = Object.fromEntries(
    globSync("contracts/**/*.sol", { cwd: ROOT }).map((file) => [
      file,
      { content: readFileSync(path.join(ROOT, file), "utf8") },
    ]),
  );
  const settings = { evmVersion: "cancun", outputSelection: { "*": { "*": ["storageLayout"] } } };
  const input = JSON.stringify({ language: "Solidity", sources, settings });
  const found = (file: string) => path.join(ROOT, "node_modules", file);
  const load = (file: string) => (existsSync(found(file)) ? { contents: readFileSync(found(file), "utf8") } : {});
  const { contracts } = JSON.parse(solc.compile(input, { import: load })) as {
    contracts: Record<string, Record<string, { storageLayout: Layout }>>;
  };
  return new Map(
    Object.entries(contracts).flatMap(([file, inFile]) =>
      file.startsWith("contracts/")
        ? Object.entries(inFile).map(([name, { storageLayout }]) => [name, storageLayout] as const)
        : [],
    ),
  );
}

/** Fields that keep several values in one word that no type tells of: each sixteen bits are looked at. */
const PACKED = /^(_persons|_holdings)\b|\.map\[/;

/** What a mapping may have at its keys, by the type of the key. */
type Keys = (type: string) => readonly Hex[];

/** All parts of slots that a contract uses, where its mappings have something at the keys that are known. */
export async function fieldsAt(address: string, { storage, types }: Layout, keys: Keys): Promise<Field[]> {
  const kindOf = (type: string): Kind => {
    const kind = types?.[type];
    if (kind === undefined) throw new Error(`Nothing is known of ${type}`);
    return kind;
  };
  const words = new Map<Hex, Promise<bigint>>();
  const wordAt = (slot: Hex) => {
    const word = words.get(slot) ?? ethers.provider.getStorage(address, slot).then(BigInt);
    words.set(slot, word);
    return word;
  };

  const walk = async (type: string, slot: bigint, offset: number, name: string, isKeyed: boolean): Promise<Field[]> => {
    const { encoding, label, numberOfBytes, key, value, base, members } = kindOf(type);
    if (encoding === "mapping") {
      const all = keys(key?.replace(/^t_/, "") ?? "").map((one) => {
        const at = BigInt(keccak256(concat([pad(one, { size: 32 }), toHex(slot, { size: 32 })])));
        return walk(value ?? "", at, 0, `${name}[${shortOf(one)}]`, true);
      });
      return (await Promise.all(all)).flat();
    }
    if (members !== undefined) {
      const all = members.map((one) =>
        walk(one.type, slot + BigInt(one.slot), one.offset, `${name}.${one.label}`, isKeyed),
      );
      return (await Promise.all(all)).flat();
    }
    const at = toHex(slot, { size: 32 });
    const word = await wordAt(at);
    if (base !== undefined && encoding === "inplace") {
      const size = Number(kindOf(base).numberOfBytes);
      const perSlot = Math.floor(32 / size);
      const count = Number(/\[(\d+)\]$/.exec(label)?.[1] ?? 0);
      const all = Array.from({ length: count }, (_, i) =>
        walk(base, slot + BigInt(Math.floor(i / perSlot)), (i % perSlot) * size, `${name}[${i}]`, isKeyed),
      );
      return (await Promise.all(all)).flat();
    }
    if (isKeyed && word === 0n) return [];
    if (encoding === "dynamic_array" && base !== undefined) {
      const size = Number(kindOf(base).numberOfBytes);
      const perSlot = Math.max(1, Math.floor(32 / size));
      const slots = Math.ceil(size / 32);
      const data = BigInt(keccak256(at));
      const all = Array.from({ length: Math.min(Number(word), 8) }, (_, i) => {
        const of = size < 32 ? Math.floor(i / perSlot) : i * slots;
        return walk(base, data + BigInt(of), size < 32 ? (i % perSlot) * size : 0, `${name}[${i}]`, true);
      });
      return [{ name: `${name}.length`, slot: at, offset: 0, bytes: 32 }, ...(await Promise.all(all)).flat()];
    }
    if (encoding === "bytes") {
      const isLong = word % 2n === 1n;
      const text = isLong ? toHex(BigInt(keccak256(at)), { size: 32 }) : at;
      return [{ name, slot: text, offset: 31, bytes: 1 }];
    }
    if (PACKED.test(name)) {
      const parts = Array.from({ length: 16 }, (_, i) => i).filter((i) => (word >> BigInt(16 * i)) % 65_536n > 0n);
      return parts.map((i) => ({ name: `${name}:${i}`, slot: at, offset: 2 * i, bytes: 2 }));
    }
    return [{ name, slot: at, offset, bytes: Number(numberOfBytes) }];
  };
  const all = storage.map(({ label, offset, slot, type }) => walk(type, BigInt(slot), offset, label, false));
  return (await Promise.all(all)).flat();
}

function shortOf(key: Hex): string {
  const digits = key.slice(2).replace(/^0+/, "");
  return digits.length > 10 ? `${digits.slice(0, 4)}…${digits.slice(-4)}` : String(Number(`0x${digits || "0"}`));
}

/** What a slot has with one bit of a field turned. */
export function turned(word: bigint, { offset }: Field): Hex {
  return toHex(word ^ (1n << BigInt(8 * offset)), { size: 32 });
}

/** The keys that mappings of a deployment may have: what its events told, the contracts, and small numbers. */
export function keysIn(words: Iterable<string>): Keys {
  const all = new Set([...words].map((word) => BigInt(word)));
  const numbers = Array.from({ length: 24 }, (_, i) => BigInt(i));
  const isAddress = (word: bigint) => word > 1n << 100n && word < 1n << 160n;
  const weeks = [...all].filter((word) => word > 2_000n && word < 4_000n);
  const halves = weeks.flatMap((week) => [week / 16n, week / 6n]);
  const addresses = [...all].filter(isAddress);
  const small = (bits: number) => [...all].filter((word) => word < 1n << BigInt(bits));
  const sets: Record<string, Set<bigint>> = {
    address: new Set(addresses),
    bytes32: new Set([...all].filter((word) => word > 1n << 100n)),
    uint16: new Set(small(16)),
    uint32: new Set([0n, 1n, 2n, 3n]),
    uint64: new Set([...all].filter((word) => word >> 32n > 0n && word >> 32n < 9n)),
    uint256: new Set([...numbers, ...weeks, ...halves].slice(0, 60)),
  };
  return (type) => {
    const known = /contract|address/.test(type) ? "address" : type;
    return [...(sets[known] ?? [])].map((key) => toHex(key, { size: 32 }));
  };
}
