/** How nodes are called in what is printed: without what comes after the host, where many have a key. */
export function namesOf(urls: readonly string[]): string[] {
  const hosts = urls.map((url) => new URL(url).origin);
  return hosts.map((host, i) => (hosts.indexOf(host) === hosts.lastIndexOf(host) ? host : `${host} (${i + 1})`));
}
