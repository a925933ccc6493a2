import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { preview } from "vite";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { freePort } from "../chain/freePort.ts";

type WebServer = { url: string; close: () => Promise<void> };

/** What the server answers for `/NAME.json`: a value, or what a function finds out at each request. */
type Answers = { settings: Settings; [name: string]: unknown };

/** Serves a built dApp on this computer, with the settings it is to use. A port in use is replaced by a later one. */
export async function serveWeb(folder: string, answers: Answers, wantedPort = 4173): Promise<WebServer> {
  const port = await freePort(wantedPort);
  if (port !== wantedPort) console.log(`Port ${wantedPort} is in use by another program, so the dApp takes ${port}.`);

  const server = await preview({
    root: path.resolve("web"),
    configFile: false,
    logLevel: "warn",
    appType: "mpa",
    base: "./",
    build: { outDir: folder },
    preview: { port, strictPort: true, host: "127.0.0.1" },
    plugins: [
      {
        name: "answers",
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => void handle({ request, response, next }, answers));
        },
      },
    ],
  });
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; next: (error?: unknown) => void };

async function handle({ request, response, next }: Exchange, answers: Answers): Promise<void> {
  try {
    const json = await answerFor(request.url ?? "/", answers);
    if (json === undefined) next();
    else response.setHeader("content-type", "application/json").end(json);
  } catch (error) {
    next(error);
  }
}

/** The answer as JSON; undefined where a file is meant. */
async function answerFor(url: string, answers: Answers): Promise<string | undefined> {
  const name = /^\/(\w+)\.json$/.exec(new URL(url, "http://localhost").pathname)?.[1] ?? "";
  if (!Object.hasOwn(answers, name)) return undefined;
  const answer = answers[name];
  return JSON.stringify(typeof answer === "function" ? await answer() : answer);
}
