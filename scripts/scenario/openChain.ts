import { HDNodeWallet } from "ethers";
import hre from "hardhat";

/** Officials take the accounts after those of the scenario's people. */
const OFFICIALS = ["deployer", "headOffice", "countryAmbassador", "manager", "payout", "payer"] as const;

/** The most that one transaction may use (EIP-7825 allows 16,777,216); fixed, because estimating takes as long again. */
const GAS_LIMIT = 16_700_000;

const MNEMONIC = "test test test test test test test test test test test junk";
const BALANCE = (10n ** 24n).toString();

export type LocalChain = Awaited<ReturnType<typeof openChain>>;

/** A fresh chain in this process whose clock begins at `begins` (seconds), with an account for everybody. */
export async function openChain(persons: number, begins: number) {
  const connection = await hre.network.create({
    network: "default",
    override: {
      accounts: accounts(persons + OFFICIALS.length),
      allowBlocksWithSameTimestamp: true,
      gas: GAS_LIMIT,
      initialDate: new Date(begins * 1000),
    },
  });
  const signers = await connection.ethers.getSigners();
  const officials = Object.fromEntries(OFFICIALS.map((name, i) => [name, signers[persons + i]]));
  return {
    connection,
    people: signers.slice(0, persons),
    officials: officials as Record<(typeof OFFICIALS)[number], (typeof signers)[number]>,
    /** The next block has this timestamp, unless the clock has passed it. */
    async goTo(seconds: number): Promise<void> {
      const { time } = connection.networkHelpers;
      if (seconds > (await time.latest())) await time.setNextBlockTimestamp(seconds);
    },
  };
}

/** The accounts of the usual test mnemonic; derived here, because the chain would begin with the phrase for each. */
function accounts(count: number): { privateKey: string; balance: string }[] {
  const root = HDNodeWallet.fromPhrase(MNEMONIC, "", "m/44'/60'/0'/0");
  return Array.from({ length: count }, (_, i) => ({ privateKey: root.deriveChild(i).privateKey, balance: BALANCE }));
}
