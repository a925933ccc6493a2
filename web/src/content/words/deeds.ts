import { msg } from "@lingui/core/macro";

export const deedWords = {
  deed: msg`How profit is shared`,
  investors: msg`Share owners`,
  members: msg`Members who work`,
  fund: msg`Town fund`,
  country: msg`Country office`,
};
