import { codeHashesCode } from "@one-small-town/core/abis/codeHashesCode.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import { bytesOf, digitsOf, hexOf } from "@one-small-town/core/hex.ts";
import type { HoursEvent } from "@one-small-town/core/verify/Books.ts";
import { timesheetPointers } from "@one-small-town/core/verify/replay/timesheets.ts";
import { keccak256 } from "@one-small-town/core/views/keccak256.ts";
import { decodeParams, toWord } from "@one-small-town/core/views/words.ts";
import type { Address, Hex } from "viem";
import type { TownClient } from "../System.ts";

/** Few enough that no node takes it for an attack. */
const AT_ONCE = 8;

/** Addresses whose code's hashes are asked for at once: their answer must fit into what a node takes for code. */
const HASHES_AT_ONCE = 500;

/**
 * The code that holds each timesheet that became final, and each version of it before, as it was at one block. What a
 * history has of it is taken where its hash is that of the code on the chain.
 */
export async function readCodes(
  client: TownClient,
  hours: readonly HoursEvent[],
  blockNumber: bigint,
): Promise<Map<Address, Hex>> {
  const block = hexOf(blockNumber);
  const pointers = [...new Set(timesheetPointers(hours).flatMap(({ versions }) => versions))];
  const codes = await provenCodes(client, pointers, block);
  const missing = pointers.filter((pointer) => !codes.has(pointer));
  await inParallel(missing, AT_ONCE, async (address) => {
    codes.set(address, await client.request({ method: "eth_getCode", params: [address, block] }));
  });
  return codes;
}

async function provenCodes(client: TownClient, pointers: readonly Address[], block: Hex): Promise<Map<Address, Hex>> {
  const past = (await client.past?.()) ?? null;
  const told = await past?.sheets().catch(() => null);
  if (told == null) return new Map();
  const known = pointers.flatMap((pointer) => {
    const code = told.get(pointer.toLowerCase() as Address);
    return code === undefined ? [] : [{ pointer, code }];
  });
  const starts = Array.from({ length: Math.ceil(known.length / HASHES_AT_ONCE) }, (_, i) => i * HASHES_AT_ONCE);
  const proven = await inParallel(starts, 1, async (start) => {
    const some = known.slice(start, start + HASHES_AT_ONCE);
    const places = some.map(({ pointer }) => pointer);
    const hashes = await codeHashes(client, places, block).catch(() => []);
    return some.filter(({ code }, i) => `0x${digitsOf(keccak256(bytesOf(code)))}` === hashes[i]);
  });
  return new Map(proven.flat().map(({ pointer, code }) => [pointer, code]));
}

/** What contracts/views/CodeHashes.sol answers. */
async function codeHashes(client: TownClient, places: readonly Address[], block: Hex): Promise<readonly Hex[]> {
  const words = [32, places.length].map((number) => toWord("uint256", number));
  const data: Hex = `${codeHashesCode}${[...words, ...places.map((place) => toWord("address", place))].join("")}`;
  const answer = await client.request({ method: "eth_call", params: [{ data }, block] });
  return decodeParams([{ type: "bytes32[]" }], answer.slice(2))[0] as Hex[];
}
