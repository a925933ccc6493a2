import type { Hex } from "viem";
import { wordAt } from "./decodePart.ts";
import type { Part } from "./Part.ts";
import type { Told } from "./Record.ts";

/** The events of a part as the chain has them, in its order: what `writePart` was given. */
export function recordsOf(part: Part): Told[] {
  const all = part.groups.flatMap((group) =>
    Array.from({ length: group.count }, (_, i): Told => {
      const words = group.columns.map((column) => wordAt(part, column, i));
      const topics = words.slice(0, group.topics).map((word): Hex => `0x${word}`);
      const block = group.block[i] ?? 0;
      return {
        address: group.address,
        topics: [group.topic, ...topics],
        data: `0x${words.slice(group.topics).join("")}`,
        block: part.blocks[block] ?? 0,
        time: part.times[block] ?? 0,
        transaction: group.transaction[i] ?? 0,
        log: group.log[i] ?? 0,
      };
    }),
  );
  return all.sort((one, other) => one.block - other.block || one.log - other.log);
}
