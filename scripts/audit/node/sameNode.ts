/** Names of this machine: what answers at one answers at all. */
const HERE = new Set(["localhost", "127.0.0.1", "[::1]", "0.0.0.0"]);

/** An address of a node as all addresses of the same node are: case, default port and a last slash make no other one. */
function plainOf(url: string): string {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const host = HERE.has(hostname) ? "localhost" : hostname.replace(/\.$/, "");
  return `${protocol}//${host}:${port}${pathname.replace(/\/+$/, "")}${search}`;
}

/** The addresses of different nodes, and the hosts of those that are others' once more; behind a host many have a key. */
export function differentNodes(urls: readonly string[]): { urls: readonly string[]; same: readonly string[] } {
  const first = new Map<string, string>();
  const same: string[] = [];
  for (const url of urls) {
    if (first.has(plainOf(url))) same.push(new URL(url).origin);
    else first.set(plainOf(url), url);
  }
  return { urls: [...first.values()], same };
}
