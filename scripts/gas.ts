import { command } from "./commands/gas.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { measureHours } from "./gas/measureHours.ts";
import { measureLargest } from "./gas/measureLargest.ts";
import { measureShares } from "./gas/measureShares.ts";
import { openGasTown } from "./gas/openGasTown.ts";

type Row = { action: string; ours: bigint; hold: bigint; peers: string };

/** npm run gas: what the actions people pay for cost, as receipts say it, beside the most they may cost. */
export async function perform(args: readonly string[]): Promise<number> {
  readArguments(command, args);
  const town = await openGasTown();
  const shares = await measureShares(town);
  const hours = await measureHours(town);
  const largest = await measureLargest(town);

  // Peers as recorded once, each from its own code, in the same kind of EVM and with the same kind of stablecoin.
  const rows: Row[] = [
    { action: "transfer of shares, first", ours: shares.transferCold, hold: 67_000n, peers: "FDT 98.7k, T-REX 231k" },
    { action: "transfer of shares, again", ours: shares.transferRepeat, hold: 50_000n, peers: "FDT 47.4k, T-REX 214k" },
    { action: "dividend claim, first", ours: shares.dividendCold, hold: 68_000n, peers: "FDT 93.7k, Synthetix 127k" },
    { action: "dividend claim, again", ours: shares.dividendRepeat, hold: 50_000n, peers: "FDT 59.5k, Synthetix 76k" },
    // Asks besides whether another wallet has followed the holder, or is about to, which their own claim does not.
    { action: "dividend claim for another", ours: shares.dividendForOther, hold: 56_500n, peers: "" },
    { action: "buy, first", ours: shares.buyCold, hold: 100_000n, peers: "Juicebox 213k" },
    { action: "buy, again", ours: shares.buyRepeat, hold: 83_000n, peers: "Juicebox 196k" },
    { action: "refund", ours: shares.refund, hold: 60_000n, peers: "Juicebox 195k" },
    { action: "claim one week, first", ours: hours.claimCold, hold: 122_000n, peers: "GoodDollar 187k" },
    { action: "claim one week, again", ours: hours.claimRepeat, hold: 80_000n, peers: "GoodDollar 136k" },
    { action: "claim four weeks", ours: hours.claim4, hold: 98_000n, peers: "" },
    { action: "claim 52 weeks", ours: hours.claim52, hold: 360_000n, peers: "" },
    { action: "pay 200 members, each", ours: hours.batch, hold: 26_000n, peers: "Merkle keeper 28.8k (one token)" },
    { action: "publish 5,000 members, each", ours: hours.publish, hold: 275n, peers: "" },
    { action: "publish 24,000, all away since", ours: largest.submit, hold: 12_000_000n, peers: "" },
    { action: "amend 24,000, all away since", ours: largest.amend, hold: 12_000_000n, peers: "" },
    { action: "finalise 5,000 members", ours: hours.finalise, hold: 200_000n, peers: "" },
    { action: "admit 200 members, each", ours: town.admit, hold: 84_000n, peers: "uRWA 48.4k, T-REX 766k" },
    { action: "approve a sale, token included", ours: shares.deploy, hold: 350_000n, peers: "CMTAT 407k, T-REX 3.54M" },
  ];

  console.log(["action".padEnd(32), "ours".padStart(9), "hold".padStart(9), "   ", "peers, recorded"].join(" "));
  for (const { action, ours, hold, peers } of rows) {
    const verdict = ours <= hold ? "   " : "OVER";
    console.log(
      [action.padEnd(32), String(ours).padStart(9), String(hold).padStart(9), verdict.padEnd(4), peers].join(" "),
    );
  }
  await town.chain.connection.close();
  return rows.every(({ ours, hold }) => ours <= hold) ? 0 : 1;
}
