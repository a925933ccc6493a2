import { textToSign } from "@one-small-town/core/digestOf.ts";
import type { Signable } from "@one-small-town/core/Signable.ts";
import { type Address, concatHex, type Hex, isHex, numberToHex, size, slice } from "viem";
import type { System } from "../../chain/System.ts";
import { ask } from "./Provider.ts";

const KEY_SIGNATURE = 65;

/**
 * Asks the wallet to sign words (EIP-712): costs nothing, and sends nothing. Null where it gives no signature; throws
 * what the wallet says, or an obstacle.
 */
export async function signWords(system: System, signer: Address, words: Signable): Promise<Hex | null> {
  const { ensureNetwork, expectAccount, providerOf } = await import("./sendStep.ts"); // with wagmi, which is large
  const provider = await providerOf(system);
  await expectAccount(provider, signer);
  await ensureNetwork(system, () => undefined); // wallets refuse words for another network than theirs
  const answer = await ask(provider, "eth_signTypedData_v4", [signer, textToSign(words)]);
  return isHex(answer) && size(answer) > 0 ? usual(answer) : null;
}

/** Some hardware counts the last byte from 0, where contracts count from 27. */
function usual(signature: Hex): Hex {
  if (size(signature) !== KEY_SIGNATURE) return signature;
  const last = Number(slice(signature, KEY_SIGNATURE - 1));
  return last > 1
    ? signature
    : concatHex([slice(signature, 0, KEY_SIGNATURE - 1), numberToHex(last + 27, { size: 1 })]);
}
