import path from "node:path";
import { preview } from "vite";
import type { Settings } from "../../web/src/lib/deployment/Settings.ts";

export type WebServer = { url: string; close: () => Promise<void> };

/**
 * Serves a built dApp on this computer, with the settings it is to use. A port that is in use is replaced by the next.
 */
export async function serveWeb(
  folder: string,
  answers: { settings: Settings; [file: string]: unknown },
  port = 4173,
): Promise<WebServer> {
  const files = new Map(Object.entries(answers).map(([name, content]) => [`/${name}.json`, JSON.stringify(content)]));
  const server = await preview({
    root: path.resolve("web"),
    configFile: false,
    logLevel: "warn",
    base: "./",
    build: { outDir: folder },
    preview: { port, host: "127.0.0.1" },
    plugins: [
      {
        name: "settings",
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            const content = files.get(new URL(request.url ?? "/", "http://localhost").pathname);
            if (content === undefined) return next();
            response.setHeader("content-type", "application/json").end(content);
          });
        },
      },
    ],
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("The server of the dApp has no port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
