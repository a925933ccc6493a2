import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en"],
  catalogs: [{ path: "<rootDir>/src/content/locales/{locale}", include: ["<rootDir>/src/content"] }],
  format: formatter({ lineNumbers: false }),
});
