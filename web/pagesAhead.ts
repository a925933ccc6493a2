import type { Plugin } from "vite";

/** What brings the code of the page that was opened. */
export const PAGES = "src/app/pages.ts";

/** Lets a page's own code come beside what all pages share, instead of after it. */
export function pagesAhead(): Plugin {
  return {
    name: "pages-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { path, bundle = {} }) {
        if (path !== "/index.html") return [];
        const ahead = Object.values(bundle).find(
          (file) => file.type === "chunk" && file.moduleIds.some((id) => id.endsWith(PAGES)),
        );
        if (ahead === undefined) throw new Error(`${PAGES} is not in the build`);
        // Not in turn with the other script, which waits for much more.
        const attrs = { type: "module", async: true, crossorigin: true, src: `./${ahead.fileName}` };
        return [{ tag: "script", attrs, injectTo: "head" }];
      },
    },
  };
}
