import { describe, expect, it } from "vitest";
import { commandFor, linkTo, type VerifyRoute, readVerifyRoute } from "./VerifyRoute.ts";

const NOWHERE: VerifyRoute = { block: null, town: null, poster: null };
const PAGE = "https://town.example/sub/verify.html";

describe("a link to the page", () => {
  it.each<[string, Partial<VerifyRoute>]>([
    ["", {}],
    ["#block=289", { block: 289n }],
    ["#block=289&town=1", { block: 289n, town: 1 }],
    ["#town=2", { town: 2 }],
    ["#town=1&poster=town", { town: 1, poster: "town" }],
    ["#town=1&poster=4294967300", { town: 1, poster: 4294967300n }],
  ])("is read, and made again from what was read: %s", (hash, wanted) => {
    const route = { ...NOWHERE, ...wanted };

    expect(readVerifyRoute(hash)).toEqual(route);
    expect(linkTo(`${PAGE}#old`, route)).toBe(`${PAGE}${hash}`);
  });

  it.each([
    "#block=latest",
    "#block=-1",
    "#block=1e9",
    "#town=x",
    "#poster=town",
    "#elsewhere",
    `#block=${"9".repeat(99)}`,
  ])("asks for nothing where it makes no sense: %s", (hash) => expect(readVerifyRoute(hash)).toEqual(NOWHERE));

  it("may begin with a stroke, as some programs send it", () => {
    expect(readVerifyRoute("#/block=5").block).toBe(5n);
  });
});

describe("commandFor", () => {
  it("names the node and the block", () => {
    const command = commandFor({ rpcUrl: "https://rpc.example.org/key", block: 289n, town: null });
    expect(command).toBe("npm run audit -- --rpc https://rpc.example.org/key --block 289");
  });

  it("names the town, where the check was of one", () => {
    const command = commandFor({ rpcUrl: "http://127.0.0.1:8545", block: 3n, town: 2 });
    expect(command).toBe("npm run audit -- --rpc http://127.0.0.1:8545 --town 2 --block 3");
  });

  it("keeps a shell from taking a part of the address for its own", () => {
    const command = commandFor({ rpcUrl: "https://rpc.example.org/?key=a&b='$(rm)'", block: 3n, town: null });
    expect(command).toBe(`npm run audit -- --rpc 'https://rpc.example.org/?key=a&b='\\''$(rm)'\\''' --block 3`);
  });
});
