import { createServer, type AddressInfo, type Server } from "node:net";
import { createServer as createWebServer } from "node:http";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { openBrowser } from "./openBrowser.ts";
import { watchPage } from "./watchPage.ts";

describe("watchPage", () => {
  let browser: Browser;
  let foreign: Server;
  let own: Server;

  before(async () => {
    browser = await openBrowser();
    foreign = await listen(createServer((socket) => socket.end()));
    own = await listen(
      createWebServer((_, response) =>
        response.end(`<title>t</title><script>fetch("${urlOf(foreign)}/font").catch(() => 0); oops()</script>`),
      ),
    );
  });

  after(async () => {
    await browser.close();
    foreign.close();
    own.close();
  });

  it("notices a foreign host, and an error of the page", async () => {
    const page = await browser.newPage();
    const { hosts, problems } = watchPage(page);
    await page.goto(urlOf(own));
    await page.waitForLoadState("networkidle");

    expect([...hosts]).to.have.members([new URL(urlOf(own)).host, new URL(urlOf(foreign)).host]);
    expect(problems.join("\n")).to.include("page error: oops is not defined");
  });
});

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
