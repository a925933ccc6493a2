import hre from "hardhat";
import { startChain } from "../chain/startChain.ts";
import { demoPeople } from "./demoPeople.ts";

const OFFICIALS = ["deployer", "headOffice", "countryAmbassador", "manager", "payout", "payer"] as const;

export type DemoChain = Awaited<ReturnType<typeof openDemoChain>>;

type Wishes = {
  wantedPort?: number | undefined;
  /** Told to which time the history goes on. */
  onTime?: (seconds: number) => void;
  /** A block comes every so many seconds, as on a public chain; when absent only with a transaction. */
  secondsPerBlock?: number | undefined;
};

/** A local chain that answers JSON-RPC, its clock set to `begins` (seconds), with an account for everybody. */
export async function openDemoChain(begins: number, { wantedPort, onTime, secondsPerBlock }: Wishes = {}) {
  const { url, close } = await startChain(wantedPort, {
    accounts: { count: demoPeople.length + OFFICIALS.length },
    initialDate: new Date(begins * 1000),
  });
  const connection = await hre.network.create({ network: "local", override: { url } });
  const signers = await connection.ethers.getSigners();
  const officials = Object.fromEntries(OFFICIALS.map((name, i) => [name, signers[demoPeople.length + i]]));
  return {
    url,
    close,
    connection,
    people: signers.slice(0, demoPeople.length),
    officials: officials as Record<(typeof OFFICIALS)[number], (typeof signers)[number]>,
    /** The next block has this timestamp (seconds), or the one after the last where the clock has passed it. */
    async goTo(seconds: number): Promise<void> {
      const { time } = connection.networkHelpers;
      let latest = await time.latest();
      onTime?.(Math.max(seconds, latest));
      const empty = secondsPerBlock === undefined ? 0 : Math.floor((seconds - latest) / secondsPerBlock) - 1;
      if (empty > 0) {
        await time.setNextBlockTimestamp(latest + (secondsPerBlock ?? 0));
        await connection.networkHelpers.mine(empty, { interval: secondsPerBlock });
        latest = await time.latest();
      }
      if (seconds > latest) await time.setNextBlockTimestamp(seconds);
    },
  };
}
