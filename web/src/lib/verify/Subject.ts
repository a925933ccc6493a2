/** A town, or one of its businesses that sold shares: what tables and posters are made for. */
export type Subject = {
  name: string;
  town: number;
  /** The id of the business; null where the town itself is meant. */
  business: bigint | null;
};
