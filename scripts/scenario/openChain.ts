import hre from "hardhat";

/** Officials take the accounts after those of the scenario's people. */
const OFFICIALS = ["deployer", "headOffice", "countryAmbassador", "manager", "payout", "payer"] as const;

export type LocalChain = Awaited<ReturnType<typeof openChain>>;

/** A fresh chain in this process whose clock begins at `begins` (seconds), with an account for everybody. */
export async function openChain(persons: number, begins: number) {
  const connection = await hre.network.create({
    network: "default",
    override: {
      accounts: { count: persons + OFFICIALS.length },
      allowBlocksWithSameTimestamp: true,
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
