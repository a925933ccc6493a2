import { expect } from "chai";
import { CannotAudit } from "../../scripts/audit/CannotAudit.ts";
import { readWishes } from "../../scripts/audit/readWishes.ts";

const [ONE, OTHER] = ["https://one.example/key", "http://127.0.0.1:8545"];

describe("readWishes", () => {
  it("reads every argument", () => {
    const args = ["--rpc", ONE, "--rpc", OTHER, "--deployment", "d.json", "--town", "7", "--block", "12", "--json"];

    expect(readWishes([...args, "--no-cache"])).to.deep.equal({
      rpcUrls: [ONE, OTHER],
      deploymentFile: "d.json",
      town: 7,
      block: 12n,
      isJson: true,
      history: null,
      isCached: false,
    });
  });

  it("wishes for everything by default", () => {
    expect(readWishes([])).to.deep.equal({
      rpcUrls: [],
      deploymentFile: null,
      town: null,
      block: null,
      isJson: false,
      history: null,
      isCached: true,
    });
  });

  for (const [args, sentence] of [
    [["--rpc", "one.example"], '"--rpc one.example" is not the address of a node: it begins with https:// or http://.'],
    [["--rpc", ONE, "--rpc", ONE], `"--rpc ${ONE}" is there twice: a node always agrees with itself, so name another.`],
    [["--town", "Willowmere"], '"--town Willowmere" is not the number of a town: write it in digits.'],
    [["--block", "-1"], "Option '--block' argument is ambiguous. Say npm run audit -- --help to see what there is."],
    [["--town", "0"], "There is no town 0."],
    [["--town", "4294967296"], "There is no town 4294967296."],
    [["--block", "latest"], '"--block latest" is not the number of a block: write it in digits.'],
    [["--rcp", ONE], "Unknown option '--rcp'. Say npm run audit -- --help to see what there is."],
    [[ONE], `Unexpected argument '${ONE}'. Say npm run audit -- --help to see what there is.`],
    [["--rpc"], "Option '--rpc <value>' argument missing. Say npm run audit -- --help to see what there is."],
  ] as const) {
    it(`refuses ${args.join(" ")}`, () => {
      expect(() => readWishes(args)).to.throw(CannotAudit, sentence);
    });
  }
});
