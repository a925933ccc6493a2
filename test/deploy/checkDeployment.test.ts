import { expect } from "chai";
import { type Log, type Provider, ZeroHash } from "ethers";
import type { Address } from "viem";
import { checkDeployment } from "../../scripts/deploy/checkDeployment.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { DAY, willowmere } from "../fixture/willowmere.ts";
import { like } from "./support/like.ts";

const APPOINTER = `0xf0${"0".repeat(62)}`;

const { provider } = ethers;

/** What is wrong with a deployment, without what to do about it. */
async function wrongIn(chain: typeof provider, deployment: Deployment): Promise<string[]> {
  return (await checkDeployment(chain, deployment)).map(({ words }) => words);
}

/** What is wrong with the transaction that created a contract: another transaction is meant to. */
function createdOtherwise(name: keyof Deployment["addresses"], { addresses, creations }: Deployment): string {
  return `Transaction ${creations[name]} did not create ${name} at ${addresses[name]} as these sources do`;
}

/** A deployment in which one contract is said to be at another address. */
function moved(deployment: Deployment, name: keyof Deployment["addresses"], address: string): Deployment {
  return { ...deployment, addresses: { ...deployment.addresses, [name]: address as Address } };
}

const rootWentTo = (who: string, { addresses: { Authority }, parameters: { headOffice } }: Deployment) =>
  `Authority at ${Authority} granted the root to ${who}, not just to head office ${headOffice}`;

const appointersAre = (who: string, { addresses: { Authority, TownRegistry } }: Deployment) =>
  `Authority at ${Authority} lets ${who} appoint, not just TownRegistry at ${TownRegistry}`;

/** It remembers its own address, in the domain of what is signed for it. */
const takesItself = ({ addresses: { Authority } }: Deployment, { addresses: { Authority: trusted } }: Deployment) =>
  `Authority at ${Authority} takes ${Authority.toLowerCase()} for Authority, which must be ${trusted.toLowerCase()}`;

const deployerGot = (role: string, { addresses: { Authority }, parameters: { deployer } }: Deployment) =>
  `Authority at ${Authority} granted the deployer ${deployer} the role ${role}`;

async function sizeAt(address: string): Promise<number> {
  return ethers.getBytes(await provider.getCode(address)).length;
}

/** Willowmere, and a chain on which the first block granted one more role than it did. */
async function withGrant(role: string, name: "stranger" | "deployer") {
  const all = await networkHelpers.loadFixture(willowmere);
  const { address } = all[name];
  const planted = all.authority.interface.encodeEventLog("RoleGranted", [role, address, address]);
  const chain = {
    getCode: provider.getCode.bind(provider),
    send: provider.send.bind(provider),
    getLogs: async (filter: Parameters<Provider["getLogs"]>[0]) => [
      ...(await provider.getLogs(filter)),
      planted as unknown as Log,
    ],
  };
  return { ...all, address, chain: chain as unknown as typeof provider };
}

/** Willowmere, and an Authority deployed with other trusted addresses, told as the deployment's. */
async function withAuthority(trust: { headOffice?: "deployer"; townRegistry?: "stranger" }) {
  const all = await networkHelpers.loadFixture(willowmere);
  const { deployment, deployer } = all;
  const headOffice = all[trust.headOffice ?? "headOffice"].address;
  const townRegistry = trust.townRegistry ? all[trust.townRegistry].address : deployment.addresses.TownRegistry;
  const parameters = [headOffice, townRegistry, deployment.addresses.MemberRegistry];
  const authority = await ethers.deployContract("Authority", parameters, deployer);
  const other = moved(deployment, "Authority", await authority.getAddress());
  const startBlock = await provider.getBlockNumber();
  const astray = `Authority is at ${other.addresses.Authority}, but the others trust ${deployment.addresses.Authority}`;
  return { ...all, other: { ...other, startBlock }, astray };
}

