import { describe, expect, it } from "vitest";
import { commandFor } from "./commandFor.ts";

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
