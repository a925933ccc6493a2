const IPFS = /^ipfs:\/\/(?:ipfs\/)?([A-Za-z0-9]+(?:\/[^?#]*)?)$/;

/** A path with a part that leads out of its folder. */
const UPWARDS = /(?:^|\/)(?:\.|%2e){2}(?:\/|$)/i;

/**
 * Where a document can be fetched: at its own https address or, when it is on IPFS, at that of each gateway. None for
 * any other address. A gateway is the address before the content's name: `https://ipfs.example/ipfs/`.
 */
export function addressesOf(uri: string, gateways: readonly string[]): string[] {
  if (isPublic(uri)) return [uri];
  const [, path] = IPFS.exec(uri) ?? [];
  if (path === undefined) return [];
  return gateways.flatMap((gateway) => {
    const [base, address] = [endWithSlash(gateway), `${endWithSlash(gateway)}${path}`];
    return isPublic(address) && new URL(address).href.startsWith(new URL(base).href) ? [address] : [];
  });
}

/** Whether there is a gateway with which a document can be fetched from its address, or it needs none. */
export function mayBeFetched(uri: string): boolean {
  const [, path] = IPFS.exec(uri) ?? [];
  return isPublic(uri) || (path !== undefined && !UPWARDS.test(path));
}

/** An encrypted address that brings no name and password of its own. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === "https:" && username === "" && password === "";
}

function endWithSlash(gateway: string): string {
  return gateway.endsWith("/") ? gateway : `${gateway}/`;
}
