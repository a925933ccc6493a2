import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { HDNodeWallet, Interface, ZeroAddress } from "ethers";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { foreseeAddresses } from "../deploy/foreseeAddresses.ts";
import { buildWeb } from "./buildWeb.ts";
import { pageSizes } from "./pageSizes.ts";

const MNEMONIC = "test test test test test test test test test test test junk";
const RPC = "https://rpc.example.org/key";
const INDEXER = "https://history.example.org";
const DOCUMENTS = ["https://ipfs.example.org/ipfs/", "https://town.example.org"];

/** Hosts that libraries name without ever contacting them; each with where it is from. */
const NAMED_ONLY = [
  "www.w3.org", // namespaces of SVG and MathML in React
  "react.dev", // explanations of React's errors
  "tanstack.com", // explanations of the router's errors
  "lingui.dev", // explanations of Lingui's errors
  "viem.sh", // explanations of viem's errors
  "oxlib.sh", // explanations of viem's base library
  "wagmi.sh", // explanations of wagmi's errors
  "abitype.dev", // explanations of viem's ABI reader
  "docs.soliditylang.org", // the same
  "4byte.sourcify.dev", // where viem's errors say to look up an unknown error
  "tailwindcss.com", // its licence
  "github.com", // issues that libraries link from their errors
  "schemas.openxmlformats.org", // namespaces of spreadsheets in their reader
  "purl.oclc.org", // the same, in the strict form of that format
  "www.wps.cn", // the same, as one office program writes them
  "json-schema.org", // the kind of schema that plans follow
  "localhost", // the router reads a path as if it stood there
];

/** Some of what is in the pages, each with words of its notice. */
const NOTICES = [
  ["react", "Permission is hereby granted"],
  ["viem", "Permission is hereby granted"],
  ["@wagmi/core", "Permission is hereby granted"],
  ["@noble/hashes", "Permission is hereby granted"],
  ["@tanstack/react-router", "Permission is hereby granted"],
  ["@lingui/core", "Permission is hereby granted"],
  ["tailwindcss", "Permission is hereby granted"],
  ["@fontsource/barlow-semi-condensed", "SIL OPEN FONT LICENSE"],
] as const;

const PAGES = [
  "accountability",
  "activity",
  "benefits",
  "decisions",
  "desk",
  "home",
  "notice",
  "offering",
  "project",
  "receipt",
  "shares",
  "town",
  "weeks",
];

/** What people open to act with a wallet, many of them for an office: they may be as large as what a wallet takes. */
const DESKS = ["ideas", "join", "keys", "launch", "newwallet", "people"];

