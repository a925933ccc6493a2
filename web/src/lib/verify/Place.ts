/** What a link to the page asks for: which block, which town, and whether as a poster, of a town or a business. */
export type Place = {
  /** Null for the newest. */
  block: bigint | null;
  /** Null for all. */
  town: number | null;
  poster: "town" | bigint | null;
};
