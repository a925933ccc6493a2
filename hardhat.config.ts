import { createRequire } from "node:module";
import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatEthersChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatIgnitionEthers from "@nomicfoundation/hardhat-ignition-ethers";
import hardhatKeystore from "@nomicfoundation/hardhat-keystore";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatTypechain from "@nomicfoundation/hardhat-typechain";
import { configVariable, defineConfig } from "hardhat/config";

const require = createRequire(import.meta.url);

const compiler = { version: "0.8.37", path: require.resolve("solc/soljson.js") };

/** Every public network takes its node and its deployer's key from variables: see docs/deploy.md. */
function publicNetwork(chainId: number, variables: string) {
  return {
    type: "http" as const,
    chainId,
    url: configVariable(`${variables}_RPC_URL`),
    accounts: [configVariable("DEPLOYER_PRIVATE_KEY")],
  };
}

export default defineConfig({
  plugins: [
    hardhatEthers,
    hardhatEthersChaiMatchers,
    hardhatIgnitionEthers,
    hardhatKeystore,
    hardhatMocha,
    hardhatNetworkHelpers,
    hardhatTypechain,
  ],
  solidity: {
    compilers: [
      {
        ...compiler,
        settings: { evmVersion: "cancun", optimizer: { enabled: true, runs: 10_000 }, viaIR: true },
      },
    ],
    overrides: {
      // What fits the 24,576 bytes that a contract may have; the dearest of its functions costs a hundredth more.
      "contracts/members/MemberRegistry.sol": {
        ...compiler,
        settings: { evmVersion: "cancun", optimizer: { enabled: true, runs: 2_000 }, viaIR: true },
      },
      // Builds in a tenth of the time. The contracts that it calls are deployed as they were built for the chain.
      "test/invariants/Handler.sol": {
        ...compiler,
        settings: { evmVersion: "cancun", optimizer: { enabled: true, runs: 1, details: { yul: false } } },
      },
    },
  },
  networks: {
    // A fixed gas limit: an estimate would be made at the time of the last block, not of the next.
    local: { type: "http", url: "http://127.0.0.1:8545", chainId: 31337, gas: 16_000_000 },
    base: publicNetwork(8453, "BASE"),
    baseSepolia: publicNetwork(84532, "BASE_SEPOLIA"),
    celo: publicNetwork(42220, "CELO"),
    celoSepolia: publicNetwork(11142220, "CELO_SEPOLIA"),
    gnosis: publicNetwork(100, "GNOSIS"),
    chiado: publicNetwork(10200, "CHIADO"),
    arbitrum: publicNetwork(42161, "ARBITRUM"),
    arbitrumSepolia: publicNetwork(421614, "ARBITRUM_SEPOLIA"),
  },
  paths: { ignition: "./deployments/journal" },
  test: {
    solidity: {
      // The same runs every time; other seeds are for longer searches.
      blockTimestamp: BigInt(process.env.TEST_TIME ?? 1_767_225_600),
      fuzz: { runs: Number(process.env.FUZZ_RUNS ?? 64), seed: process.env.FUZZ_SEED ?? "0x01" },
      invariant: {
        runs: Number(process.env.INVARIANT_RUNS ?? 4),
        depth: Number(process.env.INVARIANT_DEPTH ?? 500),
        failOnRevert: true,
        // A failure names the invariant or handler; to find the fewest calls that lead to it takes long.
        shrinkRunLimit: Number(process.env.INVARIANT_SHRINK ?? 0),
      },
    },
  },
  // The generated types use namespaces, which the compiler options forbid in our own files.
  typechain: { tsNocheck: true },
});
