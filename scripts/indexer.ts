// npm run indexer [-- --network NAME] [--deployment FILE] [--rpc URL] [--port N] [--database URL]: keeps the history of
// every town in a database, for charts. It is installed when it is first asked for, and nothing depends on it.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { deploymentFile } from "./deploy/deploymentFile.ts";
import { networks } from "./deploy/networks.ts";
import { installIndexer } from "./indexer/installIndexer.ts";
import { indexerFolder, startIndexer } from "./indexer/startIndexer.ts";

const USUAL_PORT = "42069";

const options = {
  network: { type: "string", default: "local" },
  deployment: { type: "string" },
  rpc: { type: "string" },
  port: { type: "string", default: USUAL_PORT },
  database: { type: "string" },
} as const;

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readWishes() {
  const { network, deployment, rpc, port, database } = parseArgs({ options }).values;
  if (!Object.hasOwn(networks, network)) {
    fail(`There is no network "${network}". Choose one of ${Object.keys(networks).join(", ")}.`);
  }
  const { publicRpc } = networks[network as keyof typeof networks];
  const file = deployment ?? deploymentFile(network);
  if (!existsSync(file)) fail(`There is no deployment in ${file}. Name its file: --deployment FILE.`);
  if (!/^\d{1,5}$/.test(port)) fail(`"${port}" is no port. Say a number, such as ${USUAL_PORT}: --port N.`);
  return {
    rpcUrl: rpc ?? publicRpc,
    deploymentFile: file,
    port: Number(port),
    databaseUrl: (database ?? process.env["DATABASE_URL"]) || undefined,
  };
}

function readWishesOrFail() {
  try {
    return readWishes();
  } catch (error) {
    return fail((error as Error).message);
  }
}

const wishes = readWishesOrFail();
try {
  installIndexer(indexerFolder);
} catch (error) {
  fail((error as Error).message);
}
const indexer = startIndexer(wishes);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => indexer.kill(signal));
indexer.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
