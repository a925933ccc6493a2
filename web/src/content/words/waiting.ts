import { msg } from "@lingui/core/macro";

/** What one ambassador began, and the other has not agreed to yet. */
export const waitingWords = {
  title: msg`Waiting for a second yes`,
  help: msg`The Town Ambassador asked for this. It counts when the Country Ambassador agrees to just this.`,
  named: (role: string) => msg`To get this role: ${role}`,
  raise: (wanted: string, now: string) => msg`To add up to ${wanted} new people a week. Now it is ${now}.`,
  until: (moment: string) => msg`Open until ${moment}`,
};
