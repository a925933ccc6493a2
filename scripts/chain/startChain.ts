import hre from "hardhat";
import { freePort } from "./freePort.ts";

const USUAL_PORT = 8545;
const CHAIN_ID = 31337;
const MILLISECONDS_TO_CLOSE = 1000;

type Chain = { url: string; close: () => Promise<void> };

type Beginning = { accounts?: { count: number }; initialDate?: Date; chainId?: number };

/** A chain inside this process, empty and for this run only, which answers JSON-RPC at `url`. */
export async function startChain(wantedPort = USUAL_PORT, beginning: Beginning = {}): Promise<Chain> {
  const port = await freePort(wantedPort);
  if (port !== wantedPort) console.log(`Port ${wantedPort} is in use by another program, so the chain takes ${port}.`);

  const params = { network: "default", override: { chainId: CHAIN_ID, ...beginning } };
  const server = await hre.network.createServer(params, "127.0.0.1", port);
  await server.listen();
  return { url: `http://127.0.0.1:${port}`, close: () => withinLimit(server.close()) };
}

/** A browser that stays connected must not keep the chain from ending. */
async function withinLimit(closing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MILLISECONDS_TO_CLOSE);
  });
  await Promise.race([closing, limit]);
  clearTimeout(timer);
}
