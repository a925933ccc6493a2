/** For tests: the figures of a plan as they should be, and the plan around them. */
export const bakeryFigures = {
  version: 1,
  business: "Bakery",
  currency: { symbol: "TUSD", decimals: 6 },
  firstQuarter: "2027-Q1",
  accountsDueDays: 45,
  forecast: [
    { income: "9000.00", costs: "9500.50", profit: "-500.50" },
    { income: "12500.00", costs: "9000.00", profit: "3500.00" },
  ],
  budget: [
    { what: "Oven", amount: "1500.00", tranche: 1 },
    { what: "Lease", amount: "500", tranche: 2 },
  ],
};

export function planWith(change: object): string {
  return `We bake bread.\n\n\`\`\`json\n${JSON.stringify({ ...bakeryFigures, ...change }, null, 2)}\n\`\`\`\n\nThat is all.\n`;
}
