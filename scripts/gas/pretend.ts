import { AbiCoder, keccak256, toBeHex } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";
import type { MemberRegistry } from "../../types/ethers-contracts/index.js";

type Chain = Pick<NetworkConnection, "ethers" | "networkHelpers">;

/** The first of a town's records in MemberRegistry that anybody could look for. */
const MOST_SLOTS = 40;

const EVERYBODY = 2n ** 256n - 1n;

/**
 * Pretends that a town has given `count` member numbers, where giving them all would take minutes. Finds the count, in
 * the lowest two bytes of a record by town, wherever the contract keeps it.
 */
export async function pretendMembers(
  { ethers, networkHelpers }: Chain,
  memberRegistry: MemberRegistry,
  town: number,
  count: number,
): Promise<void> {
  const address = await memberRegistry.getAddress();
  const members = await memberRegistry.memberCount(town);
  for (let slot = 0; slot < MOST_SLOTS; slot++) {
    const place = placeOf(town, toBeHex(slot, 32));
    const record = BigInt(await ethers.provider.getStorage(address, place));
    if ((record & 0xffffn) !== members) continue;

    await networkHelpers.setStorageAt(address, place, toBeHex(record - members + BigInt(count), 32));
    if ((await memberRegistry.memberCount(town)) === BigInt(count)) return;
    await networkHelpers.setStorageAt(address, place, toBeHex(record, 32));
  }
  throw new Error(`MemberRegistry keeps the number of members of town ${town} in another way than this helper knows`);
}

/** Makes up a past for all of a town's `count` numbers, of whom only `away`, among the first 256, is away now. */
export async function pretendAbsences(
  { ethers, networkHelpers }: Chain,
  memberRegistry: MemberRegistry,
  { town, count, away }: { town: number; count: number; away: number },
) {
  const address = await memberRegistry.getAddress();
  const calendar = await findCalendar();
  return {
    /** Everybody is away now. */
    away: () => fill(calendar),
    /** Everybody went away in this week, perhaps to come back. */
    went: (inWeek: number) => fill(placeOf(inWeek, next(calendar, 1))),
    /** Everybody was away for the whole of this week, and came back. */
    refused: (inWeek: number) => fill(placeOf(inWeek, next(calendar, 2))),
  };

  /** Found by what the contract keeps while only one is away. */
  async function findCalendar(): Promise<string> {
    for (let slot = 0; slot < MOST_SLOTS; slot++) {
      const place = placeOf(town, toBeHex(slot, 32));
      const word = BigInt(await ethers.provider.getStorage(address, placeOf(0, place)));
      if (word === 1n << BigInt(256 - away)) return place;
    }
    throw new Error("MemberRegistry keeps who is away in another way than this helper knows");
  }

  async function fill(mapping: string): Promise<void> {
    for (let word = 0; word * 256 < count; word++) {
      await networkHelpers.setStorageAt(address, placeOf(word, mapping), toBeHex(EVERYBODY, 32));
    }
  }
}

function placeOf(key: number, mapping: string): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "bytes32"], [key, mapping]));
}

function next(place: string, by: number): string {
  return toBeHex(BigInt(place) + BigInt(by), 32);
}
