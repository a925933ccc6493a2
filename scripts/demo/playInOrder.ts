import type { DemoTown } from "./DemoTown.ts";

/** Something that happens at a time of the demo's history (seconds). */
export type Happening = { at: number; happen: () => Promise<unknown> };

/** Lets everything happen that is due until `until`, in the order of time. */
export async function playInOrder({ chain }: DemoTown, happenings: Happening[], until: number): Promise<void> {
  const due = happenings.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
  for (const { at, happen } of due) {
    await chain.goTo(at);
    await happen();
  }
}
