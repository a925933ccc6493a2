import { msg } from "@lingui/core/macro";
import type { FaultKind } from "@one-small-town/core/projects/plans/Plan.ts";

type Say = (at: string, wanted: string) => ReturnType<typeof msg>;

/** What is wrong with the figures of a plan: where, and what to do. */
const faults: Record<FaultKind, Say> = {
  noPart: () => msg`The plan has no part with figures. Add one between a line \`\`\`json and a line \`\`\`.`,
  manyParts: () => msg`The plan has more than one part with figures. Leave only one.`,
  notJson: (_, wanted) => msg`The figures are not written as JSON: ${wanted}. Mend that place.`,
  missing: (at) => msg`${at} is missing. Add it.`,
  unknown: (at) => msg`${at} is not known here. Take it out, or mend its name.`,
  notFields: (at) => msg`“${at}” must be a group of fields in braces. Write it as one.`,
  notList: (at) => msg`${at} must be a list in square brackets. Write it as one.`,
  notText: (at) => msg`${at} must be text in quotes. Put it in quotes.`,
  notWhole: (at) => msg`${at} must be a whole number, with no quotes. Write it as one.`,
  tooFew: (at, wanted) => msg`${at} is too short a list. It needs ${wanted} or more.`,
  tooMany: (at, wanted) => msg`${at} is too long a list. It may have ${wanted} at most.`,
  tooShort: (at) => msg`${at} is empty. Write something there.`,
  tooLong: (at, wanted) => msg`${at} is too long. Use ${wanted} letters at most.`,
  tooSmall: (at, wanted) => msg`${at} is too small. It must be ${wanted} or more.`,
  tooLarge: (at, wanted) => msg`${at} is too large. It may be ${wanted} at most.`,
  notLike: (at, wanted) => msg`${at} is not in the right form. Write it like ${wanted}.`,
  decimals: (at, wanted) => msg`${at} is finer than the currency. Use ${wanted} digits at most after the point.`,
  otherCurrency: (at, wanted) => msg`${at} is not that of the town. It must be ${wanted}.`,
  notProfit: (at) => msg`${at} is not income less costs. Do the sum again.`,
};

export const planWords = {
  faults,
  unreadable: msg`The figures of this plan cannot be read`,
  unreadableHelp: msg`So what was foreseen cannot be set against what came in. The plan itself stays as it was promised. A new plan is needed.`,
  noFigures: msg`This plan has words, but no figures`,
  noFiguresHelp: msg`So there is nothing to set against what came in. When accounts are due was not promised.`,
  noneInBeginning: msg`This plan is too long to be searched for figures`,
  isCut: msg`Only its beginning was read, and has none. Save the plan under Documents to read the whole. A shorter one is needed.`,
  noPlan: msg`There is no plan on the chain, so nothing was promised.`,
  notOpened: msg`The plan stands somewhere else. Fetch it under Documents below, or check your own copy there. Then its figures show here.`,
  changed: msg`The plan at its address is not the one that was promised, so its figures do not count.`,
  notText: msg`The plan is not plain text, so its figures cannot be read here.`,
  moreFaults: (more: string) => msg`And ${more} more.`,
};
