import path from "node:path";
import { IMPORT_RULES, type ImportRule } from "./importRules.ts";

/** The name by which other workspaces import `core/`. */
const CORE_PACKAGE = "@one-small-town/core";

const IMPORT = /^[ \t]*(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** One sentence for each import in `source` that points the wrong way. `file` is relative to the project, with slashes. */
export function forbiddenImports(file: string, source: string): string[] {
  const rule = ruleFor(file);
  if (rule === undefined || isTest(file)) return [];

  return importsIn(source).flatMap((imported) => {
    if (!isForTests(file) && isForTests(targetOf(file, imported) ?? ""))
      return `${file} imports "${imported}": only tests may.`;
    return isAllowed(rule, file, imported) ? [] : `${file} imports "${imported}": ${explain(rule)}`;
  });
}

function isTest(file: string): boolean {
  return /\.(test\.tsx?|t\.sol)$/.test(file);
}

/** What tests alone need has folders of its own. */
function isForTests(file: string): boolean {
  return file.split("/").includes("testing");
}

function importsIn(source: string): string[] {
  return [...source.matchAll(IMPORT)].flatMap((match) => match[1] ?? match[2] ?? []);
}

/** The rule of the deepest folder around a file. */
function ruleFor(file: string): ImportRule | undefined {
  const around = IMPORT_RULES.filter(({ folder }) => isInside(file, folder));
  return around.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

function isAllowed(rule: ImportRule, file: string, imported: string): boolean {
  const target = targetOf(file, imported);
  if (target === undefined) return rule.packages?.includes(packageOf(imported)) ?? true;

  const targetFolder = ruleFor(target)?.folder ?? "";
  if (targetFolder === rule.folder) return featureOf(file) === featureOf(target);
  return rule.mayImport.some((folder) => isInside(target, folder));
}

/** The file of this project that is imported; undefined for a package of others. */
function targetOf(file: string, imported: string): string | undefined {
  if (imported.startsWith(`${CORE_PACKAGE}/`)) return imported.replace(CORE_PACKAGE, "core");
  return imported.startsWith(".") ? path.posix.join(path.posix.dirname(file), imported) : undefined;
}

function packageOf(imported: string): string {
  const [scope, name] = imported.split("/");
  return scope?.startsWith("@") ? `${scope}/${name}` : (scope ?? "");
}

/** Features never import each other; a page composes them. */
function featureOf(file: string): string | undefined {
  return /^web\/src\/features\/([^/]+)/.exec(file)?.[1];
}

function explain({ folder, mayImport, packages }: ImportRule): string {
  const others = mayImport.length === 0 ? "no other folder" : mayImport.join(", ");
  const only = packages === undefined ? "" : `, and of packages only from ${packages.join(", ")}`;
  const features = folder === "web/src/features" ? "; a feature never imports another" : "";
  return `${folder} may import from itself and from ${others}${only}${features}.`;
}
