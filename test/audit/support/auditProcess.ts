// An audit in a process of its own, which can be killed: the node's address, the deployment's file, the cache's folder.
import { runAudit } from "../../../scripts/audit/runAudit.ts";

const [url = "", deploymentFile = "", cacheFolder = ""] = process.argv.slice(2);
const wishes = {
  rpcUrls: [url],
  deploymentFile,
  town: null,
  block: null,
  history: null,
  isJson: false,
  isCached: true,
};
await runAudit(wishes, { cacheFolder, onProgress: () => undefined });
