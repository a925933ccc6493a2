/** The project's files by their paths with slashes: what is in one, or undefined where there is none. */
export type Files = ReadonlyMap<string, string>;

/** The paper that says what does each requirement. */
export const PAPER = "docs/requirements.md";

/** How many requirements the source documents have under each letter. */
export const SECTIONS = { A: 18, B: 10, C: 11, D: 14, E: 14, F: 31, G: 12, H: 7, I: 3, K: 20 } as const;

type Row = { id: string; cells: string[]; part: "open" | "done" | "outside" };

/** A file in which a test stands, and the title that it must have there. */
const TEST = /`([^`]+)`: "([^"]+)"/g;
const TITLE = /\b(?:describe|it|test)\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;
const TITLE_IN_SOLIDITY = /\bfunction (test\w+)\(/g;
const COMMAND = /^npm run (\w+)$/;
const VERB = /^npm run town -- (\S+)$/;
const FUNCTION = /^([A-Z]\w*)\.([a-z]\w*)$/;
const FILE = /^(?:core|scripts|test|web)\/[\w./-]+\.(?:tsx?|sol)$/;

/** One sentence for each thing that is wrong with the paper, held against the list and the project's files. */
export function requirementFaults(files: Files): string[] {
  const text = files.get(PAPER);
  if (text === undefined) return [`There is no ${PAPER}.`];
  const rows = rowsOf(text);
  return [
    ...faultsOfList(rows),
    ...faultOfCount(text, rows),
    ...rows.flatMap(faultsOfRow),
    ...faultsOfNames(text, files),
  ];
}

function rowsOf(text: string): Row[] {
  return text.split(/^## /m).flatMap((section) => {
    const part = section.startsWith("Open") ? "open" : section.startsWith("Outside") ? "outside" : "done";
    return section.split("\n").flatMap((line): Row[] => {
      const [, id, ...cells] = line.split("|").map((cell) => cell.trim());
      return id !== undefined && /^[A-Z]\d+$/.test(id) ? [{ id, cells: cells.slice(0, -1), part }] : [];
    });
  });
}

function faultsOfList(rows: readonly Row[]): string[] {
  const asked = Object.entries(SECTIONS).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
  );
  const named = rows.map(({ id }) => id);
  return [
    ...asked.filter((id) => !named.includes(id)).map((id) => `${id} has no row.`),
    ...named.filter((id) => !asked.includes(id)).map((id) => `${id} is no requirement.`),
    ...named.filter((id, index) => named.indexOf(id) !== index).map((id) => `${id} has two rows.`),
  ];
}

function faultOfCount(text: string, rows: readonly Row[]): string[] {
  const [, said] = /^## Open: (\d+)$/m.exec(text) ?? [];
  const open = rows.filter(({ part }) => part === "open").length;
  return said === String(open) ? [] : [`The heading should be "Open: ${open}".`];
}

/** What does a requirement, and the test that shows it, stand in the two last cells of its row. */
function faultsOfRow({ id, cells, part }: Row): string[] {
  if (part !== "done") return cells.some((cell) => cell === "") ? [`${id} has an empty cell.`] : [];
  const [does = "", shown = ""] = cells.slice(-2);
  return [
    ...(spansOf(does).length === 0 ? [`${id} does not say what does it.`] : []),
    ...([...shown.matchAll(TEST)].length === 0 ? [`${id} names no test with its title.`] : []),
  ];
}

function faultsOfNames(text: string, files: Files): string[] {
  const tables = text.split("\n").filter((line) => line.startsWith("|"));
  const tests = tables.flatMap((line) => [...line.matchAll(TEST)]);
  const titles = new Map<string, ReadonlySet<string>>();
  return [
    ...new Set([
      ...tables.flatMap(spansOf).flatMap((span) => faultOfName(span, files)),
      ...tests.flatMap(([, file = "", title = ""]) => {
        const source = files.get(file);
        if (source === undefined) return []; // said already
        const known = titles.get(file) ?? titlesIn(source);
        titles.set(file, known);
        return known.has(title) ? [] : [`${file} has no test "${title}".`];
      }),
    ]),
  ];
}

function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span);
}

function titlesIn(source: string): ReadonlySet<string> {
  return new Set([
    ...[...source.matchAll(TITLE)].map(([, , title = ""]) => title.replaceAll(/\\(.)/g, "$1")),
    ...[...source.matchAll(TITLE_IN_SOLIDITY)].map(([, title = ""]) => title),
  ]);
}

function faultOfName(name: string, files: Files): string[] {
  const [, verb] = VERB.exec(name) ?? [];
  const [, command] = COMMAND.exec(name) ?? [];
  const [, contract, method] = FUNCTION.exec(name) ?? [];
  if (verb !== undefined) return isVerb(verb, files) ? [] : [`npm run town has no verb ${verb}.`];
  if (command !== undefined) return files.has(`scripts/${command}.ts`) ? [] : [`There is no command ${name}.`];
  if (contract !== undefined && method !== undefined)
    return functionsOf(contract, files).has(method) ? [] : [`There is no function ${name} that somebody may call.`];
  if (name.startsWith("/")) return isPage(name, files) ? [] : [`There is no page ${name}.`];
  if (!FILE.test(name)) return [`"${name}" is no page, verb, function or file.`];
  return files.has(name) ? [] : [`There is no file ${name}.`];
}

function isVerb(verb: string, files: Files): boolean {
  const acts = [...files].filter(([file]) => file.startsWith("scripts/operator/acts/"));
  const keys = verb.includes("-") ? [`"${verb}"`] : [verb, `"${verb}"`];
  return acts.some(([, source]) => keys.some((key) => source.includes(`\n  ${key}: `)));
}

/** A route of the router, a page of a desk, or a page of its own beside the others. */
function isPage(route: string, files: Files): boolean {
  if (route.endsWith(".html")) return files.has(`web${route}`);
  const [, desk] = /^\/desk\/(\w+)\/\$town$/.exec(route) ?? [];
  const [, pages = ""] = files.get("web/src/pages/desk/deskPages.ts")?.split("const deskPages") ?? [];
  if (desk !== undefined) return new RegExp(`^ {2}${desk}: `, "m").test(pages);
  return files.get("web/src/app/router.tsx")?.includes(`page("${route}",`) ?? false;
}

/** What somebody may call of a contract, by its source, its interface's, and those of what it builds on. */
function functionsOf(contract: string, files: Files): Set<string> {
  const source = [...files].find(([file]) => file.startsWith("contracts/") && file.endsWith(`/${contract}.sol`))?.[1];
  if (source === undefined) return new Set();
  const [, builtOn = ""] = new RegExp(`\\b(?:contract|interface) ${contract} is ([^{]+)\\{`).exec(source) ?? [];
  const own = [...source.matchAll(/\bfunction (\w+)\(([^;{]*)/g)].filter(([, , rest = ""]) =>
    /\b(?:external|public)\b/.test(rest),
  );
  return new Set([
    ...own.map(([, name = ""]) => name),
    ...builtOn.split(",").flatMap((other) => [...functionsOf(other.trim(), files)]),
  ]);
}
