import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { perform as build } from "../build.ts";
import { startChain } from "../chain/startChain.ts";
import { ownPort } from "../../test/support/ownPort.ts";
import { perform as check } from "../check.ts";
import { perform as coverage } from "../coverage.ts";
import { perform as deploy } from "../deploy.ts";
import { deploymentFile } from "../deploy/deploymentFile.ts";
import { networks } from "../deploy/networks.ts";
import { perform as history } from "../history.ts";
import { perform as indexer } from "../indexer.ts";
import { perform as scenario } from "../scenario.ts";
import { perform as town } from "../town.ts";
import { Mistake } from "./Mistake.mjs";

const CHIADO = 10_200;
const HEAD_OFFICE = "0x00000000000000000000000000000000000000A1";
const POOR_KEY = `0x${"1".repeat(64)}`;
const UNDEPLOYED = Object.keys(networks).find((name) => !existsSync(deploymentFile(name))) ?? "";

async function mistakeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "no mistake",
    (failure: unknown) => (failure instanceof Mistake ? failure.message : `not a mistake: ${String(failure)}`),
  );
}

/** A server that answers every request with the same text. */
async function serve(answer: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => response.end(answer)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe("npm run town", () => {
  const FILE = "core/hours/reading/files/S32-member-hash.csv";
  const submit = (...args: string[]) => mistakeOf(town(["submit", FILE, ...args]));
  const on = ["--network", UNDEPLOYED, "--town", "1"];

  it("says what there is to do", async () => {
    expect(await mistakeOf(town(["hand-in", FILE]))).to.match(
      /^There is no "hand-in"\. Do you mean .* Say npm run town -- --help to see what there is\.$/,
    );
  });

  it("asks for the network", async () => {
    expect(await submit("--town", "1")).to.equal("Say on which network: npm run town -- submit … --network NAME.");
  });

  it("says that there is no such file", async () => {
    expect(await mistakeOf(town(["submit", "none.csv", ...on]))).to.match(/^There is no file none\.csv\. /);
  });

  it("asks for the town", async () => {
    expect(await submit("--network", UNDEPLOYED)).to.equal("--town N is missing: the town's number.");
    expect(await submit("--network", UNDEPLOYED, "--town", "x")).to.include('"x" is none.');
  });

  it("refuses a week that is no date, and an answer without its word", async () => {
    expect(await submit(...on, "--week", "2981")).to.match(/^"2981" is not a date\. Write .* --week 2027-02-22\.$/);
    expect(await submit(...on, "--answer", "longDay")).to.match(/^"--answer longDay" has no answer: /);
  });

  it("says that there is no deployment", async () => {
    expect(await submit(...on)).to.match(new RegExp(`^No deployment of "${UNDEPLOYED}" in `));
  });
});

describe("npm run deploy", () => {
  const deployTo = (...args: string[]) => mistakeOf(deploy(args));
  const toChiado = ["--network", "chiado", "--head-office", HEAD_OFFICE];

  it("asks for the network", async () => {
    expect(await deployTo()).to.match(/^Say which network: npm run deploy -- --network NAME, one of local, base, /);
  });

  it("lists the networks when it is told another", async () => {
    expect(await deployTo("--network", "ethereum")).to.match(/^There is no network "ethereum"\. Choose one of local, /);
  });

  it("asks for head office", async () => {
    expect(await deployTo("--network", "chiado")).to.match(/^Say which wallet is head office, .*: --head-office 0x… /);
  });

  it("says that head office's address is wrong", async () => {
    expect(await deployTo("--network", "chiado", "--head-office", "0x12")).to.match(
      /^"0x12" is no address, or a letter/,
    );
  });

  it("says that there is no deployment to check, without asking for a key", async () => {
    expect(await deployTo("--network", UNDEPLOYED, "--check")).to.match(
      new RegExp(`^No deployment of "${UNDEPLOYED}" in .*\\.json\\. Run: npm run deploy -- --network ${UNDEPLOYED}$`),
    );
  });

  describe("given a node", function () {
    this.timeout(20_000);
    const before = process.env["CHIADO_RPC_URL"];

    afterEach(() => {
      if (before === undefined) delete process.env["CHIADO_RPC_URL"];
      else process.env["CHIADO_RPC_URL"] = before;
    });

    it("says that the variable holds no address", async () => {
      process.env["CHIADO_RPC_URL"] = "rpc.example";
      expect(await deployTo(...toChiado)).to.equal(
        "CHIADO_RPC_URL is not the address of a node: it begins with https:// or http://.",
      );
    });

    it("says that it does not answer", async () => {
      const { url, close } = await serve("");
      close();
      process.env["CHIADO_RPC_URL"] = url;
      expect(await deployTo(...toChiado)).to.equal(
        "The node of chiado does not answer: check CHIADO_RPC_URL, and whether the node is running.",
      );
    });

    for (const answer of [
      "<html>\u001b[2JNot found</html>",
      '{"ok":true}',
      '{"jsonrpc":"2.0","id":1,"result":"chiado"}',
    ]) {
      it(`says that ${JSON.stringify(answer)} does not come from a node`, async () => {
        const { url, close } = await serve(answer);
        process.env["CHIADO_RPC_URL"] = url;
        const sentence = await deployTo(...toChiado);
        close();
        expect(sentence).to.match(/^What answers for chiado is not a node: check CHIADO_RPC_URL\. It said: .+/);
        expect(sentence).not.to.include("\u001b");
      });
    }

    it("says that it is of another chain", async () => {
      const { url, close } = await startChain(ownPort(18_640), { chainId: 100 });
      process.env["CHIADO_RPC_URL"] = url;
      const sentence = await deployTo(...toChiado);
      await close();
      expect(sentence).to.equal(`The node answers for chain 100, but chiado is chain ${CHIADO}: check CHIADO_RPC_URL.`);
    });
  });

  describe("given variables", function () {
    this.timeout(60_000);
    let chain: Awaited<ReturnType<typeof startChain>>;

    /** In a process of its own: Hardhat asks for a variable once, and in tests not as it does otherwise. */
    async function deployWith(variables: Record<string, string>): Promise<string> {
      const { PATH } = process.env;
      const args = ["scripts/commands/perform.ts", "deploy", ...toChiado];
      const child = spawn(process.execPath, args, { env: { PATH, CI: "true", ...variables } });
      let said = "";
      child.stderr.on("data", (part) => (said += String(part)));
      const [code] = (await once(child, "close")) as [number];
      return `${code} ${said}`;
    }

    before(async () => {
      chain = await startChain(ownPort(18_640), { chainId: CHIADO });
    });

    after(() => chain.close());

    it("says which is to hold the node's address", async () => {
      expect(await deployWith({})).to.match(
        /^2 Nobody has said where the node of chiado is: set CHIADO_RPC_URL\. .*\n$/,
      );
    });

    it("says which is to hold the key", async () => {
      expect(await deployWith({ CHIADO_RPC_URL: chain.url })).to.match(
        /^2 There is no key to deploy with: set DEPLOYER_PRIVATE_KEY\. Set it with node scripts\/launcher\.mjs hardhat keystore set .*\n$/,
      );
    });

    for (const key of ["0x5ec2e7", "my 5ec2e7"]) {
      it(`says that ${key} is no key, without showing it`, async () => {
        const said = await deployWith({ CHIADO_RPC_URL: chain.url, DEPLOYER_PRIVATE_KEY: key });
        expect(said).to.equal("2 DEPLOYER_PRIVATE_KEY is not a private key, which is 0x and 64 digits from 0 to f.\n");
      });
    }

    it("says that the deployer has no money, and how much it takes", async () => {
      expect(await deployWith({ CHIADO_RPC_URL: chain.url, DEPLOYER_PRIVATE_KEY: POOR_KEY })).to.match(
        /^2 The deployer 0x19E7\w+ has 0\.0 xDAI on Gnosis Chiado, and to deploy costs about 0\.\d+ xDAI at present\. .*\n$/,
      );
    });
  });
});

describe("npm run build", () => {
  it("says how to deploy first, where nothing is deployed", async () => {
    expect(await mistakeOf(build(["--network", UNDEPLOYED]))).to.include(
      `Run: npm run deploy -- --network ${UNDEPLOYED}`,
    );
  });

  it("asks for the network that other options are about", async () => {
    expect(await mistakeOf(build(["--rpc", "https://one.example"]))).to.equal("Say for which network: --network NAME.");
  });
});

describe("npm run history", () => {
  it("asks for the network", async () => {
    expect(await mistakeOf(history([]))).to.equal("Say for which network: npm run history -- --network NAME.");
  });

  it("says how to deploy first, where nothing is deployed", async () => {
    expect(await mistakeOf(history(["--network", UNDEPLOYED]))).to.include(
      `Run: npm run deploy -- --network ${UNDEPLOYED}`,
    );
  });

  it("takes the newest block of a local chain only", async () => {
    expect(await mistakeOf(history(["--network", "base", "--newest"]))).to.match(
      /^What the newest block says may be taken back on Base/,
    );
  });

  it("does not take the same node twice for two", async () => {
    const one = ["--rpc", "https://one.example"];
    expect(await mistakeOf(history(["--network", "base", ...one, ...one]))).to.match(/^One node is there twice/);
  });
});

describe("npm run indexer", () => {
  for (const [args, sentence] of [
    [["--network", "nowhere"], /^There is no network "nowhere"\. Choose one of local, /],
    [["--deployment", "no.json"], /^There is no deployment in no\.json: name another file with --deployment FILE\.$/],
    [["--deployment", "README.md"], /^README\.md is not JSON\.$/],
    [["--deployment", "package.json"], /^package\.json does not describe a deployment: chainId is missing in it\.$/],
  ] as const) {
    it(`refuses ${args.join(" ")}`, async () => {
      expect(await mistakeOf(indexer(args))).to.match(sentence);
    });
  }
});

describe("npm run scenario", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "scenario-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("says which file of a folder is missing", async () => {
    expect(await mistakeOf(scenario(["nowhere"]))).to.equal("nowhere is not a scenario: scenario.json cannot be read.");
  });

  it("says which file is not JSON, before it plays any", async () => {
    writeFileSync(path.join(folder, "scenario.json"), "{");
    expect(await mistakeOf(scenario(["test/scenarios/local", folder]))).to.match(
      /^.* is not a scenario: scenario\.json is not JSON \(/,
    );
  });
});

describe("npm run check", () => {
  it("lists the checks when it is told another", async () => {
    expect(await mistakeOf(check(["tpyes"]))).to.match(/^There is no check "tpyes"\. There are: lockfile, imports, /);
  });
});

describe("npm run coverage", () => {
  it("says which file there is not", async () => {
    expect(await mistakeOf(coverage(["test/no.test.ts"]))).to.match(/^There is no file test\/no\.test\.ts\. /);
  });
});
