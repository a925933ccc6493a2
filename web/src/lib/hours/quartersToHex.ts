/** A timesheet as the hexadecimal bytes a transaction carries. */
export function quartersToHex(quarters: Uint8Array): `0x${string}` {
  return `0x${Array.from(quarters, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
