import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { APPOINTER } from "@one-small-town/core/rules/Roles.ts";
import { expect } from "chai";
import { type Address, concatHex, encodeAbiParameters, type Hex, keccak256, numberToHex, size } from "viem";
import { redeploy } from "../../../scripts/audit/code/redeploy.ts";
import { checkDeployment } from "../../../scripts/deploy/checkDeployment.ts";
import { creationsOf } from "../../../scripts/deploy/creations.ts";
import { foreseeAddresses } from "../../../scripts/deploy/foreseeAddresses.ts";
import { auditBy } from "../../audit/support/auditBy.ts";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { willowmere } from "../../fixture/willowmere.ts";

/** What a constructor hides in the storage of its contract. */
type Hidden = { contract: ContractName; slot: Hex; value: bigint };

/** Where OpenZeppelin's AccessControl keeps whether a wallet holds a role. */
function slotOfHolder(role: Hex, wallet: Address): Hex {
  const holders = keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint256" }], [role, 0n]));
  return keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [wallet, holders]));
}

/** Where OpenZeppelin's ERC20 keeps a balance. */
function slotOfBalance(wallet: Address): Hex {
  return keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [wallet, 0n]));
}

/** A transaction that creates a contract with the very code, and first hides something in its storage. */
function hiding(code: Hex, { slot, value }: Hidden): Hex {
  const begins = numberToHex(80, { size: 3 });
  return concatHex([
    ...(["0x7f", numberToHex(value, { size: 32 }), "0x7f", slot, "0x55"] as const), // PUSH32, PUSH32, SSTORE
    ...(["0x62", numberToHex(size(code), { size: 3 }), "0x80", "0x62", begins] as const), // PUSH3, DUP1, PUSH3
    ...(["0x5f", "0x39", "0x5f", "0xf3", code] as const), // PUSH0, CODECOPY, PUSH0, RETURN
  ]);
}

/** A system that somebody deploys with tools of their own, and the file that they hand out. */
async function deployByHand(hiddenBy: (wallet: Address) => Hidden | null) {
  const town = await networkHelpers.loadFixture(willowmere);
  const deployer = (await ethers.getSigners())[19];
  if (deployer === undefined) throw new Error("There is no such account");
  const parameters: Deployment["parameters"] = {
    headOffice: town.headOffice.address as Address,
    deployer: deployer.address as Address,
    firstNonce: await ethers.provider.getTransactionCount(deployer.address),
  };
  const hidden = hiddenBy(town.stranger.address as Address);
  const codes = await redeploy({ chainId: town.deployment.chainId, parameters });

  const startBlock = (await ethers.provider.getBlockNumber()) + 1;
  const creations = { ...town.deployment.creations };
  for (const { name, data } of await creationsOf(parameters)) {
    const isOther = hidden?.contract === name;
    const { hash } = await deployer.sendTransaction({ data: isOther ? hiding(codes[name].code, hidden) : data });
    creations[name] = hash as Hex;
  }
  const startBlockHash = (await ethers.provider.getBlock(startBlock))?.hash as Hex;
  const addresses = foreseeAddresses(deployer.address, parameters.firstNonce);
  const deployment = { ...town.deployment, addresses, creations, parameters, startBlock, startBlockHash };
  return { deployment, stranger: town.stranger };
}

describe("a deployer whose contracts have the very code of these sources, and something in their storage", () => {
  it("is trusted when there is nothing: who sends the right transactions needs none of our tools", async () => {
    const { deployment } = await deployByHand(() => null);

    expect(await checkDeployment(ethers.provider, deployment)).to.deep.equal([]);
  });

  it("cannot hide a right to appoint ambassadors, of which no event ever told", async () => {
    const { deployment, stranger } = await deployByHand((wallet) => {
      return { contract: "Authority", slot: slotOfHolder(APPOINTER, wallet), value: 1n };
    });
    const { Authority } = deployment.addresses;
    const authority = await ethers.getContractAt("Authority", Authority);
    expect(await authority.hasRole(APPOINTER, stranger.address), "it is there").to.equal(true);

    const words = (await checkDeployment(ethers.provider, deployment)).map((problem) => problem.words);

    expect(words).to.include(
      `Transaction ${deployment.creations.Authority} did not create Authority at ${Authority} as these sources do`,
    );
  });

  it("cannot hide INFINITY for which nobody worked: the check and the public's audit name the transaction", async () => {
    const { deployment, stranger } = await deployByHand((wallet) => {
      return { contract: "InfinityToken", slot: slotOfBalance(wallet), value: 10n ** 24n };
    });
    const { InfinityToken } = deployment.addresses;
    const infinityToken = await ethers.getContractAt("InfinityToken", InfinityToken);
    expect(await infinityToken.balanceOf(stranger.address), "it is there").to.equal(10n ** 24n);
    const words = `Transaction ${deployment.creations.InfinityToken} did not create InfinityToken at ${InfinityToken} as these sources do`;

    const problems = await checkDeployment(ethers.provider, deployment);
    const { report, text } = await auditBy(deployment);

    expect(problems.map((problem) => problem.words)).to.deep.equal([words]);
    expect(report.outcome).to.equal("broken");
    expect(text).to.contain(`✘ ${words}.`);
  });

  it("cannot hide it by naming another transaction that created the same contract, elsewhere", async () => {
    const { creations: honest } = (await networkHelpers.loadFixture(willowmere)).deployment;
    const { deployment } = await deployByHand((wallet) => {
      return { contract: "InfinityToken", slot: slotOfBalance(wallet), value: 10n ** 24n };
    });
    const creations = { ...deployment.creations, InfinityToken: honest.InfinityToken };

    const problems = await checkDeployment(ethers.provider, { ...deployment, creations });

    expect(problems.map(({ words }) => words)).to.deep.equal([
      `Transaction ${honest.InfinityToken} did not create InfinityToken at ${deployment.addresses.InfinityToken} as these sources do`,
    ]);
  });
});
