import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { CheckGroup } from "@one-small-town/core/verify/groups.ts";

/** What the checks are about, for who looks for what concerns them. */
export const groupWords = {
  first: msg`Look at these first`,
  names: {
    money: msg`Money`,
    hours: msg`Hours`,
    shares: msg`Shares`,
    people: msg`People`,
    record: msg`The record itself`,
  } satisfies Record<CheckGroup, MessageDescriptor>,
  hold: (count: number) => msg`${plural(count, { one: "# check holds", other: "# checks hold" })}`,
};
