import type { Hex } from "viem";
import { wordAt } from "./decodePart.ts";
import type { Part } from "./Part.ts";
import type { Told } from "./Record.ts";

/** The events of a part as the chain has them, in its order: what `writePart` was given. Of some blocks, or of all. */
export function recordsOf(part: Part, from = part.from, to = part.to): Told[] {
  const all: Told[] = [];
  for (const group of part.groups) {
    for (let i = 0; i < group.count; i++) {
      const place = group.block[i] ?? 0;
      const block = part.blocks[place] ?? 0;
      if (block < from || block > to) continue;
      const words = group.columns.map((column) => wordAt(part, column, i));
      const topics = words.slice(0, group.topics).map((word): Hex => `0x${word}`);
      all.push({
        address: group.address,
        topics: [group.topic, ...topics],
        data: `0x${words.slice(group.topics).join("")}`,
        block,
        time: part.times[place] ?? 0,
        transaction: group.transaction[i] ?? 0,
        log: group.log[i] ?? 0,
      });
    }
  }
  return all.sort((one, other) => one.block - other.block || one.log - other.log);
}
