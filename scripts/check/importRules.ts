/** The folders a file of `folder` may import from, besides its own; and the packages, where they are restricted. */
export type ImportRule = { folder: string; mayImport: readonly string[]; packages?: readonly string[] };

const CONTRACT_FOLDERS = ["roles", "members", "projects", "hours", "shares", "profit"];

const WEB_LAYERS = [["config", "content"], ["components", "chain"], ["transactions"], ["features"], ["pages"], ["app"]];

/** What pure code may use: nothing of the browser, of React or of a network. */
const CORE_PACKAGES = ["hucre", "viem"];

function contractRules(): ImportRule[] {
  const folders = ["lib", ...CONTRACT_FOLDERS].map((name) => `contracts/${name}`);
  const system = folders.map((folder, index) => ({ folder, mayImport: folders.slice(0, index) }));
  return [...system, { folder: "contracts/views", mayImport: [] }];
}

function webRules(): ImportRule[] {
  return WEB_LAYERS.flatMap((layer, index) => {
    const mayImport = ["core", ...WEB_LAYERS.slice(0, index).flat().map(webFolder)];
    return layer.map((name) => ({ folder: webFolder(name), mayImport }));
  });
}

function webFolder(name: string): string {
  return `web/src/${name}`;
}

export const IMPORT_RULES: readonly ImportRule[] = [
  ...contractRules(),
  { folder: "core", mayImport: [], packages: CORE_PACKAGES },
  ...webRules(),
  { folder: "web/src", mayImport: ["core", ...WEB_LAYERS.flat().map(webFolder)] },
  { folder: "indexer", mayImport: ["core"] },
  { folder: "scripts", mayImport: ["scripts/audit", "core", "types", "artifacts", "deployments"] },
  { folder: "scripts/audit", mayImport: ["scripts", "core", "web/src/chain", "web/src/content/words"] },
];
