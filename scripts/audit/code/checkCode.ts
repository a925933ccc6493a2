import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import type { Terms } from "@one-small-town/core/verify/replay/sales.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { type Address, concatHex, encodePacked, type Hex, size, stringToHex } from "viem";
import { getCode } from "viem/actions";
import type { System } from "../../../web/src/chain/System.ts";
import type { Line } from "../Report.ts";
import { compareCode, type ExpectedCode } from "./compareCode.ts";

type Expected = { name: string; address: Address; expected: ExpectedCode };
type Sold = Pick<Books, "towns" | "sales">;

/** Compares the code of every contract with `codes`, and that of every business's token with what was approved. */
export async function checkCode(
  { client, deployment }: System,
  codes: Record<ContractName, ExpectedCode>,
  sold: Sold,
  blockNumber: bigint,
): Promise<Line[]> {
  const contracts = (Object.entries(codes) as [ContractName, ExpectedCode][]).map(([name, expected]) => {
    return { name, address: deployment.addresses[name], expected };
  });
  const tokens = attempt(() => tokensOf(sold, deployment.addresses.InvestorToken));
  const lines = [...contracts, ...(tokens ?? [])].map(async ({ name, address, expected }) => {
    const read = getCode(client, { address, blockNumber }).then((onChain) => onChain ?? "0x");
    return compareCode(name, await read.catch(() => undefined), expected);
  });
  const unread: Line = { outcome: "unavailable", words: "Nobody can say which tokens the businesses have." };
  return [...(await Promise.all(lines)), ...(tokens ? [] : [unread])];
}

/** The token of every approved sale, with the code that follows from the very terms that were approved. */
function tokensOf({ towns, sales }: Sold, implementation: Address): Expected[] {
  if (towns === null || sales === null) throw new Error("The sales are missing");
  const founded = townsOf(towns);
  const proposals = new Map(eventsNamed(sales, "OfferingProposed").map(({ args }) => [args.termsHash, args]));
  return eventsNamed(sales, "OfferingApproved").map(({ args: { business, token, termsHash } }) => {
    const proposal = proposals.get(termsHash);
    if (proposal === undefined) throw new Error(`Nobody proposed the terms ${termsHash}`);
    const { terms } = proposal;
    const { currency } = founded.get(townOfProject(business));
    const code = cloneCode(implementation, { business, currency, terms });
    return {
      name: `the shares of ${plainText(terms.name)} (${token})`,
      address: token,
      expected: { code, immutables: [] },
    };
  });
}

function attempt<result>(work: () => result): result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

type Identity = { business: bigint; currency: Address; terms: Terms };

/**
 * The code of a business's token: a minimal proxy (ERC-1167) of the implementation, and behind it what is the token's and
 * its sale's own, as contracts/shares/ShareCode.sol puts it.
 */
function cloneCode(implementation: Address, { business, currency, terms }: Identity): Hex {
  const { price, goal, cap, opens, localEnds, limitLocal, limitLater, name, symbol } = terms;
  const countryEnds = terms.countryEnds || localEnds;
  const worldEnds = terms.worldEnds || countryEnds;
  const lasts = [localEnds - opens, countryEnds - localEnds, worldEnds - countryEnds] as const;
  return concatHex([
    ...(["0x363d3d373d3d3d363d73", implementation, "0x5af43d82803e903d91602b57fd5bf3"] as const),
    encodePacked(["uint64", "address", "uint32"], [business, currency, goal]),
    encodePacked(["uint112", "uint40", "uint24", "uint24", "uint24", "uint32"], [price, opens, ...lasts, cap]),
    encodePacked(["uint32", "uint32", "uint8"], [limitLocal, limitLater, size(stringToHex(name))]),
    encodePacked(["string", "string"], [name, symbol]),
  ]).toLowerCase() as Hex;
}
