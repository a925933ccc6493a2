import type { DemoChain } from "./openDemoChain.ts";

/** The wallet of a person of the demo. */
export function personAt({ people }: DemoChain, id: number): DemoChain["people"][number] {
  const person = people[id];
  if (person === undefined) throw new Error(`The demo has no person ${id}`);
  return person;
}
