import { createServer } from "node:net";
import { Mistake } from "../commands/Mistake.mjs";

const MOST_TRIES = 100;

/** The first port from `wanted` upward that nobody listens on. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + MOST_TRIES; port++) {
    if (await isFree(port)) return port;
  }
  throw new Mistake(
    `Ports ${wanted} to ${wanted + MOST_TRIES - 1} are all in use. Please end a program that uses one.`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
