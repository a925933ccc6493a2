/** The id that a link names, as the contracts count: from 1 on; 0n for whatever is no id. */
export function readId(text: string): bigint {
  return /^[1-9][0-9]{0,18}$/.test(text) ? BigInt(text) : 0n;
}
