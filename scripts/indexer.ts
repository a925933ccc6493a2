import { once } from "node:events";
import { findDeployment } from "./audit/findDeployment.ts";
import { command } from "./commands/indexer.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { deploymentFile } from "./deploy/deploymentFile.ts";
import { networks, requireNetwork } from "./deploy/networks.ts";
import { installIndexer } from "./indexer/installIndexer.ts";
import { indexerFolder, type IndexerWishes, startIndexer } from "./indexer/startIndexer.ts";

const USUAL_PORT = "42069";
const LAST_PORT = 65_535;

/**
 * npm run indexer: keeps the history of every town in a database, for charts. It is installed when it is first asked
 * for, and nothing depends on it.
 */
export async function perform(args: readonly string[]): Promise<number> {
  const wishes = readWishes(args);
  installIndexer(indexerFolder);
  const indexer = startIndexer(wishes);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => indexer.kill(signal));
  const [code, signal] = (await once(indexer, "exit")) as [number | null, string | null];
  return code ?? (signal === null ? 1 : 0);
}

function readWishes(args: readonly string[]): IndexerWishes {
  const { network = "local", deployment, rpc, port = USUAL_PORT, database } = readArguments(command, args).values;
  const name = requireNetwork(network);
  const file = deployment ?? deploymentFile(name);
  findDeployment(file, networks[name].chainId); // throws where it describes none
  if (!/^\d{1,5}$/.test(port) || Number(port) > LAST_PORT) {
    throw new Mistake(`"${port}" is no port. Say a number, such as ${USUAL_PORT}: --port N.`);
  }
  return {
    rpcUrl: rpc ?? networks[name].publicRpc,
    deploymentFile: file,
    port: Number(port),
    databaseUrl: (database ?? process.env["DATABASE_URL"]) || undefined,
  };
}
