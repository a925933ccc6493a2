const OWN_COMPUTER = ["127.0.0.1", "localhost"];

/** Whether pages could read at an address: encrypted, or on this computer. */
export function isReadable(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === "https:" || (url?.protocol === "http:" && OWN_COMPUTER.includes(url.hostname));
}
