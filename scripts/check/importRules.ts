/** The folders a file of `folder` may import from, besides its own; and the packages, where they are restricted. */
export type ImportRule = { folder: string; mayImport: readonly string[]; packages?: readonly string[] };

const CONTRACT_FOLDERS = ["roles", "members", "projects", "hours", "shares", "profit"];

const WEB_LAYERS = [
  ["lib"],
  ["config", "content"],
  ["components", "contracts"],
  ["transactions"],
  ["features"],
  ["pages"],
  ["app"],
];

/** What pure code may use: nothing of the browser, of React or of a network. */
const LIB_PACKAGES = ["papaparse", "viem"];

function contractRules(): ImportRule[] {
  const folders = ["lib", ...CONTRACT_FOLDERS].map((name) => `contracts/${name}`);
  const system = folders.map((folder, index) => ({ folder, mayImport: folders.slice(0, index) }));
  return [...system, { folder: "contracts/views", mayImport: [] }];
}

function webRules(): ImportRule[] {
  return WEB_LAYERS.flatMap((layer, index) => {
    const mayImport = WEB_LAYERS.slice(0, index).flat().map(webFolder);
    return layer.map((name) => {
      const packages = name === "lib" ? { packages: LIB_PACKAGES } : {};
      return { folder: webFolder(name), mayImport, ...packages };
    });
  });
}

function webFolder(name: string): string {
  return `web/src/${name}`;
}

export const IMPORT_RULES: readonly ImportRule[] = [
  ...contractRules(),
  ...webRules(),
  { folder: "web/src", mayImport: WEB_LAYERS.flat().map(webFolder) },
  { folder: "indexer", mayImport: ["web/src/lib"] },
  { folder: "scripts", mayImport: ["scripts/audit", "web/src/lib", "types", "artifacts", "deployments"] },
  { folder: "scripts/audit", mayImport: ["scripts", "web/src/lib", "web/src/contracts", "web/src/content/words"] },
];
