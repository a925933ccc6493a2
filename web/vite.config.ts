import { getConfig } from "@lingui/conf";
import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Builds are also started from the folder above.
const fromHere = { cwd: import.meta.dirname };
const sentences = { descriptorFields: "message" as const, linguiConfig: getConfig(fromHere) };

// Mode "demo" adds the demo wallet; every other build leaves it out.
export default defineConfig({
  base: "./",
  plugins: [
    // English stays in the code, so that the first page needs no catalogue.
    babel({ presets: [linguiTransformerBabelPreset(sentences, fromHere)] }),
    react(),
    tailwindcss(),
  ],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: "index.html", verify: "verify.html" } },
  },
  test: { include: ["src/**/*.test.{ts,tsx}"] },
});
