import type { Hex } from "viem";
import { getBlock, getCode } from "viem/actions";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import type { System } from "../../../web/src/chain/System.ts";
import type { Holder } from "../Report.ts";
import { roleName } from "./roleName.ts";
import type { RolesKnown } from "@one-small-town/core/verify/roles/roleProblems.ts";

const AT_ONCE = 8;

/** What the code of a wallet begins with that lets a contract act for it (EIP-7702): its key is still one key. */
const DELEGATED = "0xef0100";

/** Everybody who holds a role, since when, and whether one key is all that it takes to act for them. */
export async function reportHolders({ client }: System, known: RolesKnown, blockNumber: bigint): Promise<Holder[]> {
  return inParallel(known.held, AT_ONCE, async ({ role, account, since }) => {
    const [{ timestamp }, code] = await Promise.all([
      getBlock(client, { blockNumber: since }),
      getCode(client, { address: account, blockNumber }),
    ]);
    return {
      role: roleName(role, known) ?? role,
      id: role,
      wallet: account,
      isPlainWallet: isPlainWallet(code),
      since: { block: since, time: Number(timestamp) },
    };
  });
}

function isPlainWallet(code: Hex | undefined): boolean {
  return code === undefined || code.startsWith(DELEGATED);
}
