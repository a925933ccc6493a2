import { msg } from "@lingui/core/macro";

/** What is said of a town with more projects than are read at once. */
export const earlierProjectsWords = {
  newest: (shown: string, all: string) =>
    msg`Here you see the newest ${shown} of ${all}, and all that had shares on sale.`,
  planned: msg`Older ones with a plan`,
  none: msg`There is none.`,
  all: msg`All older ones`,
};
