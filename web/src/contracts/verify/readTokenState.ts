import { type Address, decodeFunctionResult, encodeFunctionData } from "viem";
import { investorTokenAbi as abi } from "../../lib/abis/investorTokenAbi.ts";
import type { TokenEvent, TokenState } from "../../lib/verify/Books.ts";
import { eventsNamed } from "../../lib/verify/eventsNamed.ts";
import type { Caller } from "./makeCaller.ts";
import { readNumbers } from "./readNumbers.ts";

/** What a share token says of itself and of every wallet that ever held a share. */
export async function readTokenState(
  caller: Caller,
  token: Address,
  events: readonly TokenEvent[],
): Promise<TokenState> {
  const moves = eventsNamed(events, "Transfer");
  const wallets = [...new Set(moves.flatMap(({ args }) => [args.from, args.to]))];
  const askAll = (functionName: "balanceOf" | "claimable") =>
    readNumbers(
      caller,
      wallets.map((wallet) => ({ to: token, data: encodeFunctionData({ abi, functionName, args: [wallet] }) })),
    );
  const [[supply], [ledger = "0x"], shares, claimable] = await Promise.all([
    readNumbers(caller, [{ to: token, data: encodeFunctionData({ abi, functionName: "totalSupply" }) }]),
    caller([{ to: token, data: encodeFunctionData({ abi, functionName: "ledger" }) }]),
    askAll("balanceOf"),
    askAll("claimable"),
  ]);
  const { remainder } = decodeFunctionResult({ abi, functionName: "ledger", data: ledger });
  const stated = wallets.map(
    (wallet, i) => [wallet, { shares: known(shares[i]), claimable: known(claimable[i]) }] as const,
  );
  return { supply: known(supply), remainder: BigInt(remainder), wallets: new Map(stated) };
}

function known(answer: bigint | undefined): bigint {
  if (answer === undefined) throw new Error("A share token did not answer");
  return answer;
}
