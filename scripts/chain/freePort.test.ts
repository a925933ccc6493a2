import { createServer, type AddressInfo, type Server } from "node:net";
import { expect } from "chai";
import { freePort } from "./freePort.ts";

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

describe("freePort", () => {
  it("replaces a port that is in use by a later one", async () => {
    const server = await listen();
    const { port } = server.address() as AddressInfo;

    expect(await freePort(port)).to.be.greaterThan(port);

    server.close();
  });

  it("keeps a port that nobody uses", async () => {
    const server = await listen();
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));

    expect(await freePort(port)).to.equal(port);
  });
});
