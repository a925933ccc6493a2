import type { Books } from "../Books.ts";

type Events =
  | "roles"
  | "towns"
  | "members"
  | "successions"
  | "projects"
  | "hours"
  | "benefits"
  | "sales"
  | "profits"
  | "treasury"
  | "releases"
  | "infinity";

/** Events of all contracts, all of them read, and the block up to which they go. */
export type Known = {
  [part in Events | "divisions" | "tokenEvents" | "times" | "codes" | "block"]: NonNullable<Books[part]>;
};

/** Null when some of them could not be read. */
export function knownIn({
  roles,
  towns,
  members,
  successions,
  projects,
  hours,
  ...books
}: Omit<Books, "said">): Known | null {
  const { benefits, sales, releases, profits, treasury, divisions, infinity, tokenEvents, times, codes, block } = books;
  const ours = { roles, towns, members, successions, projects, hours, benefits, sales, profits, treasury };
  const all = { ...ours, releases, divisions, infinity, tokenEvents, times, codes, block };
  return Object.values(all).includes(null) ? null : (all as Known);
}
