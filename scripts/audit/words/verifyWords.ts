import { registerHooks } from "node:module";

// The words of the Verify page are written with a macro that the build of the dApp resolves.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "@lingui/core/macro"
      ? { url: new URL("./plainWords.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

/** What the Verify page says of each check: the public reads the same sentences there and here. */
export const { checkHeadings, verifyWords } = await import("../../../web/src/content/words/verify.ts");
export const { checkWords } = await import("../../../web/src/content/words/checks.ts");
