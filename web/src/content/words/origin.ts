import { msg } from "@lingui/core/macro";

/** Of which project shares are, and with which they could be mixed up. */
export const originWords = {
  of: (title: string, town: string) => msg`Project: ${title}, ${town}`,
  ofNumber: (number: string, town: string) => msg`Project ${number}, ${town}`,
  alike: (name: string, town: string) => msg`Do not mix these up: ${name} in ${town} is another business.`,
  alikeHelp: msg`The names look the same. Look at the project, the town and the address of the shares before you pay or send.`,
};
