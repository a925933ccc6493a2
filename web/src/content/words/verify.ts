import { msg, plural } from "@lingui/core/macro";

export const verifyWords = {
  page: msg`Verify`,
  intro: msg`You need not trust anyone. This page reads the chain and does the sums again, here on your device.`,
  reading: msg`Checking the books …`,
  part: (done: number, all: number) => msg`${done} of ${all} parts read`,
  /** Beside the verdict: on whose word it rests. */
  told: (node: string) => msg`as ONE node tells it: ${node}`,
  toldWithHistory: (node: string) => msg`as ONE node and the file beside this page tell it: ${node}`,
  cannotSee: msg`It cannot see if hours were truly worked, if all profit was paid in, or what that node hides.`,
  readAt: (block: string, network: string, time: string) =>
    msg`All read at one moment: block ${block} of ${network}, ${time}.`,
  again: msg`Check again`,
  verdicts: {
    holds: () => msg`Every token and cent is accounted for`,
    broken: (count: number) =>
      msg`${plural(count, { one: "# check does not add up", other: "# checks do not add up" })}`,
    unavailable: (count: number) =>
      msg`${plural(count, { one: "# check could not be made", other: "# checks could not be made" })}`,
  },
  advice: {
    holds: (all: number) =>
      msg`${plural(all, { one: "# check was made, and it holds.", other: "All # checks hold." })}`,
    broken: () => msg`Look at those marked ✘ below, and ask for an answer before you buy.`,
    unavailable: () =>
      msg`A read failed, so we cannot say. Nothing wrong was found in the others. Check again in a minute.`,
  },
  /** One line on a phone, so that nothing moves when it goes. */
  looking: msg`So far: the last checks are running.`,
};
