/** Writes down when a block was; not a number where somebody has said another time already. */
export function noteTime(times: Map<bigint, number>, block: bigint, time: number): void {
  const known = times.get(block);
  times.set(block, known === undefined || known === time ? time : Number.NaN);
}
