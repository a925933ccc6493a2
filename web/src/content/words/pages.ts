import { msg, plural } from "@lingui/core/macro";

/** What is said of a list that is longer than what is shown of it. */
export const pagesWords = {
  showMore: (rest: number) => msg`Show more (${plural(rest, { one: "# more", other: "# more" })})`,
};
