import path from "node:path";
import { getConfig } from "@lingui/conf";
import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { CodeSplittingNameFunction, PluginContext } from "rolldown";
import { defineConfig } from "vitest/config";
import { contentSecurityPolicy } from "./contentSecurityPolicy.ts";
import { PAGES, pagesAhead } from "./pagesAhead.ts";

// Builds are also started from the folder above.
const fromHere = { cwd: import.meta.dirname };
const sentences = { descriptorFields: "message" as const, linguiConfig: getConfig(fromHere) };

const OWN_COMPUTER = ["http://127.0.0.1:*", "http://localhost:*"];

/** Where the pages may read. Without RPC_ORIGIN nobody has said yet, so that any node that is encrypted will do. */
function nodesFor(mode: string): string[] {
  const { RPC_ORIGIN, INDEXER_ORIGIN } = process.env;
  if (mode === "demo") return OWN_COMPUTER;
  if (RPC_ORIGIN === undefined) return ["https:", ...OWN_COMPUTER];
  return INDEXER_ORIGIN === undefined ? [RPC_ORIGIN] : [RPC_ORIGIN, INDEXER_ORIGIN];
}

/** Where documents are fetched when somebody taps on one: hosts of documents, and gateways to IPFS. */
const documentOrigins = (process.env["DOCUMENT_ORIGINS"] ?? "").split(" ").filter((origin) => origin !== "");

/** The past comes after the present, so what reads it does not travel with what is there at once. */
const PAST =
  "chain/(?:past/(?:readPast|hasTopics|fromPast)|read(?:End|Events))\\.|/core/(?:history/|asking/(?:endOfReading|inRanges))";
const LOGS = "viem/_esm/(?:utils/abi/(?:parseEventLogs|decodeEventLog)|utils/formatters/log)";

/** What has a part of its own below: views of hours, and hashes of a kind by which only documents and projects are known. */
const HASH =
  "core/abis/contributionsViews|viem/_esm/utils/hash/sha256|@noble/hashes/(?:esm/)?(?:sha2|sha256|_md)\\.|core/abis/projectRegistryViews";

/** What acts comes with what first acts on a page, not with what reads. */
const ACTS = "core/(?:abis/\\w+Abi|\\w+/steps)\\.|web/src/transactions/(?:useTransaction|TransactionButton)\\.";

const WORDS = { name: "words", test: /\/core\/plainText\./, minSize: 0 };

/** Short, as what a page loads first lists all that may come later; the same for pages and worker. */
const FILES = "assets/[name]-[hash:7].js";

const parts = (...names: string[]) => new RegExp(`(?:${names.join("|")})\\.`);

/**
 * What only who holds an office loads, counts a week, decides something, or wants a reminder. It makes nothing a part of what everybody
 * loads, whatever it shares with it.
 */
const DESK = new RegExp(
  [
    "web/src/(?:.*/desk/|app/(?:Desk|YourCode)|pages/Desk|features/(?:roles|hours/timesheet)/|transactions/CountWeek|components/qr/)",
    "web/src/(?:app/(?:Own|Decisions)Entr|pages/(?:Decisions|Notice)Page|pages/decisions/)",
    "web/src/(?:features/.*Reminders?\\.|features/hours/(?:FormerNumbers|TryHours|NotMember)|chain/members/readFormerNumbers)",
    "web/src/(?:components/(?:DocumentText|saveFile)|transactions/(?:tellPaid|wallet/(?:signWords|describeSigning)))",
    "core/notices/",
  ].join("|"),
);

type ModulesKnown = Parameters<CodeSplittingNameFunction>[1];

/** Names a part for what six or more files share that load by themselves, desks not counted. */
function sharedByMany(name: string): CodeSplittingNameFunction {
  return (id, modules) => (entriesTo(id, modules).filter((entry) => !DESK.test(entry)).length < 6 ? null : name);
}

/** The files that load by themselves, at once or later, and bring a module with them. */
function entriesTo(id: string, modules: ModulesKnown): string[] {
  const seen = new Set([id]);
  for (const each of seen) modules.getModuleInfo(each)?.importers.forEach((importer) => seen.add(importer));
  return [...seen].filter((each) => {
    const info = modules.getModuleInfo(each);
    return info !== null && (info.isEntry || info.dynamicImporters.length > 0);
  });
}

