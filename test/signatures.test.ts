import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { type Contract, id, type ParamType } from "ethers";
import hre from "hardhat";
import { contracts } from "../scripts/deploy/steps.ts";
import { ethers, networkHelpers } from "./fixture/connection.ts";
import { willowmere } from "./fixture/willowmere.ts";

const SOURCES = ["contracts", "node_modules/@openzeppelin/contracts"];

/** What EIP-712 hashes of a struct: its name, and its fields with their types. */
const STRUCT = /^[A-Z]\w*\(\w+(?:\[\])* \w+(?:,\w+(?:\[\])* \w+)*\)$/;

/** Strings that stand behind each other are one to the compiler. */
const STRINGS = /"[^"\n]*"(?:\s*"[^"\n]*")*/g;

type Row = { struct: string | null; domain: string | null; functions: string[] };

function rowsOf(page: string): Row[] {
  const lines = page.split("\n").filter((line) => line.startsWith("|") && line.includes("`"));
  return lines.map((line) => {
    const [, words = "", sent = ""] = line.split("|");
    return {
      struct: /`(\w+\(.*\))`/.exec(words)?.[1] ?? null,
      domain: /"(.*)"/.exec(words)?.[1] ?? null,
      functions: [...sent.matchAll(/`(\w+\.\w+)`/g)].map(([, name]) => name ?? ""),
    };
  });
}

/** Every struct that some source has a hash of, whether it is compiled or not. */
function structsInSources(): string[] {
  const texts = SOURCES.flatMap((folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".sol"));
    return files.map((name) => readFileSync(path.join(folder, name), "utf8"));
  });
  const strings = texts.flatMap((text) => text.match(STRINGS) ?? []);
  const joined = strings.map((text) => text.replaceAll(/"\s*"/g, "").slice(1, -1));
  return [...new Set(joined)].filter((text) => STRUCT.test(text) && !text.startsWith("EIP712Domain("));
}

/** Which structs a contract can ask a wallet to sign: those whose hash is in its code. */
async function structsOf(name: string, structs: readonly string[]): Promise<string[]> {
  const { deployedBytecode } = await hre.artifacts.readArtifact(name);
  return structs.filter((struct) => deployedBytecode.includes(id(struct).slice(2)));
}

/** Whether an argument of a function is, or has in it, what somebody signed. */
function isSigned({ name, type, components, arrayChildren }: ParamType): boolean {
  if (arrayChildren !== null) return isSigned(arrayChildren);
  return (
    (name === "signature" && type === "bytes") || (name === "r" && type === "bytes32") || !!components?.some(isSigned)
  );
}

describe("docs/signatures.md", () => {
  const rows = rowsOf(readFileSync("docs/signatures.md", "utf8"));
  const contractsOf = ({ functions }: Row) => [...new Set(functions.map((one) => one.split(".")[0] ?? ""))];
  let inCode: { name: string; struct: string }[];

  before(async () => {
    const structs = structsInSources();
    const found = contracts.map(async ({ name }) =>
      (await structsOf(name, structs)).map((struct) => ({ name, struct })),
    );
    inCode = (await Promise.all(found)).flat();
  });

  it("has every struct that a contract can ask a wallet to sign, with a function of that contract", () => {
    const missing = inCode.filter(
      ({ name, struct }) => !rows.some((row) => row.struct === struct && contractsOf(row).includes(name)),
    );

    expect(missing).to.deep.equal([]);
    expect(inCode).to.deep.include({
      name: "InfinityToken",
      struct: "CancelAuthorization(address authorizer,bytes32 nonce)",
    });
  });

  it("has no struct that none of the contracts of its row can ask for", () => {
    const idle = rows.filter(
      (row) =>
        row.struct !== null &&
        !inCode.some(({ name, struct }) => struct === row.struct && contractsOf(row).includes(name)),
    );

    expect(idle).to.deep.equal([]);
  });

  it("has every function that takes what somebody signed, and no other", async () => {
    const takers = await Promise.all(
      contracts.map(async ({ name }) => {
        const { abi } = await hre.artifacts.readArtifact(name);
        const functions: string[] = [];
        new ethers.Interface(abi).forEachFunction((one) => {
          if (!one.constant && one.inputs.some(isSigned)) functions.push(`${name}.${one.name}`);
        });
        return functions;
      }),
    );

    expect(rows.flatMap(({ functions }) => functions).toSorted()).to.deep.equal(takers.flat().toSorted());
  });

  it("names the domain in which each contract of the system takes signatures", async () => {
    const { deployment } = await networkHelpers.loadFixture(willowmere);

    for (const row of rows.filter(({ domain }) => domain !== null)) {
      for (const { name } of inCode.filter((one) => one.struct === row.struct && contractsOf(row).includes(one.name))) {
        const address = deployment.addresses[name as keyof typeof deployment.addresses];
        const contract: Contract = await ethers.getContractAt(name, address);
        const answer = (await contract.getFunction("eip712Domain")()) as { name: string; version: string };
        expect([answer.name, answer.version], name).to.deep.equal([row.domain, "1"]);
      }
    }
  });
});
