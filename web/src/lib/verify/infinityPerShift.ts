/** Units of INFINITY, with its 18 decimals, for each shift of three hours. */
export const infinityPerShift = 10n ** 18n;