/** What many pages share travels together: a phone asks for a dozen files, not for fifty. */
const GROUPS = [
  // The very same file for pages and for the worker that checks the books.
  WORDS,
  {
    name: "begin",
    test: parts("config/readSettings", "core/takeBytes", "app/Logo", "preload-helper", "rolldown.runtime"),
    minShareCount: 2,
  },
  { name: "react", test: /node_modules\/(react|react-dom|scheduler|@lingui)\//, minShareCount: 2 },
  {
    name: sharedByMany("chain"),
    debugName: "chain",
    test: new RegExp(`^(?!.*(?:${LOGS}|${HASH}|${ACTS})).*(?:node_modules/|core/abis/)`),
    minShareCount: 6,
  },
  // Verify does without the chain and the router, so what it shares with other pages stands apart from what needs them.
  {
    name: sharedByMany("plain"),
    debugName: "plain",
    test: /web\/src\/(content\/(?!errors|words\/(?:transactions|wallet))|components\/(?!NothingHere|Loaded|Page|Unreachable|InPages))|\/core\/(text\.|money|verify\/VerifyRoute)/,
    minShareCount: 6,
  },
  {
    name: sharedByMany("own"),
    debugName: "own",
    test: new RegExp(
      `^(?!.*(?:${PAST}|${HASH}|${ACTS})).*(?:web/src/(?!content/errors|content/words/transactions|chain/projects/)|/core/)`,
    ),
    minShareCount: 6,
  },
  // Little things of few pages, each with those that are wanted by the same.
  {
    name: "frame",
    test: parts(
      "chain/reads",
      "content/words/wallet",
      "components/Sheet",
      "@tanstack/(?!.*(?:queriesObserver|useQueries)).*",
    ),
    minShareCount: 2,
  },
  {
    name: "projects",
    test: parts(
      "projects/(?:projects|readProject)",
      "projectRegistryViews",
      "sha256",
      "AddressText",
      "deedQuery",
      "words/projects",
    ),
    minShareCount: 2,
  },
  { name: "offices", test: parts("authorityViews", "roleIds", "townTreasuryViews"), minShareCount: 2 },
  { name: "sales", test: parts("shareOfferingAbi", "core/shares/holderSteps"), minShareCount: 2 },
  { name: "town", test: parts("PhaseBadge", "ScrollBox", "HouseBars"), minShareCount: 2 },
  { name: "lists", test: parts("projects/(?:projectsQuery|readSoldBefore|pageBefore)"), minShareCount: 2 },
  { name: "hours", test: parts("contributionsViews", "chain/hours/readWeek", "timesheetBytesQuery"), minShareCount: 2 },
  { name: "logs", test: new RegExp(LOGS), minShareCount: 2 },
  { name: "past", test: new RegExp(PAST), minShareCount: 2 },
];

/** What reads and checks the books needs a little of viem, which core has in few lines. */
const lightViem = {
  name: "light-viem",
  enforce: "pre" as const,
  resolveId: (id: string) => (id === "viem" ? path.resolve(import.meta.dirname, "../core/views/lightViem.ts") : null),
};

/** Curves, with which only a steward's page checks signatures, bring their own hashes: else all pages carried more of them. */
const curvesApart = {
  name: "curves-apart",
  enforce: "pre" as const,
  async resolveId(this: PluginContext, source: string, importer: string | undefined) {
    if (importer === undefined || !/@noble\/curves|\?curves$/.test(importer)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found !== null && /@noble\/hashes/.test(found.id) ? `${found.id}?curves` : null;
  },
};

const LATER =
  /(?:DeskPage|OwnEntries|OfficeLine|ConnectSheet|SentList|describeError|DecisionsPage|NoticePage|ReceiptPage|ActivityPage|FormerNumbers|Reminders?|WrongChain|NotSetUp|CountWeek|TryHours|NotMember|VotesCard|WaitingList|HistoryCard|EarlierProjects)-/;

const noMutations = {
  name: "no-mutations",
  enforce: "pre" as const,
  resolveId: (id: string, importer = "") =>
    id === "./mutationCache.js" && importer.includes("query-core")
      ? path.resolve(import.meta.dirname, "src/chain/NoMutations.ts")
      : null,
};

// Mode "demo" adds the demo wallet; every other build leaves it out.
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [
    // English stays in the code, so that the first page needs no catalogue.
    babel({ presets: [linguiTransformerBabelPreset(sentences, fromHere)] }),
    curvesApart,
    noMutations,
    react(),
    tailwindcss(),
    contentSecurityPolicy(nodesFor(mode), documentOrigins),
    pagesAhead(),
  ],
  build: {
    target: "es2022",
    license: { fileName: "licences.txt" },
    modulePreload: {
      polyfill: false,
      // What everybody loads does not list what few need: the browser finds that a moment later by itself.
      resolveDependencies: (file, needed) => (LATER.test(file) ? [] : needed),
    },
    rolldownOptions: {
      // The rules' numbers stand where they are used: too small to travel alone.
      optimization: { inlineConst: { mode: "all" } },
      input: { index: "index.html", verify: "verify.html", pages: PAGES },
      output: { codeSplitting: { groups: GROUPS }, chunkFileNames: FILES },
    },
  },
  // Not a script of old but a module, so that the page can load the very same file where a browser refuses workers.
  worker: {
    format: "es",
    plugins: () => [lightViem],
    rolldownOptions: { output: { codeSplitting: { groups: [WORDS] }, chunkFileNames: FILES } },
  },
  test: { include: ["src/**/*.test.{ts,tsx}", "../core/**/*.test.ts"] },
}));
