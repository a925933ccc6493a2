/** Words that count as easy ones, each for a reason. All others are weighed as they are. */
const REASONS: Record<string, string[]> = {
  "names of things in the town, which people know from its meetings and cannot be swapped": [
    "INFINITY",
    "INVESTOR",
    "ambassador",
    "ambassadors",
    "registrar",
    "registrars",
    "coordinator",
    "coordinators",
    "member",
    "members",
    "cornerstone",
    "dividend",
    "dividends",
  ],
  "proper names": ["MetaMask", "Rabby", "Ethereum", "South", "Africa", "Germany", "USDC", "Umhlanga", "Amina"],
};

const words = new Set(
  Object.values(REASONS)
    .flat()
    .map((word) => word.toLowerCase()),
);

export function isInGlossary(word: string): boolean {
  return words.has(word.toLowerCase());
}
