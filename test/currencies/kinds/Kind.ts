import type { FlowIn, FlowOfMany, FlowOut, FlowWithin } from "../flows/Flow.ts";

/** What must hold, and the test of it. */
export type Promised = [what: string, test: () => Promise<void>];

/** A kind of currency, and what it promises wherever money moves. */
export type Kind = {
  name: string;
  in: (flow: FlowIn) => Promised[];
  within: (flow: FlowWithin) => Promised[];
  out: (flow: FlowOut) => Promised[];
  ofMany: (flow: FlowOfMany) => Promised[];
};