describe("checkDeployment", () => {
  describe("given a good deployment", () => {
    it("finds nothing wrong", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);

      expect(await wrongIn(provider, deployment)).to.deep.equal([]);
    });

    it("does not mind how addresses are written", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);
      const entries = Object.entries(deployment.addresses).map(([name, address]) => [name, address.toLowerCase()]);
      const { headOffice, deployer } = deployment.parameters;
      const parameters = {
        ...deployment.parameters,
        headOffice: headOffice.toLowerCase() as Address,
        deployer: deployer.toLowerCase() as Address,
      };

      expect(
        await wrongIn(provider, { ...deployment, addresses: Object.fromEntries(entries), parameters }),
      ).to.deep.equal([]);
    });

    it("finds nothing wrong after head office has moved to another wallet", async () => {
      const { authority, deployment, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);
      await authority.connect(headOffice).beginDefaultAdminTransfer(stranger.address);
      await networkHelpers.time.increase(8 * DAY);
      await authority.connect(stranger).acceptDefaultAdminTransfer();

      expect(await wrongIn(provider, deployment)).to.deep.equal([]);
    });
  });

  describe("given a contract at another address than the others trust", () => {
    it("names both addresses", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);
      const { ShareOffering, Contributions } = deployment.addresses;

      expect(await wrongIn(provider, moved(deployment, "ShareOffering", Contributions))).to.deep.equal([
        `ShareOffering is at ${Contributions}, but the others trust ${ShareOffering}`,
        `ShareOffering at ${Contributions} has ${await sizeAt(Contributions)} bytes, but these sources give ${await sizeAt(ShareOffering)}`,
      ]);
    });
  });

  describe("given a contract without code", () => {
    it("names it", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);
      const { Contributions } = deployment.addresses;
      await networkHelpers.setCode(Contributions, "0x");

      expect(await wrongIn(provider, deployment)).to.deep.equal([
        `There is no code of Contributions at ${Contributions}`,
      ]);
    });
  });

  describe("given a root that is not head office", () => {
    it("names who got it, and the deployer if it was them", async () => {
      const { deployment, other, astray, deployer } = await withAuthority({ headOffice: "deployer" });

      expect(await wrongIn(provider, other)).to.deep.equal([
        astray,
        rootWentTo(deployer.address, other),
        deployerGot(ZeroHash, other),
        takesItself(other, deployment),
      ]);
    });

    it("names who got it when somebody else is said to be head office", async () => {
      const { deployment, headOffice, stranger } = await networkHelpers.loadFixture(willowmere);
      const parameters = { ...deployment.parameters, headOffice: stranger.address as Address };

      expect(await wrongIn(provider, { ...deployment, parameters })).to.deep.equal([
        rootWentTo(headOffice.address, { ...deployment, parameters }),
        createdOtherwise("Authority", deployment),
      ]);
    });
  });

  describe("given an appointer that is not the TownRegistry", () => {
    it("names it", async () => {
      const { deployment, other, astray, stranger } = await withAuthority({ townRegistry: "stranger" });

      expect(await wrongIn(provider, other)).to.deep.equal([
        astray,
        appointersAre(stranger.address, other),
        takesItself(other, deployment),
      ]);
    });
  });

  describe("given one more root", () => {
    it("names all of them", async () => {
      const { chain, deployment, headOffice, address } = await withGrant(ZeroHash, "stranger");

      expect(await wrongIn(chain, deployment)).to.deep.equal([
        rootWentTo(`${headOffice.address}, ${address}`, deployment),
      ]);
    });
  });

  describe("given one more appointer", () => {
    it("names all of them", async () => {
      const { chain, deployment, address } = await withGrant(APPOINTER, "stranger");

      expect(await wrongIn(chain, deployment)).to.deep.equal([
        appointersAre(`${deployment.addresses.TownRegistry}, ${address}`, deployment),
      ]);
    });
  });

  describe("given a role of the deployer's", () => {
    it("names the role", async () => {
      const role = `0x03${"0".repeat(61)}1`;
      const { chain, deployment } = await withGrant(role, "deployer");

      expect(await wrongIn(chain, deployment)).to.deep.equal([deployerGot(role, deployment)]);
    });
  });

  describe("given another transaction than the one that created a contract", () => {
    it("names both", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);
      const other = { ...deployment, creations: { ...deployment.creations, Benefits: deployment.creations.Releases } };

      expect(await wrongIn(provider, other)).to.deep.equal([createdOtherwise("Benefits", other)]);
    });
  });

  describe("given a node that has forgotten a transaction", () => {
    it("says that nobody can tell, and to ask another node", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);
      const { Benefits } = deployment.creations;
      const send = async (method: string, params: string[]) =>
        params[0] === Benefits ? null : provider.send(method, params);

      expect(await checkDeployment(like(provider, { send }), deployment)).to.deep.equal([
        {
          words: `The node does not know the transaction ${Benefits}, which created Benefits at ${deployment.addresses.Benefits}`,
          remedy: "Ask another node, which keeps all of them.",
          isUnknown: true,
        },
      ]);
    });
  });

  describe("given a first block in which nothing was granted", () => {
    it("says that nobody holds root and appointer", async () => {
      const { deployment } = await networkHelpers.loadFixture(willowmere);

      expect(await wrongIn(provider, { ...deployment, startBlock: deployment.startBlock - 1 })).to.deep.equal([
        rootWentTo("nobody", deployment),
        appointersAre("nobody", deployment),
      ]);
    });
  });
});
