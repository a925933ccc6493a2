/** How plans and deposits name a quarter of a year: "2027-Q1". */
export function nameYearQuarter(yearQuarter: number): string {
  return `${Math.floor(yearQuarter / 4)}-Q${(yearQuarter % 4) + 1}`;
}
