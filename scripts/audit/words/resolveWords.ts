import { registerHooks } from "node:module";

/** The words of the dApp are written with a macro that its build resolves: where it is not built, they are plain. */
export function resolveWords(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "@lingui/core/macro"
        ? { url: new URL("./plainWords.ts", import.meta.url).href, shortCircuit: true }
        : next(specifier, context),
  });
}
