/** How the net profit of one business is divided, in basis points that sum to 10,000. */
export type Deed = { investors: number; members: number; fund: number; country: number };
