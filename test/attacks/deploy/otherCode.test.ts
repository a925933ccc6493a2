import { expect } from "chai";
import hre from "hardhat";
import type { Address } from "viem";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { checkDeployment } from "../../../scripts/deploy/checkDeployment.ts";
import { creationsOf } from "../../../scripts/deploy/creations.ts";
import { contracts } from "../../../scripts/deploy/steps.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { willowmere } from "../../fixture/willowmere.ts";

const WHAT_TO_DO =
  "Either these sources are not those that were deployed: check those out. Or something else was created there: deploy anew.";

describe("a contract that is not the one that its town was promised", () => {
  const codeAt = (address: string) => ethers.provider.getCode(address);
  const sizeAt = async (address: string) => ethers.dataLength(await codeAt(address));

  /** Willowmere, where one contract has other code. */
  async function withCode(name: ContractName, codeOf: (now: string) => Promise<string> | string) {
    const town = await networkHelpers.loadFixture(willowmere);
    const address = town.deployment.addresses[name];
    await networkHelpers.setCode(address, await codeOf(await codeAt(address)));
    return { ...town, address, problems: await checkDeployment(ethers.provider, town.deployment) };
  }

  /** The code of a contract at its right address, whose constructor was told somebody else than another contract. */
  async function toldOtherwise(name: ContractName, told: ContractName, stranger: string): Promise<string> {
    const { deployment } = await networkHelpers.loadFixture(willowmere);
    const { deployer, firstNonce } = deployment.parameters;
    const order = contracts.findIndex((one) => one.name === name);
    const creation = (await creationsOf(deployment.parameters))[order];
    const { bytecode } = await hre.artifacts.readArtifact(name);
    const args = creation?.data.slice(bytecode.length) ?? "";
    const data = bytecode + args.replaceAll(digitsOf(deployment.addresses[told]), digitsOf(stranger));
    const chain = await hre.network.create();
    await chain.networkHelpers.impersonateAccount(deployer);
    await chain.networkHelpers.setBalance(deployer, 10n ** 20n);
    await chain.networkHelpers.setNonce(deployer, firstNonce + order);
    await (await chain.ethers.getSigner(deployer)).sendTransaction({ data });
    const foreign = await chain.ethers.provider.getCode(deployment.addresses[name]);
    await chain.close();
    return foreign;
  }

  it("is seen when anybody may mint its INFINITY", async () => {
    const { currency } = await networkHelpers.loadFixture(willowmere);
    const dollar = await currency.getAddress();
    const size = ethers.dataLength(await codeAt((await willowmereAddresses()).InfinityToken));

    const { address, problems } = await withCode("InfinityToken", () => codeAt(dollar));

    expect(problems).to.deep.equal([
      {
        words: `InfinityToken at ${address} has ${await sizeAt(address)} bytes, but these sources give ${size}`,
        remedy: WHAT_TO_DO,
      },
    ]);
  });

  it("is seen when its sale and its town fund are somebody else's: both are named", async () => {
    const { deployment, currency } = await networkHelpers.loadFixture(willowmere);
    const { ShareOffering, TownTreasury } = deployment.addresses;
    await networkHelpers.setCode(ShareOffering, await codeAt(await currency.getAddress()));
    await networkHelpers.setCode(TownTreasury, "0x00");

    const problems = await checkDeployment(ethers.provider, deployment);

    expect(problems.map(({ words }) => words.replace(/ has .*/, ""))).to.deep.equal([
      `ShareOffering at ${ShareOffering}`,
      `TownTreasury at ${TownTreasury}`,
    ]);
  });

  for (const { name } of contracts) {
    it(`is seen when a single byte of its ${name} is another`, async () => {
      const { address, problems } = await withCode(name, (now) => changedAt(now, 40));

      expect(problems).to.deep.equal([
        {
          words: `Byte 40 of ${name} at ${address} is ${byteAt(changedAt(await rightCode(name), 40), 40)}, but these sources give ${byteAt(await rightCode(name), 40)}`,
          remedy: WHAT_TO_DO,
        },
      ]);
    });

    it(`is seen when its ${name} was compiled from an older version, of which only a remark was another`, async () => {
      // The compiler ends the code with a hash of all sources, remarks included, before 11 bytes of its own.
      const { address, problems } = await withCode(name, (now) => changedAt(now, ethers.dataLength(now) - 12));

      expect(problems.map(({ words }) => words)).to.have.length(1);
      expect(problems[0]?.words).to.match(new RegExp(`^Byte \\d+ of ${name} at ${address} is `));
    });
  }

  it("is seen when it was compiled from an older version with less in it", async () => {
    const { address, problems } = await withCode("Contributions", (now) => now.slice(0, -200));

    expect(problems.map(({ words }) => words)).to.deep.equal([
      `Contributions at ${address} has ${await sizeAt(address)} bytes, but these sources give ${(await sizeAt(address)) + 100}`,
    ]);
  });

  for (const { name, told } of contracts) {
    for (const trusted of new Set(told)) {
      if (
        trusted === "headOffice" ||
        trusted === "allContracts" ||
        (name === "Authority" && trusted === "TownRegistry")
      )
        continue;
      it(`is seen when its ${name} takes a stranger for ${trusted}`, async () => {
        const { stranger, deployment } = await networkHelpers.loadFixture(willowmere);
        const foreign = await toldOtherwise(name, trusted, stranger.address);
        const isOfNoUse = foreign === (await rightCode(name)); // it asks that contract nothing

        const { address, problems } = await withCode(name, () => foreign);

        expect(problems).to.deep.equal(
          isOfNoUse
            ? []
            : [
                {
                  words:
                    `${name} at ${address} takes ${stranger.address.toLowerCase()} for ${trusted}, ` +
                    `which must be ${deployment.addresses[trusted].toLowerCase()}`,
                  remedy: WHAT_TO_DO,
                },
              ],
        );
      });
    }
  }

  it("is seen when it trusts a foreign contract with the very code of ours", async () => {
    const { deployment, deployer } = await networkHelpers.loadFixture(willowmere);
    const { TownRegistry, ProjectRegistry, ShareOffering, Releases } = deployment.addresses;
    const told = [TownRegistry, ProjectRegistry, ShareOffering];
    const twin = await ethers.deployContract("Releases", told, deployer);
    const foreign = await toldOtherwise("ShareOffering", "Releases", await twin.getAddress());

    const { address, problems } = await withCode("ShareOffering", () => foreign);

    expect(problems.map(({ words }) => words)).to.deep.equal([
      `ShareOffering at ${address} takes ${(await twin.getAddress()).toLowerCase()} for Releases, which must be ${Releases.toLowerCase()}`,
    ]);
  });

  async function willowmereAddresses(): Promise<Record<ContractName, Address>> {
    return (await networkHelpers.loadFixture(willowmere)).deployment.addresses;
  }

  async function rightCode(name: ContractName): Promise<string> {
    return codeAt((await willowmereAddresses())[name]);
  }
});

function digitsOf(address: string): string {
  return address.slice(2).toLowerCase();
}

function byteAt(code: string, at: number): string {
  return ethers.dataSlice(code, at, at + 1);
}

function changedAt(code: string, at: number): string {
  const bytes = ethers.getBytes(code);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return ethers.hexlify(bytes);
}
