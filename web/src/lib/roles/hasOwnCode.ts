/** A wallet that only borrows code (EIP-7702) begins with this; its one key still does everything. */
const BORROWED = /^0xef0100[0-9a-f]{40}$/i;

/** Whether the code at an address makes it a contract, which may need several people, and not one key's wallet. */
export function hasOwnCode(code: string): boolean {
  return code !== "0x" && code !== "" && !BORROWED.test(code);
}
