type Parts = { investors: bigint; members: bigint; fund: bigint; country: bigint };

/** The whole of a profit that was divided. */
export function profitOf({ investors, members, fund, country }: Parts): bigint {
  return investors + members + fund + country;
}
