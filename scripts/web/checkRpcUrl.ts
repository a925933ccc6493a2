const OWN_COMPUTER = ["127.0.0.1", "localhost"];

/** Throws, with what to do, when browsers could not read at this node. */
export function checkRpcUrl(rpcUrl: string): void {
  const url = URL.canParse(rpcUrl) ? new URL(rpcUrl) : null;
  const isFine = url?.protocol === "https:" || (url?.protocol === "http:" && OWN_COMPUTER.includes(url.hostname));
  if (!isFine)
    throw new Error(`"${rpcUrl}" is no address of a node. Say --rpc https://… (http only on this computer).`);
}