describe("buildWeb", () => {
  let folder: string;
  let files: { name: string; text: string }[];

  before(async function () {
    this.timeout(120_000);
    folder = mkdtempSync(path.join(tmpdir(), "web-"));
    await buildWeb("production", folder, { rpcUrl: RPC, indexer: INDEXER, documents: DOCUMENTS });
    const names = globSync("**/*.{html,js,css,svg,json}", { cwd: folder });
    files = names.map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));
  });

  after(() => rmSync(folder, { recursive: true }));

  function filesWith(text: string | RegExp): string[] {
    const has = (content: string) => (typeof text === "string" ? content.includes(text) : text.test(content));
    return files.filter((file) => has(file.text)).map(({ name }) => name);
  }

  it("leaves the environment of other programs as it was", () => {
    expect(process.env["NODE_ENV"]).to.not.equal("production");
    expect(process.env["RPC_ORIGIN"]).to.equal(undefined);
    expect(process.env["INDEXER_ORIGIN"]).to.equal(undefined);
    expect(process.env["DOCUMENT_ORIGINS"]).to.equal(undefined);
  });

  it("has pages, scripts and styles", () => {
    expect(files.map(({ name }) => name)).to.include.members(["index.html", "verify.html", "icon.svg"]);
    expect(files.filter(({ name }) => name.endsWith(".js")).length).to.be.greaterThan(3);
  });

  it("has small pages: what a cheap phone loads stays within the budget", () => {
    const { verify, history, wallet, ...pages } = pageSizes(folder);

    expect(files.filter(({ name }) => name.includes("checkWorker-")).length, "the worker's own file").to.equal(1);
    expect(verify, "verify with its worker").to.be.within(80_000, 120_000);
    expect(history, "what a history adds to it").to.be.within(3_000, 8_000);
    expect(wallet, "wallet").to.be.within(100_000, 240_000);
    expect(Object.keys(pages).sort()).to.deep.equal([...PAGES, ...DESKS].sort());
    for (const [page, size] of Object.entries(pages))
      expect(size, page).to.be.within(100_000, DESKS.includes(page) ? 240_000 : 170_000);
  });

  it("has nothing of the demo wallet", () => {
    for (const word of ["demo.json", "Demo: ", "Demo wallet", "town’s people", "Rejected in the demo"]) {
      expect(filesWith(word), word).to.deep.equal([]);
    }
  });

  it("has no key of the local chain, nor the words they come from", () => {
    expect(filesWith(MNEMONIC)).to.deep.equal([]);
    for (let index = 0; index < 80; index++) {
      const { privateKey } = HDNodeWallet.fromPhrase(MNEMONIC, undefined, `m/44'/60'/0'/0/${index}`);
      expect(filesWith(new RegExp(privateKey.slice(2), "i")), `key ${index}`).to.deep.equal([]);
    }
  });

  it("carries the JSON ABI of every contract, with each error that can come through it", () => {
    const contracts = Object.keys(foreseeAddresses(ZeroAddress, 0));

    const abis = files.filter(({ name }) => path.dirname(name) === "abis");

    expect(abis.map(({ name }) => path.basename(name, ".json"))).to.have.members(contracts);
    for (const { name, text } of abis) {
      const face = new Interface(text);
      for (const kind of ["function", "event"]) {
        expect(
          face.fragments.some(({ type }) => type === kind),
          `${kind} of ${name}`,
        ).to.equal(true);
      }
      for (const error of allErrors) expect(face.getError(error.name), `${error.name} in ${name}`).to.not.equal(null);
    }
  });

  it("brings a header file that keeps others from showing it in a frame, and says nothing of scripts", () => {
    const headers = readFileSync(path.join(folder, "_headers"), "utf8");

    expect(headers).to.equal("/*\n  Content-Security-Policy: frame-ancestors 'none'\n");
  });

  it("brings the notices of all that is in it, and links them", () => {
    const notices = readFileSync(path.join(folder, "licences.txt"), "utf8");

    for (const [name, words] of NOTICES) {
      const [, notice = ""] = notices.split(new RegExp(`^## ${name} - .*$`, "m"));
      expect(notice.split(/^## /m)[0], name).to.include(words);
    }
    expect(filesWith("./licences.txt").length).to.equal(1);
  });

  it("has no page that loads a JSON ABI", () => {
    expect(filesWith("abis/")).to.deep.equal([]);
  });

  it("names no host but its node, its indexer, those of documents, and those that explain errors", () => {
    const hosts = files.flatMap(({ text }) =>
      [...text.matchAll(/(?:https?|wss?):\/\/([\w.-]+)/g)].map(([, host]) => host),
    );

    expect([...new Set(hosts)].filter((host) => !NAMED_ONLY.includes(host ?? ""))).to.have.members([
      "rpc.example.org",
      "history.example.org",
      "ipfs.example.org",
      "town.example.org",
    ]);
  });

  it("refers to its own files relatively, so that it works from any folder", () => {
    for (const { name, text } of files.filter((file) => file.name.endsWith(".html"))) {
      const references = [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, to]) => to);

      expect(references.length, name).to.be.greaterThan(2);
      for (const to of references) expect(to, name).to.match(/^\.\//);
    }
    expect(filesWith(/["'(]\/assets\//)).to.deep.equal([]);
  });

  it("lets its pages load their own files and read at its node, its indexer and the places of documents, and nothing else", () => {
    for (const name of ["index.html", "verify.html"]) {
      const policy = policyOf(files.find((file) => file.name === name)?.text ?? "");

      expect(policy["default-src"]).to.equal("'none'");
      expect(policy["script-src"]).to.equal("'self'");
      expect(policy["connect-src"]).to.equal(
        "'self' https://rpc.example.org https://history.example.org https://ipfs.example.org https://town.example.org",
      );
      expect(policy["worker-src"]).to.equal("'self'");
    }
  });
});

function policyOf(html: string): Record<string, string> {
  const content = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const rules = content.replaceAll("&#39;", "'").split("; ");
  return Object.fromEntries(rules.map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
}
