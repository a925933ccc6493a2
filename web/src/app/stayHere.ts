/** The router loads everything anew when code is missing. Without a connection that would leave nothing at all. */
export function stayHere(error: unknown): never {
  throw navigator.onLine ? error : new Error("Not connected", { cause: error });
}
