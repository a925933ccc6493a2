import { codeHashesCode } from "@one-small-town/core/abis/codeHashesCode.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import { bytesOf, digitsOf } from "@one-small-town/core/hex.ts";
import { keccak256 } from "@one-small-town/core/views/keccak256.ts";
import { decodeParams, toWord } from "@one-small-town/core/views/words.ts";
import type { Address, Hex } from "viem";
import type { TownClient } from "../System.ts";

/** Addresses whose code's hashes are asked for at once: their answer must fit into what a node takes for code. */
const AT_ONCE = 500;

/** Of what is told to be the code at some addresses, what has the hash of the code that the chain has there. */
export async function provenCodes(
  client: TownClient,
  told: ReadonlyMap<Address, Hex>,
  block: Hex,
): Promise<Map<Address, Hex>> {
  const all = [...told];
  const starts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => i * AT_ONCE);
  const proven = await inParallel(starts, 1, async (start) => {
    const some = all.slice(start, start + AT_ONCE);
    const places = some.map(([place]) => place);
    const hashes = await codeHashes(client, places, block).catch(() => []);
    return some.filter(([, code], i) => `0x${digitsOf(keccak256(bytesOf(code)))}` === hashes[i]);
  });
  return new Map(proven.flat());
}

/** What contracts/views/CodeHashes.sol answers. */
async function codeHashes(client: TownClient, places: readonly Address[], block: Hex): Promise<readonly Hex[]> {
  const words = [32, places.length].map((number) => toWord("uint256", number));
  const data: Hex = `${codeHashesCode}${[...words, ...places.map((place) => toWord("address", place))].join("")}`;
  const answer = await client.request({ method: "eth_call", params: [{ data }, block] });
  return decodeParams([{ type: "bytes32[]" }], answer.slice(2))[0] as Hex[];
}
