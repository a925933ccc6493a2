import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { expect } from "chai";
import { ownPort } from "../../test/support/ownPort.ts";
import { freePort } from "./freePort.ts";

const PROGRAM = `
  import { closeOnSignal } from "./scripts/chain/closeOnSignal.ts";
  import { startChain } from "./scripts/chain/startChain.ts";
  const chain = await startChain(Number(process.argv[1]));
  closeOnSignal(chain.close);
  console.log("ready at " + chain.url);
`;

type Run = { launcher: ChildProcess; output: string; url: string };

/** Starts a chain as a user does: through the launcher. */
function start(port: number): Promise<Run> {
  const args = ["scripts/launcher.mjs", "node", "--input-type=module-typescript", "--eval", PROGRAM, String(port)];
  const launcher = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let output = "";
    launcher.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /ready at (\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve({ launcher, output, url });
    });
    launcher.on("exit", (code) =>
      reject(new Error(`The chain ended with code ${code} before it was ready: ${output}`)),
    );
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("exit", resolve));
}

async function chainIdAt(url: string): Promise<string> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return ((await response.json()) as { result: string }).result;
}

describe("startChain", () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`answers as chain 31337, and gives its port back on ${signal}`, async () => {
      const wanted = await freePort(ownPort(18545));
      const { launcher, url } = await start(wanted);
      expect(url).to.equal(`http://127.0.0.1:${wanted}`);
      expect(await chainIdAt(url)).to.equal("0x7a69");

      const ending = ended(launcher);
      launcher.kill(signal);

      expect(await ending).to.equal(0);
      expect(await freePort(wanted)).to.equal(wanted);
    });
  }

  it("takes another port, and says so, when the wanted one is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;

    const { launcher, output, url } = await start(port);
    const ending = ended(launcher);
    launcher.kill("SIGTERM");
    await ending;
    other.close();

    expect(output).to.include(`Port ${port} is in use`);
    expect(url).not.to.include(String(port));
  });
});
