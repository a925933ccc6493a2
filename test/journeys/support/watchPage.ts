import type { Page } from "playwright-core";

export type PageRecord = { hosts: Set<string>; problems: string[] };

/** Writes down every host that a page contacts and every error it reports, from now on. */
export function watchPage(page: Page): PageRecord {
  const record: PageRecord = { hosts: new Set(), problems: [] };
  page.on("request", (request) => note(record, request.url()));
  page.on("websocket", (socket) => note(record, socket.url()));
  page.on("pageerror", (error) => record.problems.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") record.problems.push(`console: ${message.text()}`);
  });
  return record;
}

function note({ hosts }: PageRecord, url: string): void {
  const { host } = new URL(url);
  if (host !== "") hosts.add(host); // data: and blob: contact nobody
}
