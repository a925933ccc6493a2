import { expect, it } from "vitest";
import { spelled } from "./spelled.ts";

const ADDRESS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

it("spells addresses with their checksum and hashes in small letters, and leaves all else as it is", () => {
  const hash = `0x${"Ab".repeat(32)}` as const;
  const written = {
    chainId: 1,
    startBlockHash: hash,
    addresses: { Authority: ADDRESS.toLowerCase() },
    parameters: { deployer: `0x${ADDRESS.slice(2).toUpperCase()}`, firstNonce: 0 },
    compiler: { version: "0x12", viaIR: true },
  };

  expect(spelled(written as never)).toEqual({
    chainId: 1,
    startBlockHash: hash.toLowerCase(),
    addresses: { Authority: ADDRESS },
    parameters: { deployer: ADDRESS, firstNonce: 0 },
    compiler: { version: "0x12", viaIR: true },
  });
});
