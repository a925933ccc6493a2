import { type MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { DemoNext, DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";

const kinds: Record<DemoPerson["kind"], MessageDescriptor> = {
  member: msg`Members of the town`,
  resident: msg`People who live in the town`,
  country: msg`From the same country`,
  world: msg`From another country`,
  stranger: msg`Not known to the town`,
  official: msg`Above the towns`,
};

const phases: Record<Extract<DemoNext, { does: "wait" }>["phase"], (of: string) => MessageDescriptor> = {
  none: (of) => msg`waits for ${of} shares`,
  local: (of) => msg`waits for ${of} shares`,
  country: (of) => msg`buys ${of} shares when the country’s turn comes`,
  world: (of) => msg`buys ${of} shares when the world’s turn comes`,
};

function next(step: DemoNext): MessageDescriptor {
  if (step.does === "claimWeeks") return msg`has ${plural(step.weeks, { one: "# week", other: "# weeks" })} to claim`;
  if (step.does === "claimDividends") return msg`has ${step.of} dividends`;
  if (step.does === "takeRefund") return msg`gets a ${step.of} refund`;
  if (step.does === "buy") return msg`may buy ${step.of} shares`;
  if (step.does === "wait") return phases[step.phase](step.of);
  return msg`nobody has confirmed where this person lives`;
}

export const demoWords = {
  title: msg`Demo: act as one of the town’s people`,
  help: msg`These people are made up. You need no wallet and no money to try their part.`,
  showAll: (count: number) => msg`Show all ${count}`,
  search: msg`Look for a name or a task`,
  nobody: msg`Nobody fits. Try another word.`,
  unreachable: msg`The list of people cannot be read. Is the demo still running?`,
  isYou: msg`This is you now.`,
  nothing: msg`has nothing to do now`,
  kinds,
  next,
  asks: (name: string) => msg`Demo wallet asks ${name}`,
  send: (task: string) => msg`Send this to the chain: ${task}`,
  sign: (what: string) => msg`Sign this: ${what}`,
  to: msg`To`,
  fee: msg`Fee`,
  freeFee: msg`test money only`,
  like: msg`A real wallet asks in the same way. Nothing is sent before you confirm.`,
  confirm: msg`Confirm`,
  reject: msg`Reject`,
};
